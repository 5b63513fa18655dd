/** @file How tracks of this package load the solver: what makes them brings it (src/js/sources.js). */

/** @import { Solver } from './index.js' */

/** @type {() => Promise<Solver>} */
export let loadTracksSolver;

/** @param {() => Promise<Solver>} load */
export function bringSolver(load) {
  loadTracksSolver = load;
}
