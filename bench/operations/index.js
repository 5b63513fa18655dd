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
 * @param {string} [only] those whose names have it
 * @returns {Operations}
 */
export function operations(implementation, only = '') {
  const { MediaStream, MediaStreamTrackEvent } = implementation;
  const all = {
    ...(MediaStream && streamOperations(implementation)),
    ...trackOperations(implementation),
    ...(MediaStream && MediaStreamTrackEvent && eventOperations(implementation)),
  };
  return Object.fromEntries(Object.entries(all).filter(([name]) => name.includes(only)));
}
