/** @file The user agent's side of a MediaStream of ours: what a StreamController changes. */

import { fire } from './fire.js';
import { trackStateOf } from './state/track.js';

/** @import { StreamState } from './state/stream.js' */

/**
 * A track set that the user agent changes, and where its events go.
 * @typedef {Pick<OwnTrackSet, keyof OwnTrackSet>} TrackSet
 */

export class OwnTrackSet {
  #state;

  /**
   * @param {EventTarget} stream
   * @param {StreamState} state
   */
  constructor(stream, state) {
    this.stream = stream;
    this.#state = state;
  }

  /** The stream's id in the core. */
  get id() {
    return this.#state.id;
  }

  get tracks() {
    return this.#state.tracks;
  }

  get observed() {
    return this.#state.observed;
  }

  /**
   * A track's id in the core; undefined for what can't be in the set.
   * @param {unknown} track
   */
  idOf = (track) => trackStateOf(track)?.id;

  /** Learns what script changed. The core hears of that at once. */
  update() {}

  /** @param {EventTarget} track */
  append(track) {
    this.#state.append(track);
  }

  /** @param {EventTarget} track */
  remove(track) {
    this.#state.remove(track);
  }

  /**
   * Fires a track event: https://www.w3.org/TR/mediacapture-streams/#fire-track-event
   * @param {string} type
   * @param {EventTarget} track
   */
  fire(type, track) {
    const { host } = this.#state;
    fire(host, this.stream, new host.MediaStreamTrackEvent(type, { track }));
  }
}

