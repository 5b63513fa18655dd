/** @file `mediastream-polyfill/devices` for service workers: they forbid import(), so the solver comes with the rest. */

import { LOADED } from '../solver/index.js';
import * as solver from '../solver/solver.js';

export * from './index.js';

Object.defineProperty(globalThis, LOADED, { value: solver, configurable: true });
