/** @file The constraints of one kind that take part in choosing a device. */

/** @import { Dictionary } from '../dictionary.js' */
/** @import { Solver } from '../solver/index.js' */

/**
 * @param {Solver} solver
 * @param {boolean | Dictionary} constraints a member of converted MediaStreamConstraints; `true` is no constraint
 * @param {'audio' | 'video'} kind
 * @param {string} what how the exception's message begins
 * @returns {Dictionary} MediaTrackConstraints
 * @throws {TypeError} if one is required and isn't among the allowed required constraints for device selection
 */
export function constraintsForDeviceSelection(solver, constraints, kind, what) {
  const selection = solver.constraintsForDeviceSelection(constraints, kind);
  if (selection.notAllowed === undefined) return selection.constraints;
  throw new TypeError(`${what}: The constraint '${selection.notAllowed}' can't be required when a device is chosen.`);
}
