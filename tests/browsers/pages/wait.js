// What the pages' checks wait with: for what they need, and not for ever.

import { assert } from './assert.js';

/** How long anything may take, in milliseconds. Beside other work, what a quiet machine does in 7 s has taken 30 s. */
const PATIENCE = 40_000;

// The browser's own, whatever a check puts in their place.
const { setTimeout, clearTimeout } = window;
const now = performance.now.bind(performance);

export const wait = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/**
 * Media elements of a page, which nobody keeps alive by that.
 * @type {WeakRef<HTMLMediaElement>[]}
 */
const watched = [];

/**
 * Tells of an element, when something was waited for in vain, whether that stands still.
 * @param {HTMLMediaElement} element
 */
export function watch(element) {
  watched.push(new WeakRef(element));
  return element;
}

/** WebKitGTK’s stand there now and then when they have come to their ends. */
const seeksForEver = ({ loop, paused, seeking, currentTime }) => loop && !paused && seeking && currentTime === 0;

const plays = ({ src, srcObject, paused, seeking, ended, readyState }) =>
  src && !srcObject && !paused && !seeking && !ended && readyState === HTMLMediaElement.HAVE_ENOUGH_DATA;

/** What was waited for, and which of an element’s faults has hindered it. */
async function inVain(what) {
  const elements = watched.flatMap((reference) => reference.deref() ?? []);
  if (elements.some(seeksForEver)) return `${what} in vain: an element seeks its beginning for ever`;
  const times = elements.map(({ currentTime }) => currentTime);
  await wait(1000);
  const standsStill = (element, i) => plays(element) && element.currentTime === times[i];
  return `${what} in vain${elements.some(standsStill) ? ': an element stands still' : ''}`;
}

export const heard = (target, type) => new Promise((resolve) => target.addEventListener(type, resolve, { once: true }));

/**
 * Waits until a condition holds.
 * @param {() => unknown} condition
 * @param {string | (() => string)} what says that it was waited for, or how it stands
 */
export async function until(condition, what) {
  const deadline = now() + PATIENCE;
  while (!condition()) {
    if (now() > deadline) throw new Error(await inVain(typeof what === 'function' ? what() : what));
    await wait(20);
  }
}

/** Waits until a promise is settled, and gives what it gives. */
export async function inTime(promise, what) {
  let timer;
  const late = new Promise((resolve) => (timer = setTimeout(resolve, PATIENCE)));
  try {
    return await Promise.race([promise, late.then(async () => assert(false, await inVain(what)))]);
  } finally {
    // It would keep what was waited for as long, an event's element with it.
    clearTimeout(timer);
  }
}
