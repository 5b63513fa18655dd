/** @file The settings dictionaries that getUserMedia() would choose from, for whoever wants to know why it chose. */

import { loadSolver } from '../solver/index.js';
import { candidatesOf, constrainables, constraintNotAllowed, constraintsFor } from './choosable.js';
import { MEDIA_TYPES } from './machine.js';

/** @import { Dictionary } from '../dictionary.js' */
/** @import { Candidate } from '../solver/index.js' */
/** @import { MediaDevicesState } from './media-devices-state.js' */

/**
 * What the solver examines, microphones' first. Which device one is of is among its settings: deviceId.
 * @param {MediaDevicesState} mediaDevices
 * @param {{ audio: boolean | Dictionary, video: boolean | Dictionary }} constraints converted
 * @param {string} what how the exception's message begins
 * @returns {Promise<Omit<Candidate, 'device'>[]>}
 * @throws {TypeError} as getUserMedia()
 */
export async function listCandidates(mediaDevices, constraints, what) {
  const solver = await loadSolver();
  /** @type {Omit<Candidate, 'device'>[]} */
  const all = [];
  for (let mediaType = 0; mediaType < MEDIA_TYPES.length; mediaType++) {
    if (constraints[MEDIA_TYPES[mediaType]] === false) continue;
    const selection = constraintsFor(solver, constraints, mediaType);
    if (selection.notAllowed !== undefined) throw constraintNotAllowed(what, selection.notAllowed);
    const choosable = constrainables(candidatesOf(mediaDevices, mediaType));
    const candidates = solver.fitnessDistances(choosable, selection.constraints);
    for (let j = 0; j < candidates.length; j++) {
      const { settings, distance, distances, advanced } = candidates[j];
      all[all.length] = { settings, distance, distances, advanced };
    }
  }
  return all;
}
