/**
 * @file The wrappers of a source's live tracks: how the source finds them, and which of them it keeps alive.
 *
 * Those that are observed it must keep (https://www.w3.org/TR/mediacapture-streams/#garbage-collection-0). Of the
 * others it keeps the newest, since a WeakRef costs more than all the rest of a track; when there are more, it lets
 * the oldest go weak, so that tracks which are dropped without being stopped do not accumulate.
 */

import { apply } from '../builtins.js';
import { trackStateOf } from './track.js';

/** How many of the newest tracks a source keeps, observed or not. */
const NURSERY_SIZE = 16;

/** How many entries there are at least before those of collected tracks are swept out. */
const MIN_SWEEP = 64;

// A host without WeakRef keeps all live tracks.
const Weak = typeof WeakRef === 'function' ? WeakRef : undefined;
const deref = /** @type {Function} */ (Weak?.prototype.deref);

export class LiveTracks {
  /** @type {number[]} in the order of the tracks' creation */
  #ids = [];
  /** @type {(EventTarget | WeakRef<EventTarget>)[]} */
  #tracks = [];
  /** Where the nursery begins. */
  #nursery = 0;
  #sweepAt = MIN_SWEEP;

  /**
   * @param {number} id
   * @param {EventTarget} track
   */
  add(id, track) {
    const length = this.#ids.length;
    this.#ids[length] = id;
    this.#tracks[length] = track;
    if (length - this.#nursery >= NURSERY_SIZE) this.#letOldestGo();
  }

  /**
   * The track of an id; undefined if it was collected.
   * @param {number} id
   * @returns {EventTarget | undefined}
   */
  find(id) {
    for (let i = 0; i < this.#ids.length; i++) {
      // The id of a collected track may be another's by now.
      const track = this.#ids[i] === id ? this.#at(i) : undefined;
      if (track !== undefined) return track;
    }
    return undefined;
  }

  /**
   * A track was observed: it must not be collected.
   * @param {number} id
   * @param {EventTarget} track
   */
  hold(id, track) {
    for (let i = 0; i < this.#nursery; i++) {
      if (this.#ids[i] === id && this.#at(i) === track) this.#tracks[i] = track;
    }
  }

  /**
   * A track ended.
   * @param {number} id
   */
  delete(id) {
    this.#keep((i) => this.#ids[i] !== id || this.#at(i) === undefined);
  }

  #letOldestGo() {
    const track = this.#at(this.#nursery);
    if (Weak !== undefined && track !== undefined && !trackStateOf(track)?.observed) {
      this.#tracks[this.#nursery] = new Weak(track);
    }
    this.#nursery++;
    if (this.#ids.length >= this.#sweepAt) {
      this.#keep((i) => this.#at(i) !== undefined);
      this.#sweepAt = MIN_SWEEP + 2 * this.#ids.length;
    }
  }

  /**
   * @param {number} i
   * @returns {EventTarget | undefined}
   */
  #at(i) {
    const track = this.#tracks[i];
    return Weak !== undefined && track instanceof Weak ? apply(deref, track, []) : /** @type {EventTarget} */ (track);
  }

  /** @param {(i: number) => boolean} isKept */
  #keep(isKept) {
    const nursery = this.#nursery;
    let kept = 0;
    for (let i = 0; i < this.#ids.length; i++) {
      if (isKept(i)) {
        this.#ids[kept] = this.#ids[i];
        this.#tracks[kept++] = this.#tracks[i];
      } else if (i < nursery) {
        this.#nursery--;
      }
    }
    this.#ids.length = this.#tracks.length = kept;
  }
}
