/**
 * @file One identity, however often the package is loaded: test runners load it anew for a test, or one file of it twice,
 * and linked packages bring their own. Only CommonJS, which is what they run, has this.
 */

import { defineProperty } from '../builtins.js';
import { isUpToDate, locationOf } from '../window/own-classes.js';

/** @typedef {{ entry: string, version: string, location: unknown, exports: object }} Copy what the first copy exports */

const COPIES = Symbol.for('mediastream-polyfill');

/** @returns {Copy[]} */
function knownCopies() {
  const host = /** @type {any} */ (globalThis);
  if (host[COPIES] === undefined) defineProperty(host, COPIES, { value: [], configurable: true });
  return host[COPIES];
}

/**
 * What an entry of the package exports: what the first copy of the same version does, in the same window.
 * @template {object} Exports
 * @param {string} entry
 * @param {Exports} own
 * @returns {Exports}
 */
export function oneCopy(entry, own) {
  const copies = knownCopies();
  const same = copies.find((copy) => copy.entry === entry && copy.version === VERSION && isUpToDate(copy, globalThis));
  if (same !== undefined) return /** @type {Exports} */ (same.exports);
  copies[copies.length] = { entry, version: VERSION, location: locationOf(globalThis), exports: own };
  return own;
}

/** What the message of an exception goes on with, when an object may be of another version's. */
export function otherVersions() {
  const copies = knownCopies();
  let others = '';
  for (let i = 0; i < copies.length; i++) {
    const { entry, version } = copies[i];
    if (entry === '.' && version !== VERSION) others += ` and ${version}`;
  }
  if (others === '') return '';
  return (
    ` There are several versions of mediastream-polyfill here, ${VERSION}${others}, none of which takes the other's objects: ` +
    '`npm ls mediastream-polyfill` tells where they come from.'
  );
}
