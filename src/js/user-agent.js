/** @file What the user agent does to a stream: the core decides, and what follows is dispatched. */

import { core } from './core.js';
import { dispatchTrackSetEffect } from './dispatch.js';
import { trackOf } from './effects.js';

/** @import { TrackSet } from './track-set.js' */

/**
 * Adds a track: https://www.w3.org/TR/mediacapture-streams/#mediastream-add-track
 * @param {TrackSet} trackSet
 * @param {EventTarget} track
 * @returns {boolean} whether it was not there
 */
export function userAgentAdds(trackSet, track) {
  trackSet.update();
  const effect = core.user_agent_adds_track(trackSet.id, trackSet.idOf(track) ?? 0);
  if (effect !== 0) dispatchTrackSetEffect(trackSet, effect, track);
  return effect !== 0;
}

/**
 * Removes a track: https://www.w3.org/TR/mediacapture-streams/#mediastream-remove-track
 * @param {TrackSet} trackSet
 * @param {EventTarget} track
 * @returns {boolean} whether it was there
 */
export function userAgentRemoves(trackSet, track) {
  trackSet.update();
  const effect = core.user_agent_removes_track(trackSet.id, trackSet.idOf(track) ?? 0);
  if (effect !== 0) dispatchTrackSetEffect(trackSet, effect, track);
  return effect !== 0;
}

/**
 * Brings a set to the given tracks: removals first, then additions, each with its event before the next.
 * @param {TrackSet} trackSet
 * @param {EventTarget[]} tracks
 */
export function reconcile(trackSet, tracks) {
  trackSet.update();
  for (let i = 0; i < tracks.length; i++) core.want(trackSet.idOf(tracks[i]) ?? 0);
  const reconciliation = core.reconcile(trackSet.id);
  for (let effect; (effect = core.next_track_set_effect(reconciliation)) !== 0; trackSet.update()) {
    const id = trackOf(effect);
    const track = findTrack(trackSet, tracks, id) ?? findTrack(trackSet, trackSet.tracks, id);
    if (track !== undefined) dispatchTrackSetEffect(trackSet, effect, track);
  }
}

/**
 * @param {TrackSet} trackSet
 * @param {EventTarget[]} tracks
 * @param {number} id
 */
function findTrack(trackSet, tracks, id) {
  for (let i = 0; i < tracks.length; i++) if (trackSet.idOf(tracks[i]) === id) return tracks[i];
  return undefined;
}
