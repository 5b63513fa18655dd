/** @file Listeners of the host's tracks, which are to hear what we fire at these. */

import { apply } from '../builtins.js';
import { hearingScript } from '../dispatched-events.js';

/** @import { Changes } from '../changes.js' */
/** @import { HostMedia } from './host-media.js' */

/**
 * @param {any} host
 * @param {HostMedia} native
 * @param {Changes} changes
 */
export function repairTrackListeners({ document, Event, MediaStreamTrack }, native, changes) {
  const track = silentTrack(document);
  if (track === undefined) return;
  const { addEventListener, dispatchEvent } = native.trackHost;
  let isHeard = false;
  apply(addEventListener, track, ['ended', () => (isHeard = true)]);
  apply(dispatchEvent, track, [new Event('ended')]);
  track.stop();
  if (isHeard) return;
  const name = 'MediaStreamTrack.addEventListener';
  changes.repair(MediaStreamTrack.prototype, 'addEventListener', hearingScript, name);
}

/**
 * A track that nobody has, if the host can make one at once.
 * @param {Document | undefined} document
 * @returns {any}
 */
function silentTrack(document) {
  /** @type {any} */
  const canvas = document?.createElement('canvas');
  // Firefox captures no canvas that has no context.
  if (!canvas?.captureStream || !canvas.getContext('2d')) return undefined;
  return canvas.captureStream(0).getTracks()[0];
}
