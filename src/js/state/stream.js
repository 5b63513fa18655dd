/** @file What is behind a MediaStream. */

import { Stamp } from '../brand.js';
import { append, isObject } from '../builtins.js';
import { bytes, core, instantiate, noticeGrowth, outOfMemory, readBytes } from '../core.js';
import { NO_HANDLERS } from '../event-handler.js';
import { REMOVETRACK, STREAM_EVENTS } from '../event-types.js';
import { PAGE_SIZE, Pages, STREAM, STRIDE_SHIFT, Slot } from '../pages.js';
import { illegalInvocation } from '../webidl.js';
import { trackStateOf } from './track.js';

/** @import { Host } from '../realm.js' */

// The flags of src/media/stream.rs.
const ACTIVE = 1;
const OBSERVED = 2;

/** So many holes a list may have in any case. It is filled up when half of the rest is holes as well. */
const MIN_HOLES = 32;

/** So many places are looked at for a track, before it is noted of each where it is. */
const MAX_STEPS = 32;

/** @type {(EventTarget | undefined)[]} */
const NO_TRACKS = [];

const pages = new Pages(STREAM);

export class StreamState extends Slot {
  /** @param {Host} host */
  constructor(host) {
    instantiate();
    super(pages);
    this.host = host;
    /** The wrappers of the track set, in the order of the core's, with holes where tracks were removed. */
    this.list = NO_TRACKS;
    this.holes = 0;
    /** Where a track was found last. */
    this.found = 0;
    /**
     * Where each track of ours is, by its id in the core: from a search that took long until all of them move.
     * @type {Record<string, number> | undefined}
     */
    this.places = undefined;
    this.handlers = NO_HANDLERS;
    /** @type {Record<string, EventTarget> | undefined} */
    this.byId = undefined;
    this.page.latest = this.id = core.create_stream();
  }

  /** The track set. */
  get tracks() {
    if (this.holes) this.#fillHoles();
    return /** @type {EventTarget[]} */ (this.list);
  }

  set tracks(tracks) {
    this.list = tracks;
    this.holes = 0;
    this.byId = undefined;
    this.places = undefined;
  }

  /** The track set by the tracks' ids, until it changes. */
  tracksById() {
    if (!this.byId) {
      const { tracks } = this;
      /** @type {Record<string, EventTarget>} */
      const byId = { __proto__: /** @type {any} */ (null) };
      for (let i = 0; i < tracks.length; i++) {
        const id = trackStateOf(tracks[i])?.uniqueId;
        if (id !== undefined) byId[id] = tracks[i];
      }
      this.byId = byId;
    }
    return this.byId;
  }

  /** The flags of src/media/stream.rs. Engines read fast what objects of one class have: so each class has a getter of its own. */
  get state() {
    const address = this.address + ((this.id & (PAGE_SIZE - 1)) << STRIDE_SHIFT);
    return bytes[address] ?? readBytes()[address];
  }

  get active() {
    return (this.state & ACTIVE) !== 0;
  }

  get observed() {
    return (this.state & OBSERVED) !== 0;
  }

  get eventTypes() {
    return STREAM_EVENTS;
  }

  /** @param {number} types of the listener that was added */
  listenerAdded(types) {
    if (!this.observed) core.stream_add_event_listener(this.id, types);
  }

  /**
   * @param {number} type the event handler attribute's
   * @param {boolean} isSet
   */
  handlerChanged(type, isSet) {
    if (type === REMOVETRACK) core.set_onremovetrack(this.id, +isSet);
    else if (isSet) this.listenerAdded(1 << type);
  }

  /**
   * Adds a track to the set. Returns whether it was not there.
   * @param {EventTarget} track
   * @param {number} id the track's in the core
   */
  add(track, id) {
    if (this.holes > MIN_HOLES + this.list.length / 2) this.#fillHoles();
    const added = core.add_track(this.id, id);
    if (added > 1) outOfMemory();
    // After a change of the core's nothing is called until this agrees with it: so wherever the stack ends, both have
    // changed or neither.
    if (!added) return false;
    this.byId = undefined;
    if (this.list === NO_TRACKS) this.list = [track];
    else if (this.#endsInHole) {
      this.list[this.list.length - 1] = track;
      this.holes--;
    } else append(this.list, track);
    if (this.places) this.places[id] = this.list.length - 1;
    noticeGrowth();
    return true;
  }

  /**
   * Removes a track from the set. Returns whether it was there.
   * @param {EventTarget} track
   * @param {number} id the track's in the core
   */
  remove(track, id) {
    const i = this.#indexOf(track, id);
    // As in add().
    if (!core.remove_track(this.id, id)) return false;
    this.byId = undefined;
    this.list[i] = undefined;
    this.holes++;
    if (this.places) delete this.places[id];
    return true;
  }

  /**
   * Adds tracks to the empty set of a stream that nobody has yet.
   * @param {EventTarget[]} tracks an array that is nobody else's
   */
  fill(tracks) {
    let length = 0;
    for (let i = 0; i < tracks.length; i++) {
      const added = core.add_track(this.id, trackStateOf(tracks[i])?.id ?? 0);
      if (added > 1) outOfMemory();
      if (added) tracks[length++] = tracks[i];
    }
    if (length < tracks.length) tracks.length = length;
    this.list = tracks;
    noticeGrowth();
  }

  /**
   * Tracks are often removed in their order: the search begins where the last one ended.
   * @param {EventTarget} track
   * @param {number} id the track's in the core
   * @returns {number} any, if the track isn't there: the core knows that
   */
  #indexOf(track, id) {
    const { list, found } = this;
    for (let n = 0; n < list.length; n++) {
      if (n === MAX_STEPS && trackStateOf(track)) return (this.places ??= placesOf(list))[id];
      const i = (found + n) % list.length;
      if (list[i] === track) return (this.found = i);
    }
    return 0;
  }

  /** Where a track is added then: what is added and removed over and over needs no more room. */
  get #endsInHole() {
    return this.holes && this.list[this.list.length - 1] === undefined;
  }

  #fillHoles() {
    const list = /** @type {EventTarget[]} */ (this.list);
    let length = 0;
    for (let i = 0; i < list.length; i++) if (list[i] !== undefined) list[length++] = list[i];
    list.length = length;
    this.tracks = list;
  }
}

/** @param {(EventTarget | undefined)[]} list */
function placesOf(list) {
  /** @type {Record<string, number>} */
  const places = { __proto__: /** @type {any} */ (null) };
  for (let i = 0; i < list.length; i++) places[/** @type {number} */ (trackStateOf(list[i])?.id)] = i;
  return places;
}

export class StreamBrand extends Stamp {
  #state;

  /**
   * @param {object} wrapper
   * @param {StreamState} state
   */
  constructor(wrapper, state) {
    super(wrapper);
    this.#state = state;
  }

  /** @param {unknown} value */
  static of(value) {
    return isObject(value) && #state in value ? value.#state : undefined;
  }

  /** @param {unknown} value */
  static get(value) {
    try {
      return /** @type {StreamBrand} */ (value).#state;
    } catch {
      return illegalInvocation();
    }
  }
}

/** What is behind a MediaStream; undefined for anything else. */
export const streamStateOf = StreamBrand.of;

/** What is behind a MediaStream; throws for anything else. */
export const thisStream = StreamBrand.get;
