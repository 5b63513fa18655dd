/**
 * @file The argument of getUserMedia().
 * https://www.w3.org/TR/mediacapture-streams/#mediastreamconstraints
 */

/** @import { Dictionary } from '../dictionary.js' */

/**
 * Converts a value to MediaStreamConstraints: https://webidl.spec.whatwg.org/#es-dictionary
 * @param {unknown} value
 * @param {string} what how the exception's message begins: "Failed to execute 'getUserMedia' on 'MediaDevices'"
 * @returns {{ audio: boolean | Dictionary, video: boolean | Dictionary }}
 * @throws {TypeError}
 */
export function toMediaStreamConstraints(value, what) {
  throw new TypeError(`${what}: ${value}`);
}

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
  throw new TypeError(`${what}: ${constraints} ${kind}`);
}
