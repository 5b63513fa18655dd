/** @file Tracks that sound as a media element does, by way of Web Audio. The element itself is heard as before. */

import { apply, defineProperty } from '../builtins.js';
import { audioOutputOf } from './audio-output.js';
import { clockOf } from './clock.js';
import { warnOnce } from '../window/warning.js';
import { RenderedTracks } from './rendered-tracks.js';

/** @import { Changes } from '../changes.js' */

const { setPrototypeOf } = Object;

/** @type {WeakMap<object, RenderedAudio>} */
const renderedAudio = new WeakMap();

/** The elements whose sound the page has: Web Audio gives it once. */
const taken = new WeakSet();

/** When it may have changed what is heard; and, as script tells nobody, whether tracks are live. */
const EVENTS = ['play', 'pause', 'volumechange', 'timeupdate', 'emptied'];

/** The element's source → its sound → the captures' destinations, and what is heard → the output. */
class RenderedAudio {
  #element;
  #window;
  #clock;
  #output;
  /** @type {any} once the sound is ours */
  #source;
  #sound;
  #heard;
  /** @type {any} where that goes when the page has it: WebKit ends the tracks of a destination that nobody refers to */
  #given;
  /** Whether the element is heard by itself as well, although the sound is ours. */
  #isHeardItself = false;
  /** @type {{ destination: any, tracks: RenderedTracks }[]} */
  #captures = [];
  #isUser = false;
  #looksAgain = false;
  /** @type {unknown} */
  #reconnecting;

  /**
   * @param {HTMLMediaElement} element
   * @param {any} window
   */
  constructor(element, window) {
    this.#element = element;
    this.#window = window;
    this.#clock = clockOf(window);
    this.#output = audioOutputOf(window);
    const { context } = this.#output;
    this.#sound = context.createGain();
    this.#heard = context.createGain();
    this.#sound.connect(this.#heard).connect(context.destination);
    element.addEventListener('emptied', () => this.#disconnect());
    element.addEventListener('playing', () => this.#reconnect());
    for (const type of EVENTS) element.addEventListener(type, () => this.update());
  }

  createTrack() {
    const destination = this.#output.context.createMediaStreamDestination();
    const [track] = destination.stream.getAudioTracks();
    this.#captures.push({ destination, tracks: new RenderedTracks(track) });
    this.#sound.connect(destination);
    this.update();
    return track;
  }

  /**
   * The page gets what is heard, and hears it or not, if the sound is ours.
   * @param {any} context the page's
   */
  giveTo(context) {
    // The page doesn't wait until our AudioContext runs, and gets it from no two places.
    if (this.#source === undefined && this.#captures.length > 0) this.#take();
    if (this.#source === undefined) return undefined;
    this.#given = this.#output.context.createMediaStreamDestination();
    this.#heard.disconnect();
    this.#heard.connect(this.#given);
    this.update();
    const node = context.createMediaStreamSource(this.#given.stream);
    // It is what the page has asked for, as far as script can tell.
    setPrototypeOf(node, this.#window.MediaElementAudioSourceNode.prototype);
    return defineProperty(node, 'mediaElement', { value: this.#element, configurable: true }) && node;
  }

  update() {
    const { paused } = this.#element;
    this.#captures = this.#captures.filter(({ destination, tracks }) => {
      if (tracks.areLive) return true;
      this.#sound.disconnect(destination);
      return false;
    });
    const isCaptured = this.#captures.length > 0;
    // While an AudioContext doesn't run, the element would not be heard, and WebKitGTK has it late ever after.
    if (isCaptured && this.#source === undefined && this.#output.isRunning) this.#take();
    const { muted, volume } = this.#element;
    const isHeardHere = this.#given !== undefined || !this.#isHeardItself;
    // WebKit's sources are as loud as if the element had no volume, and so are the captures.
    this.#heard.gain.value = muted || !isHeardHere ? 0 : volume;
    this.#use(isCaptured || (this.#source !== undefined && !paused));
    if (isCaptured && paused) this.#lookAgain();
  }

  /** Nothing happens to an element that is paused, but its tracks may be stopped. */
  #lookAgain() {
    if (this.#looksAgain) return;
    this.#looksAgain = true;
    const weakThis = new WeakRef(this);
    this.#clock.later(() => {
      const rendered = weakThis.deref();
      if (rendered === undefined) return;
      rendered.#looksAgain = false;
      rendered.update();
    }, 1000);
  }

  /** The element's sound becomes ours, for good. */
  #take() {
    const { muted } = this.#element;
    try {
      this.#source = new this.#window.MediaElementAudioSourceNode(this.#output.context, { __proto__: null, mediaElement: this.#element });
    } catch {
      this.#lose();
      return;
    }
    this.#source.connect(this.#sound);
    // Without a sound server, WebKitGTK mutes the element instead of taking its sound away, and script could see that.
    this.#isHeardItself = this.#element.muted !== muted;
    if (this.#isHeardItself) this.#element.muted = muted;
  }

  /** The page took the sound first, unseen. */
  #lose() {
    taken.add(this.#element);
    renderedAudio.delete(this.#element);
    warn();
    for (const { tracks } of this.#captures) tracks.end(this.#window);
    this.#captures = [];
  }

  /**
   * What the element plays next may have more channels. WebKitGTK crashes when its source is asked for these before it
   * has heard how many they are.
   */
  #disconnect() {
    this.#clock.cancel(this.#reconnecting);
    this.#source?.disconnect();
  }

  /** A stream tells that a while after it has begun to play, and all else before. */
  #reconnect() {
    const connect = () => this.#source?.connect(this.#sound);
    if (this.#element.srcObject) this.#reconnecting = this.#clock.later(connect, 200);
    else connect();
  }

  /** @param {boolean} isUser */
  #use(isUser) {
    if (this.#isUser === isUser) return;
    this.#isUser = isUser;
    // It may take until somebody clicks, which is not to keep the element alive.
    const weakThis = new WeakRef(this);
    this.#output.setUser(this, isUser).then(() => weakThis.deref()?.update());
  }
}

const warn = () => warnOnce('captureStream() has no sound, because createMediaElementSource() was called for the same element.');

/**
 * @param {HTMLMediaElement} element
 * @param {any} window
 * @returns {any} a new track, or undefined if the sound is the page's
 */
export function renderAudio(element, window) {
  let rendered = renderedAudio.get(element);
  if (rendered === undefined) {
    if (taken.has(element)) {
      warn();
      return undefined;
    }
    rendered = new RenderedAudio(element, window);
    renderedAudio.set(element, rendered);
  }
  return rendered.createTrack();
}

/**
 * Follows which elements' sound the page takes, and gives it that of captured ones.
 * @param {any} host
 * @param {Changes} changes
 */
export function followElementSources(host, changes) {
  changes.repair(
    host.AudioContext.prototype,
    'createMediaElementSource',
    (createMediaElementSource) =>
      ({
        /** @this {any} */
        createMediaElementSource() {
          const [element] = arguments;
          const given = taken.has(element) ? undefined : renderedAudio.get(element)?.giveTo(this);
          const source = given ?? apply(createMediaElementSource, this, arguments);
          taken.add(element);
          return source;
        },
      }).createMediaElementSource,
    'AudioContext.createMediaElementSource',
  );
}
