/** @file getSupportedConstraints(): https://www.w3.org/TR/mediacapture-streams/#dom-mediadevices-getsupportedconstraints */

import { PROPERTIES } from '../solver/media-track-constraints.js';

/** All constrainable properties of the specification: a new MediaTrackSupportedConstraints. */
export function getSupportedConstraints() {
  /** @type {Record<string, boolean>} */
  const supported = {};
  for (let i = 0; i < PROPERTIES.length; i++) supported[PROPERTIES[i]] = true;
  return supported;
}
