/** @file What a virtual microphone hears: the A above middle C. */

const FREQUENCY = 440;
const VOLUME = 0.1;

export class Tone {
  #oscillator;
  #gain;
  /** @type {any} */
  track;

  /** @param {any} context an AudioContext */
  constructor(context) {
    this.#oscillator = context.createOscillator();
    this.#gain = context.createGain();
    const destination = context.createMediaStreamDestination();
    this.#oscillator.frequency.value = FREQUENCY;
    this.#gain.gain.value = VOLUME;
    this.#oscillator.connect(this.#gain).connect(destination);
    this.#oscillator.start();
    // Before the user has touched the page it may stay silent.
    context.resume();
    this.track = destination.stream.getAudioTracks()[0];
  }

  /** It sounds the same with all settings. WebKit may fall silent when a destination's channelCount is set. */
  configure() {}

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
