/** @file Conversion of the arguments that are tracks. */

import { otherVersions } from './node/one-copy.js';
import { failedTo, requireArguments, toSequence } from './webidl.js';

/** What else there is to say of an object that isn't what it has to be. */
export const hint = () => (COMMONJS ? otherVersions() : '');

/**
 * Converts the one argument of an operation, a track.
 * @param {number} present how many arguments there are
 * @param {unknown} track
 * @param {string} interfaceName
 * @param {string} operation
 * @param {(track: unknown) => number | undefined} idOf a track's id in the core; undefined for what is no track
 * @returns {number} the id
 */
export function trackArgument(present, track, interfaceName, operation, idOf) {
  requireArguments(present, 1, interfaceName, operation);
  const id = idOf(track);
  if (id === undefined) {
    throw new TypeError(`${failedTo(interfaceName, operation)}: parameter 1 is not of type 'MediaStreamTrack'.${hint()}`);
  }
  return id;
}

/**
 * Converts an argument to a sequence of tracks.
 * @param {unknown} tracks
 * @param {string} interfaceName
 * @param {string} operation
 * @param {(track: unknown) => number | undefined} idOf
 * @param {string} [expected] what the argument may be
 * @returns {EventTarget[]}
 */
export function tracksArgument(tracks, interfaceName, operation, idOf, expected = "a sequence of 'MediaStreamTrack'") {
  /** @returns {never} */
  const fail = () => {
    throw new TypeError(`${failedTo(interfaceName, operation)}: parameter 1 is not ${expected}.${hint()}`);
  };
  return toSequence(
    tracks,
    (track) => (idOf(track) === undefined ? fail() : /** @type {EventTarget} */ (track)),
    fail,
  );
}
