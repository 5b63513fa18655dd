/**
 * @file The wrappers of a source's live tracks: how the source finds them, and which of them it keeps alive.
 *
 * Those that are observed it must keep (https://www.w3.org/TR/mediacapture-streams/#garbage-collection-0). The others
 * come in groups that are collected as a whole, since a WeakRef costs more than all the rest of a track. It keeps the
 * newest group as well; so tracks that are dropped without being stopped do not accumulate.
 */

import { apply, removeItem } from '../builtins.js';

const GROUP_SIZE = 16;

/** How many groups there are at least before those that were collected are swept out. */
const MIN_SWEEP = 16;

// A host without WeakRef keeps all live tracks.
const Weak = typeof WeakRef === 'function' ? WeakRef : undefined;
const deref = /** @type {Function} */ (Weak?.prototype.deref);

/** Tracks that were created one after another. Each refers to its group, which so lives as long as one of them. */
export class Group {
  #created = 0;
  /** @type {EventTarget[]} those that are live */
  #tracks = [];

  /** @param {EventTarget} track */
  add(track) {
    this.#created++;
    this.#tracks[this.#tracks.length] = track;
  }

  /** @param {EventTarget} track */
  remove(track) {
    removeItem(this.#tracks, track);
  }

  /** @param {(track: EventTarget) => unknown} isWanted */
  find(isWanted) {
    for (let i = 0; i < this.#tracks.length; i++) {
      if (isWanted(this.#tracks[i])) return this.#tracks[i];
    }
    return undefined;
  }

  get isFull() {
    return this.#created === GROUP_SIZE;
  }

  get isEmpty() {
    return this.#tracks.length === 0;
  }
}

export class LiveTracks {
  #newest = new Group();
  /** @type {(Group | WeakRef<Group>)[]} */
  #older = [];
  #sweepAt = MIN_SWEEP;
  /** @type {EventTarget[]} */
  #observed = [];

  /**
   * A track was created: the group that it belongs to.
   * @param {EventTarget} track
   */
  add(track) {
    if (this.#newest.isFull) {
      this.#older[this.#older.length] = Weak === undefined ? this.#newest : new Weak(this.#newest);
      this.#newest = new Group();
      if (this.#older.length >= this.#sweepAt) this.#sweep();
    }
    this.#newest.add(track);
    return this.#newest;
  }

  /**
   * The first track that is wanted; undefined if there is none, or it was collected.
   * @param {(track: EventTarget) => unknown} isWanted
   */
  find(isWanted) {
    for (let i = 0; i < this.#older.length; i++) {
      const track = this.#at(i)?.find(isWanted);
      if (track !== undefined) return track;
    }
    return this.#newest.find(isWanted);
  }

  /**
   * A track is observed: it must not be collected.
   * @param {EventTarget} track
   */
  keep(track) {
    this.#observed[this.#observed.length] = track;
  }

  /**
   * An observed track ended.
   * @param {EventTarget} track
   */
  release(track) {
    removeItem(this.#observed, track);
  }

  #sweep() {
    let kept = 0;
    for (let i = 0; i < this.#older.length; i++) {
      if (this.#at(i)?.isEmpty === false) this.#older[kept++] = this.#older[i];
    }
    this.#older.length = kept;
    this.#sweepAt = MIN_SWEEP + 2 * kept;
  }

  /**
   * @param {number} i
   * @returns {Group | undefined}
   */
  #at(i) {
    const group = this.#older[i];
    return Weak !== undefined && group instanceof Weak ? apply(deref, group, []) : /** @type {Group} */ (group);
  }
}
