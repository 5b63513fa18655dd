/** @file The streams of an RTCPeerConnection, by their ids. */

/** @import { AssociatedTracks } from '../window/associated-tracks.js' */

/**
 * A stream without tracks lives as long as script has it, and so does what belongs to it.
 * @type {WeakMap<object, AssociatedTracks>}
 */
const belonging = new WeakMap();

/** In a long call streams come and go: one that has no tracks left is kept only for whom script keeps it. */
export class RemoteStreams {
  /** @type {Map<string, AssociatedTracks>} */
  #streams = new Map();
  /** @type {Map<string, WeakRef<AssociatedTracks>>} */
  #empty = new Map();

  /** @param {string} id */
  get(id) {
    const empty = this.#empty.get(id)?.deref();
    if (empty !== undefined) {
      this.#empty.delete(id);
      this.#streams.set(id, empty);
    }
    return this.#streams.get(id);
  }

  /**
   * @param {string} id
   * @param {AssociatedTracks} stream
   */
  add(id, stream) {
    belonging.set(stream.stream, stream);
    this.#streams.set(id, stream);
  }

  /** Those that have tracks, or have just lost the last. */
  get all() {
    return [...this.#streams.values()];
  }

  releaseEmpty() {
    for (const [id, stream] of this.#empty) if (stream.deref() === undefined) this.#empty.delete(id);
    for (const [id, stream] of this.#streams) {
      if (stream.tracks.length > 0) continue;
      this.#streams.delete(id);
      this.#empty.set(id, new WeakRef(stream));
    }
  }
}
