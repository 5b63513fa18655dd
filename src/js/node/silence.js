/** @file Stacks whose stop() fires `ended`: when script calls it, nothing is to be heard. */

import { apply } from '../builtins.js';

/** @type {object | undefined} */
let stopping;

/**
 * Whether a track is being stopped by script.
 * @param {object} track
 */
export const isSilent = (track) => track === stopping;

/**
 * @param {object} track
 * @param {Function} stop the stack's own
 */
export function stopSilently(track, stop) {
  const before = stopping;
  stopping = track;
  try {
    apply(stop, track, []);
  } finally {
    stopping = before;
  }
}
