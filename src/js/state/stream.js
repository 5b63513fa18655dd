/** @file What is behind a MediaStream. */

import { Stamp } from '../brand.js';
import { removeItem } from '../builtins.js';
import { core, instantiate } from '../core.js';
import { NO_HANDLERS } from '../event-handler.js';
import { Pages, Slot } from '../pages.js';
import { uniqueId } from '../unique-id.js';
import { trackStateOf } from './track.js';

/** @import { Host } from '../realm.js' */

// The flags of src/media/stream.rs.
const ACTIVE = 1;
const OBSERVED = 2;

/** @type {EventTarget[]} */
const NO_TRACKS = [];

const pages = new Pages(
  (page) => core.stream_states_address(page),
  (page) => core.free_stream_page(page),
);

export class StreamState extends Slot {
  /** @param {Host} host */
  constructor(host) {
    instantiate();
    super(pages, core.create_stream());
    this.host = host;
    /** The wrappers of the track set, in the order of the core's. */
    this.tracks = NO_TRACKS;
    this.handlers = NO_HANDLERS;
    /** @type {string | undefined} */
    this.uuid = undefined;
    /** @type {Record<string, EventTarget> | undefined} */
    this.byId = undefined;
  }

  /** The id that script sees, made when it is first read. */
  get uniqueId() {
    return (this.uuid ??= uniqueId());
  }

  /** The track set by the tracks' ids, until it changes. */
  tracksById() {
    if (this.byId === undefined) {
      this.byId = { __proto__: /** @type {any} */ (null) };
      for (let i = 0; i < this.tracks.length; i++) {
        const id = trackStateOf(this.tracks[i])?.uniqueId;
        if (id !== undefined) this.byId[id] = this.tracks[i];
      }
    }
    return this.byId;
  }

  get active() {
    return (this.state & ACTIVE) !== 0;
  }

  get observed() {
    return (this.state & OBSERVED) !== 0;
  }

  /** @param {number} types */
  listenerAdded(types) {
    core.stream_add_event_listener(this.id, types);
  }

  /** Listeners never keep a MediaStream alive. */
  hold() {}

  /**
   * The core added a track.
   * @param {EventTarget} track
   */
  append(track) {
    this.byId = undefined;
    if (this.tracks === NO_TRACKS) this.tracks = [track];
    else this.tracks[this.tracks.length] = track;
  }

  /**
   * The core removed a track.
   * @param {EventTarget} track
   */
  remove(track) {
    this.byId = undefined;
    removeItem(this.tracks, track);
  }
}

class StreamBrand extends Stamp {
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
  static stateOf(value) {
    return typeof value === 'object' && value !== null && #state in value ? value.#state : undefined;
  }
}

/**
 * Makes an object a MediaStream.
 * @param {object} wrapper
 * @param {StreamState} state
 */
export const brandStream = (wrapper, state) => new StreamBrand(wrapper, state);

/** What is behind a MediaStream; undefined for anything else. */
export const streamStateOf = StreamBrand.stateOf;
