/** @file What is behind a MediaStreamTrack. */

import { INHERENT_PROPERTIES } from '#properties';
import { Stamp } from '../brand.js';
import { core } from '../core.js';
import { NO_HANDLERS } from '../event-handler.js';
import { Pages, Slot } from '../pages.js';
import { uniqueId } from '../unique-id.js';

/** @import { SourceState } from './source.js' */
/** @import { Dictionary } from '../dictionary.js' */

// The flags of src/media/track.rs.
const ENDED = 1;
const DISABLED = 2;
const MUTED = 4;
const OBSERVED = 8;

/** @type {Dictionary} */
const NO_CONSTRAINTS = {};

export const trackPages = new Pages(
  (page) => core.track_states_address(page),
  (page) => core.free_track_page(page),
);

export class TrackState extends Slot {
  /**
   * @param {number} id
   * @param {SourceState} source
   */
  constructor(id, source) {
    super(trackPages, id);
    this.host = source.host;
    this.source = source;
    this.kind = source.kind;
    this.label = source.label;
    /** @type {Dictionary} */
    this.settings = source.settings;
    this.constraints = NO_CONSTRAINTS;
    this.handlers = NO_HANDLERS;
    /**
     * While the track is live.
     * @type {import('./live-tracks.js').Group | undefined}
     */
    this.group = undefined;
    /** @type {string | undefined} */
    this.uuid = undefined;
  }

  /** The id that script sees, made when it is first read. */
  get uniqueId() {
    return (this.uuid ??= uniqueId());
  }

  get ended() {
    return (this.state & ENDED) !== 0;
  }

  get enabled() {
    return (this.state & DISABLED) === 0;
  }

  get muted() {
    return (this.state & MUTED) !== 0;
  }

  get observed() {
    return (this.state & OBSERVED) !== 0;
  }

  /** @param {number} types */
  listenerAdded(types) {
    core.track_add_event_listener(this.id, types);
  }

  /**
   * An observed track lives as long as its source can fire events at it.
   * @param {EventTarget} wrapper
   */
  hold(wrapper) {
    if (core.is_held_by_source(this.id)) this.source.tracks.keep(wrapper);
  }

  /**
   * The core ended the track.
   * @param {EventTarget} wrapper
   */
  end(wrapper) {
    /** @type {Dictionary} */
    const inherent = {};
    for (let i = 0; i < INHERENT_PROPERTIES.length; i++) {
      const property = INHERENT_PROPERTIES[i];
      if (property in this.settings) inherent[property] = this.settings[property];
    }
    this.settings = inherent;
    this.group?.remove(wrapper);
    this.group = undefined;
    if (this.observed) this.source.tracks.release(wrapper);
  }

  /** What the solver chooses settings from. */
  get constrainable() {
    return this.source.constrainable;
  }

  /**
   * @param {Dictionary} constraints
   * @param {Dictionary} settings
   */
  constrain(constraints, settings) {
    this.constraints = constraints;
    this.settings = settings;
  }

  /** @param {TrackState} original */
  copyFrom(original) {
    this.constraints = original.constraints;
    this.settings = original.settings;
  }
}

class TrackBrand extends Stamp {
  #state;

  /**
   * @param {object} wrapper
   * @param {TrackState} state
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
 * Makes an object a MediaStreamTrack.
 * @param {object} wrapper
 * @param {TrackState} state
 */
export const brandTrack = (wrapper, state) => new TrackBrand(wrapper, state);

/** What is behind a MediaStreamTrack; undefined for anything else. */
export const trackStateOf = TrackBrand.stateOf;
