/**
 * @file A stream whose host changes it without telling anybody. What script knows of its track set is the core's mirror;
 * when the host has changed it, that is taken back, and the user agent does it again, with its events.
 */

import { apply, defineProperty } from '../builtins.js';
import { core } from '../core.js';

/** @import { NativeHost } from './native-host.js' */
/** @import { NativeTrackSet } from './native-track-set.js' */

/**
 * From now on, the mirror is what script knows.
 * @param {NativeTrackSet} trackSet
 * @param {NativeHost} native
 */
export function followScript(trackSet, native) {
  if (trackSet.isSilent) return;
  trackSet.update();
  trackSet.isSilent = true;
  const { stream, id, mirror } = trackSet;
  const { addTrack, removeTrack } = /** @type {any} */ (stream);
  // Of the stream's own: some hosts allow nobody to change their prototypes.
  const members = {
    /** @param {EventTarget} track */
    addTrack(track) {
      // Some have a track twice, which is added twice.
      if (mirror.tracks.includes(track)) return;
      apply(addTrack, stream, arguments);
      if (native.isTrack(track) && core.add_track(id, trackSet.idOf(track) ?? 0)) mirror.append(track);
    },
    /** @param {EventTarget} track */
    removeTrack(track) {
      apply(removeTrack, stream, arguments);
      if (native.isTrack(track) && core.remove_track(id, trackSet.idOf(track) ?? 0)) mirror.remove(track);
    },
    clone() {
      const { MediaStream } = native.interfaces;
      const clone = new MediaStream();
      for (const track of native.tracksOf(stream)) clone.addTrack(/** @type {any} */ (track).clone());
      return clone;
    },
  };
  const { clone } = native.interfaces.MediaStream.prototype;
  for (const [key, value] of Object.entries(members)) {
    if (key === 'clone' && clone === undefined) continue;
    defineProperty(stream, key, { value, writable: true, enumerable: false, configurable: true });
  }
}

/**
 * Takes back what the host has changed since script knew.
 * @param {NativeTrackSet} trackSet
 * @param {NativeHost} native
 */
export function restore({ stream, tracks: known }, native) {
  const tracks = native.tracksOf(stream);
  for (const track of tracks) if (!known.includes(track)) native.remove(stream, track);
  for (const track of known) if (!tracks.includes(track)) native.add(stream, track);
}
