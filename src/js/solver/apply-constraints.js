/** @file The ApplyConstraints algorithm: https://www.w3.org/TR/mediacapture-streams/#dfn-applyconstraints-algorithm */

/** @import { Dictionary } from '../dictionary.js' */
/** @import { Device, Solver } from './index.js' */

/**
 * A track, as the algorithm sees it.
 * @typedef {object} Constrained
 * @property {boolean} ended
 * @property {Device} constrainable what the solver chooses settings from
 * @property {(constraints: Dictionary, settings: Dictionary) => void} constrain sets both, in a single operation
 */

/**
 * What a track's applyConstraints() does with constraints that it has converted.
 * @param {Constrained} track
 * @param {Dictionary} constraints
 * @param {new (constraint: string, message: string) => Error} OverconstrainedError
 * @param {() => Promise<Solver>} loadSolver
 */
export async function applyConstraints(track, constraints, OverconstrainedError, loadSolver) {
  if (track.ended) return;
  const solver = await loadSolver();
  // From here on nothing waits, so that calls take effect in the order in which they were made.
  if (track.ended) return;
  const { constrainable } = track;
  const { failedConstraint, settings } = solver.selectSettings([constrainable], constraints);
  if (failedConstraint !== undefined) throw new OverconstrainedError(failedConstraint, 'The source has no such settings.');
  track.constrain(constraints, { ...constrainable.settings, ...settings });
}
