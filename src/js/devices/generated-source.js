/** @file What provides the media of native tracks, as a TrackSource does of ours. */

import { changedSettings } from '../settings.js';
import { GeneratedTrack } from './generated-track.js';

/** @import { Dictionary } from '../dictionary.js' */
/** @import { Constrainable } from './constrainable.js' */
/** @import { DevicesHost } from './realm.js' */

/**
 * What makes a native track, and what it shows or sounds like.
 * @typedef {object} Medium
 * @property {any} track the browser's own
 * @property {boolean} muted
 * @property {(settings: Dictionary) => void} configure
 * @property {() => void} release
 */

/**
 * @typedef {object} GeneratedSourceInit
 * @property {Constrainable} constrainable
 * @property {() => Medium} createMedium
 * @property {string} label
 * @property {DevicesHost} host
 * @property {new (constraint: string, message: string) => Error} OverconstrainedError
 */

export class GeneratedSource {
  /** @type {Set<GeneratedTrack>} those that are live, in the order of their creation */
  #live = new Set();
  #muted = false;

  /**
   * Declared, since what a page has on Object.prototype by that name would hear of it.
   * @type {GeneratedSourceInit}
   */
  init;

  /** @param {GeneratedSourceInit} init */
  constructor(init) {
    this.init = init;
  }

  get inUse() {
    return this.#live.size > 0;
  }

  get muted() {
    return this.#muted;
  }

  createTrack() {
    return new GeneratedTrack(this, { ...this.init.constrainable.settings }, {}).track;
  }

  mute() {
    this.#setMuted(true);
  }

  unmute() {
    this.#setMuted(false);
  }

  end() {
    for (const track of [...this.#live]) track.end();
  }

  /** @param {Dictionary} settings */
  setSettings(settings) {
    for (const track of this.#live) track.changeSettings(changedSettings(track.settings, settings));
  }

  /** @param {GeneratedTrack} track */
  started(track) {
    this.#live.add(track);
  }

  /** @param {GeneratedTrack} track */
  stopped(track) {
    this.#live.delete(track);
  }

  /** @param {boolean} muted */
  #setMuted(muted) {
    if (this.#muted === muted) return;
    this.#muted = muted;
    for (const track of [...this.#live]) track.setMuted(muted);
  }
}
