/**
 * @file The user agent's side of a MediaStream of the host's own.
 *
 * The core has a stream that mirrors it, and a track for each of its tracks, so that the same rules decide.
 */

import { apply, getProperty, isObject } from '../builtins.js';
import { core, instantiate } from '../core.js';
import { Slot } from '../pages.js';
import { StreamState } from '../state/stream.js';
import { trackPages } from '../state/track.js';

/** @import { Host } from '../realm.js' */
/** @typedef {NonNullable<Host['native']>} NativeInterfaces */

/** @type {WeakMap<object, NativeTrackSet>} */
const trackSets = new WeakMap();

/** @type {WeakMap<object, Slot>} */
const trackSlots = new WeakMap();

/** Who provides the media of native tracks is the host's business: in the core, one source that nobody commands. */
let nativeSource = 0;

/** @param {object} track */
function slotOf(track) {
  let slot = trackSlots.get(track);
  if (slot === undefined) {
    instantiate();
    nativeSource ||= core.create_source();
    slot = new Slot(trackPages, core.create_track(nativeSource, 0));
    trackSlots.set(track, slot);
  }
  return slot;
}

/**
 * The tracks of a MediaStream of the host's; undefined for anything else.
 * @param {NativeInterfaces} native
 * @param {unknown} stream
 * @returns {EventTarget[] | undefined}
 */
function nativeTracks(native, stream) {
  try {
    return apply(native.MediaStream.prototype.getTracks, stream, []);
  } catch {
    return undefined;
  }
}

/**
 * @param {NativeInterfaces} native
 * @param {unknown} track
 */
function isNativeTrack(native, track) {
  try {
    getProperty(native.MediaStreamTrack.prototype, 'kind', track);
    return true;
  } catch {
    return false;
  }
}

/** A track set of the host's. It implements {@link import('../track-set.js').TrackSet}. */
export class NativeTrackSet {
  #host;
  #native;
  #mirror;

  /**
   * @param {any} stream
   * @param {Host} host
   * @param {NativeInterfaces} native
   */
  constructor(stream, host, native) {
    this.stream = stream;
    this.#host = host;
    this.#native = native;
    this.#mirror = new StreamState(host);
  }

  get id() {
    return this.#mirror.id;
  }

  get tracks() {
    return this.#mirror.tracks;
  }

  get observed() {
    return this.#mirror.observed;
  }

  /** @param {unknown} track */
  idOf = (track) => (isNativeTrack(this.#native, track) ? slotOf(/** @type {object} */ (track)).id : undefined);

  /** Script changes a native stream without our knowledge. */
  update() {
    const mirrored = this.#mirror.tracks;
    const tracks = nativeTracks(this.#native, this.stream) ?? [];
    for (let i = mirrored.length - 1; i >= 0; i--) core.remove_track(this.id, slotOf(mirrored[i]).id);
    for (let i = 0; i < tracks.length; i++) core.add_track(this.id, slotOf(tracks[i]).id);
    this.#mirror.tracks = tracks;
  }

  /** @param {EventTarget} track */
  append(track) {
    this.#mirror.append(track);
    apply(this.#native.MediaStream.prototype.addTrack, this.stream, [track]);
  }

  /** @param {EventTarget} track */
  remove(track) {
    this.#mirror.remove(track);
    apply(this.#native.MediaStream.prototype.removeTrack, this.stream, [track]);
  }

  /**
   * @param {string} type
   * @param {EventTarget} track
   */
  fire(type, track) {
    const event = new this.#native.MediaStreamTrackEvent(type, { track: /** @type {MediaStreamTrack} */ (track) });
    apply(this.#host.dispatchEvent, this.stream, [event]);
  }
}

/**
 * The user agent's side of a stream of the host's; undefined for anything else.
 * @param {Host} host
 * @param {unknown} stream
 */
export function nativeTrackSetOf(host, stream) {
  const { native } = host;
  if (native === undefined || !isObject(stream) || nativeTracks(native, stream) === undefined) return undefined;
  let trackSet = trackSets.get(stream);
  if (trackSet === undefined) trackSets.set(stream, (trackSet = new NativeTrackSet(stream, host, native)));
  return trackSet;
}
