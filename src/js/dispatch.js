/** @file Effects of the core become events, each dispatched before the next effect is taken. */

import { core } from './core.js';
import { EVENT_OF_KIND, REMOVED, kindOf, trackOf } from './effects.js';

/** @import { TrackSet } from './track-set.js' */

/**
 * What follows when a source ended, was muted or unmuted.
 * @param {{ id: number, happens: (kind: number, track: number) => void }} source
 */
export function dispatchSourceEffects(source) {
  for (let effect; (effect = core.next_source_effect(source.id)) !== 0; ) {
    source.happens(kindOf(effect), trackOf(effect));
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
