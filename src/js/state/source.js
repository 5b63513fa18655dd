/** @file What is behind a TrackSource, and lives as long as any track of it. */

import { bytes, core, instantiate, readBytes } from '../core.js';
import { ENDED as TRACK_ENDED, EVENT_OF_KIND } from '../effects.js';
import { fire } from '../fire.js';
import { PAGE_SIZE, Pages, SOURCE, STRIDE_SHIFT, Slot } from '../pages.js';
import { changedSettings } from '../settings.js';
import { LiveTracks } from './live-tracks.js';
import { trackStateOf } from './track.js';

/** @import { Host } from '../realm.js' */
/** @import { Dictionary } from '../dictionary.js' */
/** @import { Device, Mode } from '../solver/index.js' */

// The flags of src/media/source.rs.
const ENDED = 1;
const MUTED = 2;
const OBSERVED = 4;
const IN_USE = 8;

const pages = new Pages(SOURCE);

/** A source in the core. */
export class SourceSlot extends Slot {
  constructor() {
    instantiate();
    super(pages);
    this.page.latest = this.id = core.create_source();
  }
}

export class SourceState extends SourceSlot {
  tracks = new LiveTracks();

  /**
   * @param {Host} host
   * @param {'audio' | 'video'} kind
   * @param {string} label
   * @param {Dictionary} settings
   * @param {Dictionary} capabilities
   * @param {Mode[]} [modes]
   */
  constructor(host, kind, label, settings, capabilities, modes = undefined) {
    super();
    this.host = host;
    this.kind = kind;
    this.label = label;
    this.settings = settings;
    this.capabilities = capabilities;
    this.modes = modes;
  }

  /**
   * An effect of the core.
   * @param {number} kind
   * @param {number} id the track's
   */
  happens(kind, id) {
    const track = this.tracks.find(id);
    if (!track) return;
    const state = /** @type {import('./track.js').TrackState} */ (trackStateOf(track));
    if (kind === TRACK_ENDED) state.end(track);
    fire(state.host, track, new state.host.Event(EVENT_OF_KIND[kind]));
  }

  /**
   * The user agent chose new settings.
   * @param {Dictionary} changed
   */
  changeSettings(changed) {
    this.settings = changedSettings(this.settings, changed);
    this.tracks.each((track) => {
      track.settings = changedSettings(track.settings, changed);
    });
  }

  /**
   * What the solver chooses settings from.
   * @returns {Device}
   */
  get constrainable() {
    const { kind, capabilities, modes, settings } = this;
    return { kind, capabilities, modes, settings };
  }

  /** The flags of src/media/source.rs. Engines read fast what objects of one class have: so each class has a getter of its own. */
  get state() {
    const address = this.address + ((this.id & (PAGE_SIZE - 1)) << STRIDE_SHIFT);
    return bytes[address] ?? readBytes()[address];
  }

  get ended() {
    return (this.state & ENDED) !== 0;
  }

  get muted() {
    return (this.state & MUTED) !== 0;
  }

  get observed() {
    return (this.state & OBSERVED) !== 0;
  }

  /** Whether some track of it is live. */
  get inUse() {
    return (this.state & IN_USE) !== 0;
  }
}
