/**
 * @file What makes tracks, and so brings the solver: a file of its own, which bundlers leave out where it isn't used. Else one
 * that can't split a program would put the solver into each.
 */

import { createRealm as realmOf, hostOf } from './realm.js';
import { loadSolver } from './solver/index.js';
import { bringSolver } from './solver/tracks-solver.js';

bringSolver(loadSolver);

/**
 * Exported again only, it would be found where it comes from, and this file be left out.
 * @param {any} window
 */
export const createRealm = (window) => realmOf(window);

export const { TrackSource } = hostOf(globalThis);
