/** @file What is behind a MediaStreamTrack. */

import { INHERENT_PROPERTIES } from '#properties';
import { Stamp } from '../brand.js';
import { bytes, core, readBytes } from '../core.js';
import { copyDictionary } from '../dictionary.js';
import { NO_HANDLERS } from '../event-handler.js';
import { NO_LISTENERS } from '../event-listener.js';
import { TRACK_EVENTS } from '../event-types.js';
import { PAGE_SIZE, Pages, STRIDE_SHIFT, Slot, TRACK } from '../pages.js';
import { illegalInvocation } from '../webidl.js';

/** @import { SourceState } from './source.js' */
/** @import { Group } from './live-tracks.js' */
/** @import { Dictionary } from '../dictionary.js' */

// The flags of src/media/track.rs.
const ENDED = 1;
const DISABLED = 2;
const MUTED = 4;

/** @type {Dictionary} */
const NO_CONSTRAINTS = {};

export const trackPages = new Pages(TRACK);

export class TrackState extends Slot {
  /** @param {SourceState} source */
  constructor(source) {
    super(trackPages);
    this.host = source.host;
    this.source = source;
    this.kind = source.kind;
    this.label = source.label;
    /** @type {Dictionary} */
    this.settings = source.settings;
    this.constraints = NO_CONSTRAINTS;
    /** As the core has it. */
    this.contentHint = '';
    this.handlers = NO_HANDLERS;
    /** How many of them there are. */
    this.handled = 0;
    /** The other listeners by which it is observed. */
    this.listeners = NO_LISTENERS;
    /** Whether it is kept alive: while it is observed and live. */
    this.isKept = false;
    /**
     * While the track is live.
     * @type {Group | undefined}
     */
    this.group = undefined;
  }

  /** The flags of src/media/track.rs. Engines read fast what objects of one class have: so each class has a getter of its own. */
  get state() {
    const address = this.address + ((this.id & (PAGE_SIZE - 1)) << STRIDE_SHIFT);
    return bytes[address] ?? readBytes()[address];
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

  /** A copy of the settings; when the track has ended, of those that are inherent. */
  copySettings() {
    if (!this.ended) return copyDictionary(this.settings);
    /** @type {Dictionary} */
    const settings = { __proto__: null, ...this.settings };
    /** @type {Dictionary} */
    const inherent = { __proto__: null };
    for (let i = 0; i < INHERENT_PROPERTIES.length; i++) inherent[INHERENT_PROPERTIES[i]] = settings[INHERENT_PROPERTIES[i]];
    return copyDictionary(inherent);
  }

  get eventTypes() {
    return TRACK_EVENTS;
  }

  /**
   * An observed track lives as long as its source can fire events at it.
   * @param {number} types of the listener that was added
   */
  listenerAdded(types) {
    if (!core.track_add_event_listener(this.id, types) || this.isKept || !this.group) return;
    this.isKept = true;
    this.source.tracks.keep(this.group);
  }

  /**
   * @param {number} type the event handler attribute's
   * @param {boolean} isSet
   */
  handlerChanged(type, isSet) {
    if (isSet) {
      this.handled++;
      this.listenerAdded(1 << type);
    } else {
      this.handled--;
      this.listenerRemoved();
    }
  }

  /** Nothing keeps it alive for a listener when it was the last one. */
  listenerRemoved() {
    if (this.handled || this.listeners.length) return;
    core.track_remove_event_listener(this.id);
    this.#release();
  }

  /**
   * The core ended the track.
   * @param {EventTarget} wrapper
   */
  end(wrapper) {
    this.#release();
    this.group?.remove(wrapper);
    this.group = undefined;
  }

  #release() {
    if (!this.isKept || !this.group) return;
    this.isKept = false;
    this.source.tracks.release(this.group);
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
}

export class TrackBrand extends Stamp {
  #state;

  /**
   * @param {object} wrapper
   * @param {TrackState} state
   */
  constructor(wrapper, state) {
    super(wrapper);
    this.#state = state;
  }

  /**
   * Nearly all that are asked for are tracks: so it is looked for once.
   * @param {unknown} value
   */
  static of(value) {
    if (value === undefined) return undefined;
    try {
      return /** @type {TrackBrand} */ (value).#state;
    } catch {
      return undefined;
    }
  }

  /** @param {unknown} value */
  static get(value) {
    try {
      return /** @type {TrackBrand} */ (value).#state;
    } catch {
      return illegalInvocation();
    }
  }
}

/** What is behind a MediaStreamTrack; undefined for anything else. */
export const trackStateOf = TrackBrand.of;

/** What is behind a MediaStreamTrack; throws for anything else. */
export const thisTrack = TrackBrand.get;
