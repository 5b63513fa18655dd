/** @file What a virtual microphone hears: the A above middle C. */

/** @import { Dictionary } from '../dictionary.js' */

const FREQUENCY = 440;
const VOLUME = 0.1;

export class Tone {
  #oscillator;
  #gain;
  #destination;

  /** @param {any} context an AudioContext */
  constructor(context) {
    this.#oscillator = context.createOscillator();
    this.#gain = context.createGain();
    this.#destination = context.createMediaStreamDestination();
    this.#oscillator.frequency.value = FREQUENCY;
    this.#gain.gain.value = VOLUME;
    this.#oscillator.connect(this.#gain).connect(this.#destination);
    this.#oscillator.start();
    // Before the user has touched the page it may stay silent.
    context.resume();
    /** @type {any} */
    this.track = this.#destination.stream.getAudioTracks()[0];
  }

  /** @param {Dictionary} settings */
  configure({ channelCount = 1 }) {
    this.#destination.channelCount = Math.max(1, channelCount);
  }

  /** @param {boolean} muted */
  set muted(muted) {
    this.#gain.gain.value = muted ? 0 : VOLUME;
  }

  release() {
    this.#oscillator.stop();
    this.#oscillator.disconnect();
    this.#gain.disconnect();
  }
}
