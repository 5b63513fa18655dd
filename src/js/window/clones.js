/** @file clone(): the core hears of clones of the host's tracks, which share a source with the original. */

import { apply } from '../builtins.js';
import { hostTrackOf } from './host-track.js';
import { renderedTrackCloned } from '../capture/rendered-tracks.js';

/** @import { Changes } from '../changes.js' */
/** @import { HostMedia } from './host-media.js' */

/**
 * @param {any} host
 * @param {HostMedia} native
 * @param {Changes} changes
 */
export function followClones({ MediaStream, MediaStreamTrack }, native, changes) {
  changes.repair(
    MediaStreamTrack.prototype,
    'clone',
    (clone) =>
      ({
        /** @this {EventTarget} */
        clone() {
          const track = apply(clone, this, []);
          // It may have ended for script only.
          if (/** @type {any} */ (this).readyState === 'ended') track.stop();
          hostTrackOf(this, native).cloned(track);
          renderedTrackCloned(this, track);
          return track;
        },
      }).clone,
    'MediaStreamTrack.clone',
  );
  // The host's own would clone its tracks without our knowledge.
  changes.repair(
    MediaStream.prototype,
    'clone',
    () =>
      ({
        /** @this {EventTarget} */
        clone() {
          return new MediaStream(native.tracksOf(this).map((/** @type {any} */ track) => track.clone()));
        },
      }).clone,
    'MediaStream.clone',
  );
}
