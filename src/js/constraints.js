/**
 * @file Constraints of a source that has one settings dictionary, its own.
 * https://www.w3.org/TR/mediacapture-streams/#constrainable-interface
 */

import { copyDictionary, toDictionary } from './dictionary.js';
import { isArray, isObject } from './builtins.js';

/** @import { Dictionary } from './dictionary.js' */

/** The constrainable properties, in the order in which Web IDL reads the members of MediaTrackConstraintSet. */
const PROPERTIES = [
  'aspectRatio',
  'autoGainControl',
  'backgroundBlur',
  'channelCount',
  'deviceId',
  'echoCancellation',
  'facingMode',
  'frameRate',
  'groupId',
  'height',
  'latency',
  'noiseSuppression',
  'resizeMode',
  'sampleRate',
  'sampleSize',
  'width',
];

/**
 * Converts an argument to MediaTrackConstraints.
 * @param {unknown} value
 * @returns {Dictionary}
 */
export function toConstraints(value) {
  const given = toDictionary(value, "Failed to execute 'applyConstraints' on 'MediaStreamTrack': parameter 1");
  /** @type {Dictionary} */
  const constraints = {};
  for (let i = 0; i < PROPERTIES.length; i++) constraints[PROPERTIES[i]] = given[PROPERTIES[i]];
  constraints.advanced = given.advanced;
  return copyDictionary(constraints);
}

/**
 * The first property whose required constraint the settings don't satisfy; undefined if there is none.
 * @param {Dictionary} settings
 * @param {Dictionary} constraints
 */
export function firstUnmetConstraint(settings, constraints) {
  for (let i = 0; i < PROPERTIES.length; i++) {
    const property = PROPERTIES[i];
    const constraint = constraints[property];
    if (isObject(constraint) && !satisfies(settings[property], constraint)) return property;
  }
  return undefined;
}

/**
 * @param {any} setting
 * @param {Dictionary} constraint
 */
function satisfies(setting, { min, max, exact }) {
  if (min === undefined && max === undefined && exact === undefined) return true;
  if (setting === undefined) return false;
  if (min !== undefined && setting < min) return false;
  if (max !== undefined && setting > max) return false;
  if (!isArray(exact)) return exact === undefined || exact === setting;
  for (let i = 0; i < exact.length; i++) if (exact[i] === setting) return true;
  return false;
}
