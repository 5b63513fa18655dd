/** @file The attribute contentHint: https://www.w3.org/TR/mst-content-hint/#dom-mediastreamtrack-contenthint */

import { core } from './core.js';

/** @import { TrackState } from './state/track.js' */

/** Its values, numbered as in src/media/content_hint.rs. */
const CONTENT_HINTS = ['', 'speech', 'speech-recognition', 'music', 'motion', 'detail', 'text'];

/**
 * Which hints suit which tracks the core knows.
 * @param {TrackState} track
 * @param {unknown} value
 */
export function setContentHint(track, value) {
  const hint = `${value}`;
  for (let i = 0; i < CONTENT_HINTS.length; i++) {
    if (CONTENT_HINTS[i] === hint) {
      if (core.set_content_hint(track.id, i)) track.contentHint = hint;
      return;
    }
  }
}
