/** @file Settings that the user agent chooses: https://www.w3.org/TR/mediacapture-streams/#settings */

import { hasOwn, round } from './builtins.js';

/** @import { Dictionary } from './dictionary.js' */

/**
 * Settings of which some have changed. An aspect ratio among them is the width divided by the height, to the tenth decimal
 * place as the solver has it: https://www.w3.org/TR/mediacapture-streams/#def-constraint-aspect
 * @param {Dictionary} settings
 * @param {Dictionary} changed
 * @returns {Dictionary}
 */
export function changedSettings(settings, changed) {
  /** @type {Dictionary} */
  const all = { __proto__: null, ...settings, ...changed };
  const aspectRatio = round((all.width / all.height) * 1e10) / 1e10;
  if (hasOwn(all, 'aspectRatio') && aspectRatio > 0 && aspectRatio < Infinity) all.aspectRatio = aspectRatio;
  return all;
}
