/** @file One stream that captures a media element. */

import { apply } from '../builtins.js';
import { AssociatedTracks } from '../window/associated-tracks.js';
import { hostTrackSetOf } from '../window/host-track-set.js';
import { hostTrackOf } from '../window/host-track.js';

/** @import { HostMedia } from '../window/host-media.js' */

/**
 * A capture lives as long as its stream or one of its tracks does.
 * @type {WeakMap<object, Capture>}
 */
const captures = new WeakMap();

export class Capture {
  #native;
  #associated;
  #followed;
  /** Whether tracks are due: the element has not loaded anything yet, or something else. */
  #awaitsTracks;
  /** @type {EventTarget[]} the stream's tracks since when they are due, which are script's */
  #foreign = [];

  /**
   * @param {EventTarget} stream
   * @param {HostMedia} native
   */
  constructor(stream, native) {
    this.#native = native;
    this.#associated = new AssociatedTracks(hostTrackSetOf(native, stream), native);
    this.#followed = stream;
    captures.set(stream, this);
    this.follow(stream);
    this.#awaitsTracks = this.tracks.length === 0;
  }

  /** The tracks that render the element's source, also those that script has taken out of the stream. */
  get tracks() {
    return [...this.#associated.tracks];
  }

  /**
   * The tracks are those that a stream of the host's has, from now on.
   * @param {EventTarget} stream
   */
  follow(stream) {
    const { host } = this.#native;
    /** @param {(track: EventTarget) => void} change */
    const heard = (change) => (/** @type {any} */ { isTrusted, track }) => {
      if (isTrusted && this.#followed === stream) change(track);
    };
    this.#followed = stream;
    this.#add(this.#native.tracksOf(stream));
    apply(host.addEventListener, stream, ['addtrack', heard((track) => this.#add([track]))]);
    apply(host.addEventListener, stream, ['removetrack', heard((track) => this.#remove(track))]);
  }

  /**
   * The source of these tracks is gone: each ends, and then leaves, if the host has not seen to it.
   * @param {EventTarget[]} tracks
   */
  leave(tracks) {
    for (const track of tracks) {
      if (!this.#associated.has(track)) continue;
      hostTrackOf(track, this.#native).hostSource.end();
      this.#remove(track);
      this.#native.remove(this.#followed, track);
    }
    this.#foreign = this.#native.tracksOf(this.#associated.stream);
    this.#awaitsTracks = true;
  }

  /**
   * The element has loaded media: its tracks come, if the host has not added them.
   * @param {() => EventTarget} capture makes a stream of the host's that has them
   * @param {boolean} patient whether to leave it to the host while there are tracks that it may be about to announce
   * @returns {boolean} whether tracks are still due: some hosts know late which there are
   */
  fill(capture, patient) {
    if (this.#awaitsTracks && this.tracks.length === 0) {
      const isNew = (/** @type {EventTarget} */ track) => !this.#foreign.includes(track);
      if (patient && this.#native.tracksOf(this.#associated.stream).some(isNew)) return true;
      this.follow(capture());
    }
    this.#awaitsTracks &&= this.tracks.length === 0;
    return this.#awaitsTracks;
  }

  /** @param {EventTarget[]} tracks */
  #add(tracks) {
    const { tracks: known } = this;
    const added = tracks.filter((track) => !known.includes(track));
    for (const track of added) captures.set(track, this);
    this.#associated.reconcile([...known, ...added]);
  }

  /** @param {EventTarget} track */
  #remove(track) {
    this.#associated.reconcile(this.tracks.filter((other) => other !== track));
  }
}
