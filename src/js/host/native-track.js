/**
 * @file Ends and mutes a track of the host's, where the host does not.
 *
 * The core has a source for each, of its own, and so decides that both happen once.
 */

import { apply } from '../builtins.js';
import { core, instantiate } from '../core.js';
import { dispatchSourceEffects } from '../dispatch.js';
import { ENDED, EVENT_OF_KIND } from '../effects.js';
import { Slot } from '../pages.js';
import { sourcePages } from '../state/source.js';
import { trackPages } from '../state/track.js';

/** @import { NativeHost } from './native-host.js' */

/** @type {WeakMap<object, NativeTrack>} */
const nativeTracks = new WeakMap();

/** It is the core's source, and that source's one track. */
export class NativeTrack extends Slot {
  #native;

  /**
   * @param {any} track
   * @param {NativeHost} native
   */
  constructor(track, native) {
    instantiate();
    super(sourcePages, core.create_source());
    this.#native = native;
    /** Kept, for the core's track not to be freed. */
    this.slot = new Slot(trackPages, core.create_track(this.id, 0));
    this.track = track;
  }

  /** The source ends: the track is ended, and hears of it, unless it was. */
  end() {
    core.end_source(this.id);
    dispatchSourceEffects(this);
  }

  /** @param {boolean} muted */
  setMuted(muted) {
    core.set_source_muted(this.id, muted ? 1 : 0);
    dispatchSourceEffects(this);
  }

  /**
   * An effect of the core.
   * @param {number} kind
   */
  happens(kind) {
    const { host } = this.#native;
    if (kind === ENDED) {
      // Script, or the host, ended it before: then the event is over, or there is none.
      if (this.track.readyState === 'ended') return;
      this.track.stop();
    }
    apply(host.dispatchEvent, this.track, [new host.Event(EVENT_OF_KIND[kind])]);
  }
}

/**
 * @param {EventTarget} track
 * @param {NativeHost} native
 */
export function nativeTrackOf(track, native) {
  let nativeTrack = nativeTracks.get(track);
  if (nativeTrack === undefined) nativeTracks.set(track, (nativeTrack = new NativeTrack(track, native)));
  return nativeTrack;
}
