/**
 * @file The wrappers of a source's live tracks: how the source finds them, and which of them it keeps alive.
 *
 * Those that are observed it must keep (https://www.w3.org/TR/mediacapture-streams/#garbage-collection-0). They come in
 * groups that are kept or collected as a whole, since a WeakRef costs more than all the rest of a track. The source also
 * keeps the newest group until that is full; so tracks that are dropped without being stopped do not accumulate.
 */

import { apply, setPrototypeOf } from '../builtins.js';
import { trackStateOf } from './track.js';

/** @import { TrackState } from './track.js' */

const GROUP_SIZE = 16;

/** How many groups there are at least before those that were collected are swept out. */
const MIN_SWEEP = 16;

const Weak = WeakRef;
const { deref } = Weak.prototype;

/**
 * A weak reference: what tells what it refers to, while that is there.
 * @template {object} Target
 * @param {Target} target
 * @returns {() => Target | undefined}
 */
export function weakly(target) {
  const reference = new Weak(target);
  return () => apply(deref, reference, []);
}

/** Tracks that were created one after another. Each refers to its group, which so lives as long as one of them. */
export class Group {
  /** How many there were. */
  created = 0;
  /** How many of them are live. */
  live = 0;
  /** How many of them are observed. */
  observed = 0;
  /** @type {(EventTarget | undefined)[]} those that are live */
  tracks = setPrototypeOf([], null);
  /** @type {WeakRef<Group> | undefined} */
  weak = undefined;

  /** Its place in the source's list. */
  number;

  /** @param {number} number */
  constructor(number) {
    this.number = number;
  }

  /** @param {EventTarget} track */
  remove(track) {
    for (let i = 0; i < this.created; i++) {
      if (this.tracks[i] === track) {
        this.tracks[i] = undefined;
        this.live--;
      }
    }
  }

}

/**
 * The number of each track's group, by the track's id.
 * @type {number[]}
 */
export const groupNumbers = setPrototypeOf([], null);

export class LiveTracks {
  /** @type {(Group | WeakRef<Group>)[]} by their numbers; a group that must not be collected is here itself */
  #groups = setPrototypeOf([], null);
  /** @type {number[]} of no group any more */
  #free = setPrototypeOf([], null);
  #newest = 0;
  #sweepAt = MIN_SWEEP;

  /** The group that the next track joins. */
  get newest() {
    const group = this.#at(this.#newest);
    return !group || group.created === GROUP_SIZE ? this.#begin(group) : group;
  }

  /** @param {Group | undefined} full the newest until now, if it is still there */
  #begin(full) {
    if (full?.observed === 0) this.#letGo(full);
    if (this.#groups.length - this.#free.length >= this.#sweepAt) this.#sweep();
    const reused = this.#free.length - 1;
    const group = new Group(reused < 0 ? this.#groups.length : this.#free[reused]);
    if (reused >= 0) this.#free.length = reused;
    this.#newest = group.number;
    return (this.#groups[group.number] = group);
  }

  /**
   * A live track; undefined if it was collected: nobody can tell what happens to it.
   * @param {number} id
   */
  find(id) {
    const group = this.#at(groupNumbers[id]);
    for (let i = 0; group && i < group.created; i++) {
      if (trackStateOf(group.tracks[i])?.id === id) return group.tracks[i];
    }
    return undefined;
  }

  /** @param {(track: TrackState) => void} visit */
  each(visit) {
    for (let number = 0; number < this.#groups.length; number++) {
      const group = this.#at(number);
      for (let i = 0; group && i < group.created; i++) {
        const track = trackStateOf(group.tracks[i]);
        if (track) visit(track);
      }
    }
  }

  /**
   * A track of the group is observed: it must not be collected.
   * @param {Group} group
   */
  keep(group) {
    group.observed++;
    this.#groups[group.number] = group;
  }

  /**
   * A track of the group is observed no more, or has ended.
   * @param {Group} group
   */
  release(group) {
    if (--group.observed === 0) this.#letGo(group);
  }

  /** @param {Group} group */
  #letGo(group) {
    this.#groups[group.number] = group.weak ??= new Weak(group);
  }

  /** Forgets the groups that were collected, and those whose tracks have ended. */
  #sweep() {
    this.#free.length = 0;
    for (let number = 0; number < this.#groups.length; number++) {
      if (!this.#at(number)?.live) this.#free[this.#free.length] = number;
    }
    const { length } = this.#groups;
    // So many more that looking through all of them is little for each, also when there were many once.
    this.#sweepAt = MIN_SWEEP + 2 * (length - this.#free.length) + (length >> 2);
  }

  /**
   * @param {number} number
   * @returns {Group | undefined}
   */
  #at(number) {
    const group = this.#groups[number];
    return group === undefined || group instanceof Group ? group : apply(deref, group, []);
  }
}
