/** @file Effects of the core become events, each dispatched before the next effect is taken. */

import { core } from './core.js';
import { kindOf, trackOf } from './effects.js';

/**
 * Does something for each effect, also where that fails for one of them, as where the stack ends. The first exception is
 * then thrown when all is done.
 * @param {() => number} nextEffect the next effect of the core; 0 if there is none
 * @param {(kind: number, track: number) => void} happens
 */
export function forEachEffect(nextEffect, happens) {
  /** @type {{ exception: unknown } | undefined} */
  let failure;
  for (let effect; (effect = nextEffect()); ) {
    try {
      happens(kindOf(effect), trackOf(effect));
    } catch (exception) {
      failure ??= { exception };
    }
  }
  if (failure) throw failure.exception;
}

/**
 * What follows when a source ended, was muted or unmuted.
 * @param {{ id: number, happens: (kind: number, track: number) => void }} source
 */
export const dispatchSourceEffects = (source) =>
  forEachEffect(
    () => core.next_source_effect(source.id),
    (kind, track) => source.happens(kind, track),
  );
