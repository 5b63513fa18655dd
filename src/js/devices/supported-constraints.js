/** @file getSupportedConstraints(): https://www.w3.org/TR/mediacapture-streams/#dom-mediadevices-getsupportedconstraints */

import { PROPERTIES } from '../solver/media-track-constraints.js';

/** All constrainable properties of the specification: a new MediaTrackSupportedConstraints. */
export function getSupportedConstraints() {
  const supported = /** @type {any} */ ({ __proto__: null });
  for (let i = 0; i < PROPERTIES.length; i++) supported[PROPERTIES[i]] = true;
  return /** @type {Record<string, boolean>} */ ({ ...supported });
}
