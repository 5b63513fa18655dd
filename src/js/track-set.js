/** @file The user agent's side of a MediaStream: what a StreamController changes. */

import { fire } from './fire.js';
import { trackStateOf } from './state/track.js';

/** @import { StreamState } from './state/stream.js' */

/** A track set that the user agent changes, and where its events go: that of a stream of ours. */
export class TrackSet {
  /** @type {EventTarget} */
  stream;
  /**
   * What the core knows of the stream.
   * @type {StreamState}
   */
  mirror;

  /**
   * @param {EventTarget} stream
   * @param {StreamState} mirror
   */
  constructor(stream, mirror) {
    this.stream = stream;
    this.mirror = mirror;
  }

  /** The stream's id in the core. */
  get id() {
    return this.mirror.id;
  }

  get tracks() {
    return this.mirror.tracks;
  }

  get observed() {
    return this.mirror.observed;
  }

  /**
   * A track's id in the core; undefined for what can't be in the set.
   * @param {unknown} track
   * @returns {number | undefined}
   */
  idOf = (track) => trackStateOf(track)?.id;

  /** Learns what script changed. The core hears of that at once. */
  update() {}

  /**
   * Returns whether the track was not there.
   * @param {EventTarget} track
   */
  add(track) {
    return this.mirror.add(track, this.idOf(track) ?? 0);
  }

  /**
   * Returns whether the track was there.
   * @param {EventTarget} track
   */
  remove(track) {
    return this.mirror.remove(track, this.idOf(track) ?? 0);
  }

  /**
   * Fires a track event: https://www.w3.org/TR/mediacapture-streams/#fire-track-event
   * @param {string} type
   * @param {EventTarget} track
   */
  fire(type, track) {
    const { host } = this.mirror;
    // Whatever the page has added to Object.prototype is no member of this.
    fire(host, this.stream, new host.MediaStreamTrackEvent(type, /** @type {any} */ ({ __proto__: null, track })));
  }
}
