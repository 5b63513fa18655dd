/** @file The attribute contentHint: https://www.w3.org/TR/mst-content-hint/#dom-mediastreamtrack-contenthint */

import { bytes, core, readBytes } from './core.js';
import { PAGE_SIZE, STRIDE_SHIFT } from './pages.js';

/** @import { TrackState } from './state/track.js' */

/** Its values, numbered as in src/media/content_hint.rs. */
const CONTENT_HINTS = ['', 'speech', 'speech-recognition', 'music', 'motion', 'detail', 'text'];

/**
 * The byte after the state has its number.
 * @param {TrackState} track
 */
export function contentHintOf({ address, id }) {
  const place = address + ((id & (PAGE_SIZE - 1)) << STRIDE_SHIFT) + 1;
  return CONTENT_HINTS[bytes[place] ?? readBytes()[place]];
}

/**
 * @param {TrackState} track
 * @param {unknown} value
 */
export function setContentHint({ id }, value) {
  const hint = `${value}`;
  for (let i = 0; i < CONTENT_HINTS.length; i++) {
    if (CONTENT_HINTS[i] === hint) core.set_content_hint(id, i);
  }
}
