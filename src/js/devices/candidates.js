/** @file The settings dictionaries that getUserMedia() would choose from, for whoever wants to know why it chose. */

import { loadSolver } from '../solver/index.js';
import { constraintsForDeviceSelection } from './device-selection.js';
import { devicesOfKind } from './device-infos.js';

/** @import { Dictionary } from '../dictionary.js' */
/** @import { Candidate, Device as Choosable } from '../solver/index.js' */
/** @import { MediaDevicesState } from './media-devices-state.js' */

const KINDS = /** @type {const} */ (['audio', 'video']);

/**
 * What the solver examines, microphones' first. Which device one is of is among its settings: deviceId.
 * @param {MediaDevicesState} mediaDevices
 * @param {{ audio: boolean | Dictionary, video: boolean | Dictionary }} constraints converted
 * @param {string} what how the exception's message begins
 * @returns {Promise<Omit<Candidate, 'device'>[]>}
 * @throws {TypeError} as getUserMedia()
 */
export async function listCandidates({ available }, constraints, what) {
  const solver = await loadSolver();
  /** @type {Omit<Candidate, 'device'>[]} */
  const all = [];
  for (let i = 0; i < KINDS.length; i++) {
    const kind = KINDS[i];
    if (constraints[kind] === false) continue;
    const constraintSet = constraintsForDeviceSelection(solver, constraints[kind], kind, what);
    const devices = devicesOfKind(available, `${kind}input`);
    const choosable = [];
    for (let j = 0; j < devices.length; j++) choosable[j] = /** @type {Choosable} */ (devices[j].constrainable);
    const candidates = solver.fitnessDistances(choosable, constraintSet);
    for (let j = 0; j < candidates.length; j++) {
      const { settings, distance, distances, advanced } = candidates[j];
      all[all.length] = { settings, distance, distances, advanced };
    }
  }
  return all;
}
