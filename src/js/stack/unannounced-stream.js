/**
 * @file A stream whose host changes it without telling anybody. What script knows of its track set is the core's mirror;
 * when the host has changed it, that is taken back, and the user agent does it again, with its events.
 */

import { apply } from '../builtins.js';
import { areSame } from '../window/host-track-set.js';
import { defineOwnMembers } from './own-members.js';

/** @import { HostMedia } from '../window/host-media.js' */
/** @import { HostTrackSet } from '../window/host-track-set.js' */

/**
 * From now on, the mirror is what script knows.
 * @param {HostTrackSet} trackSet
 * @param {HostMedia} native
 */
export function followScript(trackSet, native) {
  if (trackSet.followsScript) return;
  trackSet.update();
  trackSet.followsScript = true;
  const { stream, mirror } = trackSet;
  const { addTrack, removeTrack, clone } = /** @type {any} */ (stream);
  defineOwnMembers(stream, {
    /**
     * @this {unknown}
     * @param {EventTarget} track
     */
    addTrack(track) {
      if (this !== stream) return apply(addTrack, this, arguments);
      apply(addTrack, stream, arguments);
      if (native.isTrack(track)) mirror.add(track, trackSet.idOf(track) ?? 0);
    },
    /**
     * @this {unknown}
     * @param {EventTarget} track
     */
    removeTrack(track) {
      apply(removeTrack, this, arguments);
      if (this === stream && native.isTrack(track)) mirror.remove(track, trackSet.idOf(track) ?? 0);
    },
    /** @this {unknown} */
    clone() {
      if (this !== stream) return apply(clone, this, arguments);
      const { MediaStream } = native.interfaces;
      const copy = new MediaStream();
      // By their own clone(), so that we know of the clones.
      for (const track of native.tracksOf(stream)) copy.addTrack(/** @type {any} */ (track).clone());
      return copy;
    },
  });
}

/**
 * Takes back what the host has changed since script knew.
 * @param {HostTrackSet} trackSet
 * @param {HostMedia} native
 */
export function restore({ stream, tracks: known }, native) {
  const tracks = native.tracksOf(stream);
  if (areSame(tracks, known)) return;
  const [knows, has] = [new Set(known), new Set(tracks)];
  for (const track of tracks) if (!knows.has(track)) native.remove(stream, track);
  for (const track of known) if (!has.has(track)) native.add(stream, track);
}

/**
 * A stream of a given id; undefined where nobody can make one.
 * @param {string} id
 * @param {HostMedia} native
 * @returns {EventTarget | undefined}
 */
export function createStream(id, { interfaces: { MediaStream } }) {
  try {
    // As @roamhq/wrtc and werift have it.
    const stream = new MediaStream({ __proto__: null, id });
    return stream.id === id ? stream : undefined;
  } catch {
    return undefined;
  }
}
