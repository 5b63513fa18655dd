// What the pages' checks wait with: for what they need, and not for ever.

import { assert } from './assert.js';

/** How long anything may take, in milliseconds. Generous, for a loaded machine: what works is never this slow. */
const PATIENCE = 10_000;

// The browser's own, whatever a check puts in their place.
const { setTimeout } = window;
const now = performance.now.bind(performance);

export const wait = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/**
 * Media elements of a page that loop, which nobody keeps alive by that.
 * @type {WeakRef<HTMLMediaElement>[]}
 */
const looping = [];

/** WebKitGTK’s stand there now and then when they have come to their ends. */
function seeksForEver(reference) {
  const { loop, paused, seeking, currentTime } = reference.deref() ?? {};
  return loop && !paused && seeking && currentTime === 0;
}

/**
 * Tells of an element, when something was waited for in vain, whether that stands still.
 * @param {HTMLMediaElement} element
 */
export function watch(element) {
  looping.push(new WeakRef(element));
  return element;
}

const inVain = (what) => `${what} in vain${looping.some(seeksForEver) ? ': an element seeks its beginning for ever' : ''}`;

export const heard = (target, type) => new Promise((resolve) => target.addEventListener(type, resolve, { once: true }));

/**
 * Waits until a condition holds.
 * @param {() => unknown} condition
 * @param {string | (() => string)} what says that it was waited for, or how it stands
 */
export async function until(condition, what) {
  const deadline = now() + PATIENCE;
  while (!condition()) {
    if (now() > deadline) throw new Error(inVain(typeof what === 'function' ? what() : what));
    await wait(20);
  }
}

/** Waits until a promise is settled, and gives what it gives. */
export async function inTime(promise, what) {
  const late = wait(PATIENCE).then(() => assert(false, inVain(what)));
  return Promise.race([promise, late]);
}
