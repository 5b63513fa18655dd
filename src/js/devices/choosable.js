/** @file The devices that getUserMedia() may choose, and the constraints by which it does. */

import { MEDIA_TYPES, machine } from './machine.js';

/** @import { Dictionary } from '../dictionary.js' */
/** @import { Solver } from '../solver/index.js' */
/** @import { Constrainable } from './constrainable.js' */
/** @import { Device } from './device.js' */
/** @import { MediaDevicesState } from './media-devices-state.js' */

/**
 * The candidates of a media type, the system default first.
 * @param {MediaDevicesState} mediaDevices
 * @param {number} mediaType
 */
export function candidatesOf({ devices, id }, mediaType) {
  /** @type {Device[]} */
  const candidates = [];
  machine.begin_list();
  for (let next = machine.next_candidate(id, mediaType); next !== 0; next = machine.next_candidate(id, mediaType)) {
    candidates[candidates.length] = devices[next];
  }
  return candidates;
}

/**
 * What the solver chooses from.
 * @param {Device[]} devices
 */
export function constrainables(devices) {
  const all = [];
  for (let i = 0; i < devices.length; i++) all[i] = /** @type {Constrainable} */ (devices[i].constrainable);
  return all;
}

/**
 * A constraint is required that isn't among the allowed required constraints for device selection.
 * @param {string} what how the exception's message begins
 * @param {string} constraint its name
 */
export const constraintNotAllowed = (what, constraint) =>
  new TypeError(`${what}: The constraint '${constraint}' can't be required when a device is chosen.`);

/**
 * The constraints by which devices of a media type are chosen.
 * @param {Solver} solver
 * @param {{ audio: boolean | Dictionary, video: boolean | Dictionary }} constraints converted MediaStreamConstraints
 * @param {number} mediaType
 */
export function constraintsFor(solver, constraints, mediaType) {
  const kind = MEDIA_TYPES[mediaType];
  return solver.constraintsForDeviceSelection(constraints[kind], kind);
}
