/** @file What is measured: each function does one operation so many times. Each works alike for whatever implements it. */

import { eventOperations } from './events.js';
import { streamOperations } from './streams.js';
import { trackOperations } from './tracks.js';

/**
 * @typedef {object} Implementation
 * @property {any} [MediaStream]
 * @property {any} [MediaStreamTrackEvent]
 * @property {() => any} newTrack
 */

/** @typedef {Record<string, (times: number) => unknown>} Operations by name; what is returned must not be left out */

/**
 * Those that an implementation can do.
 * @param {Implementation} implementation
 * @returns {Operations}
 */
export function operations(implementation) {
  const { MediaStream, MediaStreamTrackEvent } = implementation;
  return {
    ...(MediaStream && streamOperations(implementation)),
    ...trackOperations(implementation),
    ...(MediaStream && MediaStreamTrackEvent && eventOperations(implementation)),
  };
}
