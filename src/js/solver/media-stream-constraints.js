/**
 * @file The argument of getUserMedia().
 * https://www.w3.org/TR/mediacapture-streams/#mediastreamconstraints
 */

import { isObject } from '../builtins.js';
import { toDictionary } from '../dictionary.js';
import { toMediaTrackConstraints } from './media-track-constraints.js';

/** @import { Dictionary } from '../dictionary.js' */

/**
 * Converts a value to MediaStreamConstraints: https://webidl.spec.whatwg.org/#es-dictionary
 * @param {unknown} value
 * @param {string} what how the exception's message begins: "Failed to execute 'getUserMedia' on 'MediaDevices'"
 * @returns {{ audio: boolean | Dictionary, video: boolean | Dictionary }}
 * @throws {TypeError}
 */
export function toMediaStreamConstraints(value, what) {
  const dictionary = toDictionary(value, `${what}: The provided value`);
  const audio = toKindConstraints(dictionary, 'audio', what);
  return { audio, video: toKindConstraints(dictionary, 'video', what) };
}

/**
 * Converts a member, `(boolean or MediaTrackConstraints)`: null is a dictionary there.
 * @param {Dictionary} dictionary
 * @param {string} name
 * @param {string} what
 */
function toKindConstraints(dictionary, name, what) {
  const value = dictionary[name];
  return value === null || isObject(value)
    ? toMediaTrackConstraints(value, `${what}: Failed to read the '${name}' property from 'MediaStreamConstraints'`)
    : !!value;
}
