/** @file The tracks that the user agent itself keeps in a stream of the host's: script's own are not among them. */

import { reconcile, userAgentAdds, userAgentRemoves } from '../user-agent.js';
import { StreamState } from '../state/stream.js';

/** @import { HostMedia } from './host-media.js' */
/** @import { HostTrackSet } from './host-track-set.js' */

/**
 * A set of the core's that holds what the user agent associates with a stream. What changes in it is done to the
 * stream, where the host has not done it already. It implements {@link import('../track-set.js').TrackSet}.
 */
export class AssociatedTracks {
  #set;

  /**
   * @param {HostTrackSet} trackSet the stream's
   * @param {HostMedia} native
   */
  constructor(trackSet, native) {
    /** The stream's. */
    this.trackSet = trackSet;
    this.#set = new StreamState(native.host);
  }

  get id() {
    return this.#set.id;
  }

  get stream() {
    return this.trackSet.stream;
  }

  get tracks() {
    return this.#set.tracks;
  }

  get observed() {
    return this.trackSet.observed;
  }

  /** @param {unknown} track */
  idOf = (track) => this.trackSet.idOf(track);

  /** Only the user agent changes it. */
  update() {}

  /** @param {EventTarget} track */
  append(track) {
    this.#set.append(track);
  }

  /** @param {EventTarget} track */
  remove(track) {
    this.#set.remove(track);
  }

  /**
   * @param {string} type
   * @param {EventTarget} track
   */
  fire(type, track) {
    if (type === 'removetrack') userAgentRemoves(this.trackSet, track);
    else userAgentAdds(this.trackSet, track);
  }

  /** @param {EventTarget} track */
  has(track) {
    return this.tracks.includes(track);
  }

  /**
   * The user agent's tracks are these now.
   * @param {EventTarget[]} tracks
   */
  reconcile(tracks) {
    reconcile(this, tracks);
  }
}
