/**
 * @file The track set of a MediaStream of the host's own.
 *
 * The core has a stream that mirrors it, and a track for each of its tracks, so that the same rules decide.
 */

import { core } from '../core.js';
import { REMOVAL } from '../effects.js';
import { Slot } from '../pages.js';
import { SourceSlot } from '../state/source.js';
import { StreamState } from '../state/stream.js';
import { trackPages } from '../state/track.js';
import { TrackSet } from '../track-set.js';
import { forEachChange } from '../user-agent.js';

/** @import { HostMedia } from './host-media.js' */

/** @type {WeakMap<object, HostTrackSet>} */
const trackSets = new WeakMap();

/** @type {WeakMap<object, Slot>} */
const trackSlots = new WeakMap();

/**
 * Who provides the media of native tracks is the host's business: in the core, one source that nobody commands.
 * @type {SourceSlot | undefined}
 */
let hostSource;

/** @param {object} track */
function slotOf(track) {
  let slot = trackSlots.get(track);
  if (!slot) {
    hostSource ??= new SourceSlot();
    slot = new Slot(trackPages);
    trackSlots.set(track, slot);
    slot.page.latest = slot.id = core.create_track(hostSource.id, 0);
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

/** A track set of the host's. */
export class HostTrackSet extends TrackSet {
  /** Whether the host changes the set behind our back: then the mirror is what script knows, and follows script only. */
  followsScript = false;
  #native;

  /**
   * @param {EventTarget} stream
   * @param {HostMedia} native
   */
  constructor(stream, native) {
    super(stream, new StreamState(native.host));
    this.#native = native;
  }

  /**
   * @param {unknown} track
   * @override
   */
  idOf = (track) => (this.#native.isTrack(track) ? slotOf(track).id : undefined);

  /**
   * Script changes a native stream without our knowledge.
   * @override
   */
  update() {
    const tracks = this.followsScript ? this.tracks : this.#native.tracksOf(this.stream);
    if (areSame(tracks, this.tracks)) return;
    forEachChange(this, tracks, (kind, track) => {
      if (kind === REMOVAL) core.remove_track(this.id, track);
      else core.add_track(this.id, track);
    });
    this.mirror.tracks = tracks;
  }

  /**
   * @param {EventTarget} track
   * @override
   */
  add(track) {
    this.update();
    const added = super.add(track);
    if (added) this.#native.add(this.stream, track);
    return added;
  }

  /**
   * @param {EventTarget} track
   * @override
   */
  remove(track) {
    this.update();
    const removed = super.remove(track);
    if (removed) this.#native.remove(this.stream, track);
    return removed;
  }

  /**
   * @param {string} type
   * @param {EventTarget} track
   * @override
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
  if (!trackSet) trackSets.set(stream, (trackSet = new HostTrackSet(stream, native)));
  return trackSet;
}
