/**
 * @file The argument of getUserMedia().
 * https://www.w3.org/TR/mediacapture-streams/#mediastreamconstraints
 */

import { isArray, isObject, keys } from '../builtins.js';
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

const OF_BOTH_KINDS = { deviceId: true, groupId: true };

/**
 * The constrainable properties that are defined for tracks of a kind, and whether they are among the allowed required
 * constraints for device selection.
 * @type {Record<'audio' | 'video', Record<string, boolean>>}
 */
const PROPERTIES = {
  audio: {
    ...OF_BOTH_KINDS,
    autoGainControl: true,
    channelCount: true,
    echoCancellation: true,
    latency: true,
    noiseSuppression: true,
    sampleRate: true,
    sampleSize: true,
  },
  video: {
    ...OF_BOTH_KINDS,
    aspectRatio: true,
    backgroundBlur: false,
    facingMode: true,
    frameRate: true,
    height: true,
    resizeMode: true,
    width: true,
  },
};

/**
 * The constraints of one kind that take part in choosing a device: those that aren't defined for tracks of that kind are
 * dropped. https://www.w3.org/TR/mediacapture-streams/#dom-mediadevices-getusermedia, step 11.3.2 to 11.3.4
 * @param {boolean | Dictionary} constraints a member of converted MediaStreamConstraints; `true` is no constraint
 * @param {'audio' | 'video'} kind
 * @param {string} what how the exception's message begins
 * @returns {Dictionary} MediaTrackConstraints
 * @throws {TypeError} if one is required and isn't among the allowed required constraints for device selection
 */
export function constraintsForDeviceSelection(constraints, kind, what) {
  if (!isObject(constraints)) return {};
  const selection = ofKind(constraints, kind);
  const names = keys(selection);
  for (let i = 0; i < names.length; i++) {
    if (!PROPERTIES[kind][names[i]] && isRequired(selection[names[i]])) {
      throw new TypeError(`${what}: The constraint '${names[i]}' can't be required when a device is chosen.`);
    }
  }
  const { advanced } = /** @type {Dictionary} */ (constraints);
  if (advanced !== undefined) {
    selection.advanced = [];
    for (let i = 0; i < advanced.length; i++) selection.advanced[i] = ofKind(advanced[i], kind);
  }
  return selection;
}

/**
 * @param {Dictionary} constraints
 * @param {'audio' | 'video'} kind
 */
function ofKind(constraints, kind) {
  /** @type {Dictionary} */
  const rest = {};
  const names = keys(PROPERTIES[kind]);
  for (let i = 0; i < names.length; i++) {
    if (names[i] in constraints) rest[names[i]] = constraints[names[i]];
  }
  return rest;
}

/** @param {any} constraint */
const isRequired = (constraint) =>
  isObject(constraint) && !isArray(constraint) && ('min' in constraint || 'max' in constraint || 'exact' in constraint);
