/** @file The attribute contentHint: https://www.w3.org/TR/mst-content-hint/#dom-mediastreamtrack-contenthint */

import { core } from './core.js';

/** Its values, numbered as in src/media/content_hint.rs. */
const CONTENT_HINTS = ['', 'speech', 'speech-recognition', 'music', 'motion', 'detail', 'text'];

/** @param {number} id the track's */
export const contentHintOf = (id) => CONTENT_HINTS[core.content_hint(id)];

/**
 * @param {number} id the track's
 * @param {unknown} value
 */
export function setContentHint(id, value) {
  const hint = `${value}`;
  for (let i = 0; i < CONTENT_HINTS.length; i++) {
    if (CONTENT_HINTS[i] === hint) core.set_content_hint(id, i);
  }
}
