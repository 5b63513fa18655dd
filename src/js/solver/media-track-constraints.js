/**
 * @file MediaTrackConstraints, converted as Web IDL asks.
 * https://www.w3.org/TR/mediacapture-streams/#media-track-constraints
 */

/** @import { Dictionary } from '../dictionary.js' */

/**
 * Converts a value to MediaTrackConstraints. What is returned shares nothing with the value.
 * @param {unknown} value
 * @param {string} what how the exception's message begins: "Failed to execute 'applyConstraints' on 'MediaStreamTrack'"
 * @returns {Dictionary}
 * @throws {TypeError}
 */
export function toMediaTrackConstraints(value, what) {
  throw new TypeError(`${what}: ${value}`);
}
