/** @file What is behind a TrackSource, and lives as long as any track of it. */

import { core, instantiate } from '../core.js';
import { Pages, Slot } from '../pages.js';
import { LiveTracks } from './live-tracks.js';

/** @import { Host } from '../realm.js' */
/** @import { Dictionary } from '../dictionary.js' */

// The flags of src/source.rs.
const ENDED = 1;
const MUTED = 2;
const OBSERVED = 4;
const IN_USE = 8;

const pages = new Pages('source');

export class SourceState extends Slot {
  /**
   * @param {Host} host
   * @param {'audio' | 'video'} kind
   * @param {string} label
   * @param {Dictionary} settings
   * @param {Dictionary} capabilities
   */
  constructor(host, kind, label, settings, capabilities) {
    instantiate();
    super(pages, core.create_source());
    this.host = host;
    this.kind = kind;
    this.label = label;
    this.settings = settings;
    this.capabilities = capabilities;
    this.tracks = new LiveTracks();
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
