/**
 * @file The track set of a MediaStream of the host's own.
 *
 * The core has a stream that mirrors it, and a track for each of its tracks, so that the same rules decide.
 */

import { core, instantiate } from '../core.js';
import { Slot } from '../pages.js';
import { sourcePages } from '../state/source.js';
import { StreamState } from '../state/stream.js';
import { trackPages } from '../state/track.js';

/** @import { HostMedia } from './host-media.js' */

/** @type {WeakMap<object, HostTrackSet>} */
const trackSets = new WeakMap();

/** @type {WeakMap<object, Slot>} */
const trackSlots = new WeakMap();

/**
 * Who provides the media of native tracks is the host's business: in the core, one source that nobody commands.
 * @type {Slot | undefined}
 */
let hostSource;

/** @param {object} track */
function slotOf(track) {
  let slot = trackSlots.get(track);
  if (slot === undefined) {
    instantiate();
    hostSource ??= new Slot(sourcePages, core.create_source());
    slot = new Slot(trackPages, core.create_track(hostSource.id, 0));
    trackSlots.set(track, slot);
  }
  return slot;
}

/**
 * @param {EventTarget[]} some
 * @param {EventTarget[]} others
 */
export function areSame(some, others) {
  if (some.length !== others.length) return false;
  for (let i = 0; i < some.length; i++) if (some[i] !== others[i]) return false;
  return true;
}

/** A track set of the host's. It implements {@link import('../track-set.js').TrackSet}. */
export class HostTrackSet {
  /**
   * What the core knows of the stream.
   * @type {StreamState}
   */
  mirror;
  /** Whether the host changes the set behind our back: then the mirror is what script knows, and follows script only. */
  followsScript = false;
  #native;

  /**
   * @param {EventTarget} stream
   * @param {HostMedia} native
   */
  constructor(stream, native) {
    this.stream = stream;
    this.#native = native;
    this.mirror = new StreamState(native.host);
    this.#reflect();
  }

  get id() {
    return this.mirror.id;
  }

  get tracks() {
    return this.mirror.tracks;
  }

  get observed() {
    return this.mirror.observed;
  }

  /** @param {unknown} track */
  idOf = (track) => (this.#native.isTrack(track) ? slotOf(track).id : undefined);

  /** Script changes a native stream without our knowledge. */
  update() {
    if (!this.followsScript) this.#reflect();
  }

  #reflect() {
    const mirrored = this.tracks;
    const tracks = this.#native.tracksOf(this.stream);
    if (areSame(mirrored, tracks)) return;
    for (let i = mirrored.length - 1; i >= 0; i--) core.remove_track(this.id, slotOf(mirrored[i]).id);
    for (let i = 0; i < tracks.length; i++) core.add_track(this.id, slotOf(tracks[i]).id);
    this.mirror.tracks = tracks;
  }

  /** @param {EventTarget} track */
  append(track) {
    this.mirror.append(track);
    this.#native.add(this.stream, track);
  }

  /** @param {EventTarget} track */
  remove(track) {
    this.mirror.remove(track);
    this.#native.remove(this.stream, track);
  }

  /**
   * @param {string} type
   * @param {EventTarget} track
   */
  fire(type, track) {
    this.#native.fireTrackEvent(this.stream, type, track);
  }
}

/**
 * The track set of a stream of the host's.
 * @param {HostMedia} native
 * @param {EventTarget} stream
 */
export function hostTrackSetOf(native, stream) {
  let trackSet = trackSets.get(stream);
  if (trackSet === undefined) trackSets.set(stream, (trackSet = new HostTrackSet(stream, native)));
  return trackSet;
}
