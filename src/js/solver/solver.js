/** @file The solver's WebAssembly module: pkg/constraints.js, a file of its own that index.js imports dynamically. */

/** @import { Solver } from './index.js' */

/** @returns {Solver} */
export function createSolver() {
  throw new Error('not yet');
}
