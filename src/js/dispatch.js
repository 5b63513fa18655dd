/** @file Effects of the core become events, each dispatched before the next effect is taken. */

import { core } from './core.js';
import { apply } from './builtins.js';
import { ENDED, EVENT_OF_KIND, REMOVED, kindOf, trackOf } from './effects.js';
import { trackStateOf } from './state/track.js';

/** @import { SourceState } from './state/source.js' */
/** @import { TrackSet } from './track-set.js' */

/**
 * What follows when a source ended, was muted or unmuted.
 * @param {SourceState} source
 */
export function dispatchSourceEffects(source) {
  for (let effect; (effect = core.next_source_effect(source.id)) !== 0; ) {
    const kind = kindOf(effect);
    const track = source.tracks.find(trackOf(effect));
    // Nobody can tell what happens to a track that was collected.
    if (track === undefined) continue;
    const state = /** @type {import('./state/track.js').TrackState} */ (trackStateOf(track));
    if (kind === ENDED) state.end(track);
    apply(state.host.dispatchEvent, track, [new state.host.Event(EVENT_OF_KIND[kind])]);
  }
}

/**
 * What happened to a stream's track set.
 * @param {TrackSet} stream
 * @param {number} effect
 * @param {EventTarget} track
 */
export function dispatchTrackSetEffect(stream, effect, track) {
  const kind = kindOf(effect);
  if (kind === REMOVED) stream.remove(track);
  else stream.append(track);
  stream.fire(EVENT_OF_KIND[kind], track);
}
