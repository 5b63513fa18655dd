/**
 * @file What the core knows of a track of the host's: it shares a source with its clones, and with nobody else. So the
 * core can end, mute and hint, where the host does not.
 */

import { apply } from '../builtins.js';
import { core } from '../core.js';
import { ENDED, EVENT_OF_KIND } from '../effects.js';
import { fire } from '../fire.js';
import { TrackState } from '../state/track.js';
import { HostSource } from './host-source.js';
import { followUnannouncedTrack, isEnded } from '../stack/unannounced-track.js';

/** @import { HostMedia } from './host-media.js' */

/** @type {WeakMap<object, HostTrack>} */
const nativeTracks = new WeakMap();

export class HostTrack extends TrackState {
  #track;
  #native;

  /**
   * @param {any} track
   * @param {HostSource} hostSource
   * @param {HostMedia} native
   * @param {HostTrack} [original] of which it is a clone
   */
  constructor(track, hostSource, native, original = undefined) {
    super(/** @type {any} */ (hostSource));
    const id = original ? core.clone_track(original.id) : core.create_track(hostSource.id, track.kind === 'video' ? 1 : 0);
    this.page.latest = this.id = id;
    if (original) this.contentHint = original.contentHint;
    this.#track = track;
    this.#native = native;
    this.hostSource = hostSource;
    hostSource.tracks.set(id, new WeakRef(this));
    nativeTracks.set(track, this);
    if (native.isUnannounced) followUnannouncedTrack(track, this, native);
  }

  /** @param {number} kind an effect's */
  happens(kind) {
    if (kind === ENDED && !this.#stops()) return;
    fire(this.host, this.#track, new this.host.Event(EVENT_OF_KIND[kind]));
  }

  /** Ends it in the host, which does not know of it. Returns whether that is news to script. */
  #stops() {
    // By script, or by the host: then the event is over, or there is none.
    if (isEnded(this.#track)) return this.#native.isUnannounced;
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
    new HostTrack(clone, this.hostSource, this.#native, this);
  }
}

/**
 * @param {any} track
 * @param {HostMedia} native
 */
export function hostTrackOf(track, native) {
  const known = nativeTracks.get(track);
  if (known !== undefined) return known;
  const source = new HostSource(native.trackHost, !native.isUnannounced || !track.muted);
  const state = new HostTrack(track, source, native);
  if (native.isUnannounced && isEnded(track)) core.stop(state.id);
  return state;
}
