// What the pages' checks wait with: for what they need, and not for ever.

import { assert } from './assert.js';

/** How long anything may take, in milliseconds. Generous, for a loaded machine: what works is never this slow. */
const PATIENCE = 10_000;

export const wait = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

export const heard = (target, type) => new Promise((resolve) => target.addEventListener(type, resolve, { once: true }));

/**
 * Waits until a condition holds.
 * @param {() => unknown} condition
 * @param {string | (() => string)} what says that it was waited for, or how it stands
 */
export async function until(condition, what) {
  const deadline = performance.now() + PATIENCE;
  while (!condition()) {
    if (performance.now() > deadline) throw new Error(`${typeof what === 'function' ? what() : what} in vain`);
    await wait(20);
  }
}

/** Waits until a promise is settled, and gives what it gives. */
export async function inTime(promise, what) {
  const late = wait(PATIENCE).then(() => assert(false, `${what} in vain`));
  return Promise.race([promise, late]);
}
