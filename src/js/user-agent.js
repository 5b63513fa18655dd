/** @file What the user agent does to a stream: the core decides, and what follows is dispatched. */

import { copyArray } from './builtins.js';
import { core, outOfMemory } from './core.js';
import { forEachEffect } from './dispatch.js';
import { REMOVAL } from './effects.js';

/** @import { TrackSet } from './track-set.js' */

/** The core's number of the reconciliation whose events are being dispatched; 0 if there is none. */
let underWay = 0;

/**
 * Adds a track: https://www.w3.org/TR/mediacapture-streams/#mediastream-add-track
 * @param {TrackSet} trackSet
 * @param {EventTarget} track
 * @returns {boolean} whether it was not there
 */
export function userAgentAdds(trackSet, track) {
  const added = trackSet.add(track);
  if (added) trackSet.fire('addtrack', track);
  return added;
}

/**
 * Removes a track: https://www.w3.org/TR/mediacapture-streams/#mediastream-remove-track
 * @param {TrackSet} trackSet
 * @param {EventTarget} track
 * @returns {boolean} whether it was there
 */
export function userAgentRemoves(trackSet, track) {
  const removed = trackSet.remove(track);
  if (removed) trackSet.fire('removetrack', track);
  return removed;
}

/**
 * Brings a set to the given tracks: removals first, then additions, each with its event before the next.
 * @param {TrackSet} trackSet
 * @param {EventTarget[]} tracks
 */
export function reconcile(trackSet, tracks) {
  trackSet.update();
  const findOld = finder(trackSet, copyArray(trackSet.tracks));
  const findNew = finder(trackSet, tracks);
  forEachChange(trackSet, tracks, (kind, id) => {
    if (kind === REMOVAL) userAgentRemoves(trackSet, findOld(id));
    else userAgentAdds(trackSet, findNew(id));
  });
}

/**
 * Makes the changes by which the core brings a set to the given tracks.
 * @param {TrackSet} trackSet
 * @param {EventTarget[]} tracks
 * @param {(kind: number, track: number) => void} make
 */
export function forEachChange({ id, idOf }, tracks, make) {
  const around = underWay;
  const reconciliation = core.reconcile(around, id);
  if (!reconciliation) outOfMemory();
  try {
    underWay = reconciliation;
    for (let i = 0; i < tracks.length; i++) if (!core.want(idOf(tracks[i]) ?? 0)) outOfMemory();
    forEachEffect(() => core.next_change(reconciliation), make);
  } finally {
    underWay = around;
  }
}

/**
 * Finds tracks by their ids, at once if they are asked for in their order.
 * @param {TrackSet} trackSet
 * @param {EventTarget[]} tracks
 */
function finder({ idOf }, tracks) {
  let i = 0;
  return (/** @type {number} */ id) => {
    for (let left = tracks.length; left > 1 && idOf(tracks[i]) !== id; left--) i = (i + 1) % tracks.length;
    return tracks[i];
  };
}
