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
import { TrackState, trackPages } from '../state/track.js';
import { followSilentTrack } from './silent-track.js';

/** @import { NativeHost } from './native-host.js' */

/** @type {WeakMap<object, NativeTrack>} */
const nativeTracks = new WeakMap();

class NativeSource extends Slot {
  /** @type {Map<number, WeakRef<NativeTrack>>} by their ids */
  tracks = new Map();
  /** Whether a connection receives it. */
  #received = true;
  /** Whether media arrives, as far as the host tells. */
  #flowing;

  /**
   * @param {NativeHost} native
   * @param {boolean} flowing
   */
  constructor(native, flowing) {
    instantiate();
    super(sourcePages, core.create_source());
    this.native = native;
    this.host = native.trackHost;
    this.#flowing = flowing;
    if (!flowing) core.set_source_muted(this.id, 1);
  }

  end() {
    core.end_source(this.id);
    dispatchSourceEffects(this);
  }

  /** @param {boolean} received */
  set received(received) {
    this.#received = received;
    this.#mute();
  }

  /** @param {boolean} flowing */
  set flowing(flowing) {
    this.#flowing = flowing;
    this.#mute();
  }

  #mute() {
    core.set_source_muted(this.id, this.#received && this.#flowing ? 0 : 1);
    dispatchSourceEffects(this);
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

export class NativeTrack extends TrackState {
  #track;

  /**
   * @param {any} track
   * @param {number} id
   * @param {any} source a NativeSource
   */
  constructor(track, id, source) {
    super(id, source);
    this.#track = track;
    source.tracks.set(id, new WeakRef(this));
    nativeTracks.set(track, this);
    if (source.native.isSilent) followSilentTrack(track, this, source);
  }

  /** The source ends: the track and its clones end, and hear of it, unless they have ended before. */
  end() {
    this.source.end();
  }
}
