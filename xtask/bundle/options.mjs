/** @file What to build, by the arguments of this program. */

import { fileURLToPath } from 'node:url';

/** The repository's top. */
export const root = fileURLToPath(new URL('../..', import.meta.url));
export const debug = process.argv.includes('--debug');

/** Whether only what pages import is wanted. */
export const forPages = process.argv.includes('--pages');

/** The custom section that says what the modules were built from, if anything does. */
export const [, section, built] = process.argv.map((argument) => /^--(revision|version)=(.+)$/.exec(argument)).find(Boolean) ?? [];

/** What only a release needs takes half a second to load. */
export const whenReleased = (module) => (debug ? Promise.resolve({}) : import(module));
