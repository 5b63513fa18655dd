/**
 * @file What the core knows of a track of the host's: it shares a source with its clones, and with nobody else. So the
 * core can end, mute and hint, where the host does not.
 */

import { apply } from '../builtins.js';
import { core } from '../core.js';
import { ENDED, EVENT_OF_KIND } from '../effects.js';
import { TrackState } from '../state/track.js';
import { NativeSource } from './native-source.js';
import { followSilentTrack, isEnded } from './silent-track.js';

/** @import { NativeHost } from './native-host.js' */

/** @type {WeakMap<object, NativeTrack>} */
const nativeTracks = new WeakMap();

export class NativeTrack extends TrackState {
  #track;
  #native;

  /**
   * @param {any} track
   * @param {number} id
   * @param {NativeSource} nativeSource
   * @param {NativeHost} native
   */
  constructor(track, id, nativeSource, native) {
    super(id, /** @type {any} */ (nativeSource));
    this.#track = track;
    this.#native = native;
    this.nativeSource = nativeSource;
    nativeSource.tracks.set(id, new WeakRef(this));
    nativeTracks.set(track, this);
    if (native.isSilent) followSilentTrack(track, this, native);
  }

  /**
   * Nobody but the host keeps it alive.
   * @override
   */
  hold() {}

  /** @param {number} kind an effect's */
  happens(kind) {
    if (kind === ENDED && !this.#stops()) return;
    const { dispatchEvent, Event } = this.host;
    apply(dispatchEvent, this.#track, [new Event(EVENT_OF_KIND[kind])]);
  }

  /** Ends it in the host, which does not know of it. Returns whether that is news to script. */
  #stops() {
    // By script, or by the host: then the event is over, or there is none.
    if (isEnded(this.#track)) return this.#native.isSilent;
    let told = false;
    const listen = ['ended', () => (told = true)];
    apply(this.host.addEventListener, this.#track, listen);
    this.#track.stop();
    apply(this.host.removeEventListener, this.#track, listen);
    return !told;
  }

  /**
   * The host cloned the track.
   * @param {any} clone
   */
  cloned(clone) {
    new NativeTrack(clone, core.clone_track(this.id), this.nativeSource, this.#native);
  }
}

/**
 * @param {any} track
 * @param {NativeHost} native
 */
export function nativeTrackOf(track, native) {
  const known = nativeTracks.get(track);
  if (known !== undefined) return known;
  const source = new NativeSource(native.trackHost, !native.isSilent || !track.muted);
  const id = core.create_track(source.id, track.kind === 'video' ? 1 : 0);
  if (native.isSilent && isEnded(track)) core.stop(id);
  return new NativeTrack(track, id, source, native);
}
