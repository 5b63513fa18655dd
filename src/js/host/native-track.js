/**
 * @file What the core knows of a track of the host's: it shares a source with its clones, and with nobody else. So the
 * core can end, mute and hint, where the host does not.
 */

import { apply } from '../builtins.js';
import { core, instantiate } from '../core.js';
import { dispatchSourceEffects } from '../dispatch.js';
import { ENDED, EVENT_OF_KIND } from '../effects.js';
import { Slot } from '../pages.js';
import { sourcePages } from '../state/source.js';
import { trackPages } from '../state/track.js';

/** @import { Host } from '../realm.js' */
/** @import { NativeHost } from './native-host.js' */

/** @type {WeakMap<object, NativeTrack>} */
const nativeTracks = new WeakMap();

class NativeSource extends Slot {
  /** @type {Map<number, WeakRef<NativeTrack>>} by their ids */
  tracks = new Map();

  constructor() {
    instantiate();
    super(sourcePages, core.create_source());
  }

  /**
   * An effect of the core.
   * @param {number} kind
   * @param {number} id the track's
   */
  happens(kind, id) {
    this.tracks.get(id)?.deref()?.happens(kind);
  }
}

export class NativeTrack extends Slot {
  #track;
  #source;
  #host;

  /**
   * @param {any} track
   * @param {number} id
   * @param {NativeSource} source
   * @param {Host} host
   */
  constructor(track, id, source, host) {
    super(trackPages, id);
    this.#track = track;
    this.#source = source;
    this.#host = host;
    source.tracks.set(id, new WeakRef(this));
    nativeTracks.set(track, this);
  }

  /** The source ends: the track and its clones end, and hear of it, unless they have ended before. */
  end() {
    core.end_source(this.#source.id);
    dispatchSourceEffects(this.#source);
  }

  /** @param {boolean} muted */
  setMuted(muted) {
    core.set_source_muted(this.#source.id, muted ? 1 : 0);
    dispatchSourceEffects(this.#source);
  }

  /** @param {number} kind an effect's */
  happens(kind) {
    if (kind === ENDED) {
      // By script, or by the host: then the event is over, or there is none.
      if (this.#track.readyState === 'ended') return;
      this.#track.stop();
    }
    apply(this.#host.dispatchEvent, this.#track, [new this.#host.Event(EVENT_OF_KIND[kind])]);
  }

  /**
   * The host cloned the track.
   * @param {any} clone
   */
  cloned(clone) {
    new NativeTrack(clone, core.clone_track(this.id), this.#source, this.#host);
  }
}

/**
 * @param {any} track
 * @param {NativeHost} native
 */
export function nativeTrackOf(track, native) {
  const known = nativeTracks.get(track);
  if (known !== undefined) return known;
  const source = new NativeSource();
  return new NativeTrack(track, core.create_track(source.id, track.kind === 'video' ? 1 : 0), source, native.host);
}
