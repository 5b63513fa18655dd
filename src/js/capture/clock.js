/** @file A window's clock, as it was when the package was installed: a test may put its own in the place, which stands still. */

import { apply } from '../builtins.js';

/**
 * By its document: a frame's window is one object for all of its documents.
 * @type {WeakMap<object, Clock>}
 */
const clocks = new WeakMap();

export class Clock {
  #window;
  #setTimeout;
  #clearTimeout;
  #requestAnimationFrame;
  #performance;
  #now;

  /** @param {any} window */
  constructor(window) {
    const { setTimeout, clearTimeout, requestAnimationFrame, performance } = window;
    this.#window = window;
    this.#setTimeout = setTimeout;
    this.#clearTimeout = clearTimeout;
    this.#requestAnimationFrame = requestAnimationFrame;
    this.#performance = performance;
    this.#now = performance.now;
  }

  /** In milliseconds. */
  now() {
    return apply(this.#now, this.#performance, []);
  }

  /**
   * @param {() => void} act
   * @param {number} delay in milliseconds
   * @returns {unknown} by which {@link cancel} knows it
   */
  later(act, delay) {
    return apply(this.#setTimeout, this.#window, [act, delay]);
  }

  /** @param {unknown} timer */
  cancel(timer) {
    apply(this.#clearTimeout, this.#window, [timer]);
  }

  /** @param {() => void} act */
  atNextFrame(act) {
    apply(this.#requestAnimationFrame, this.#window, [act]);
  }
}

/**
 * To be called first when the package is installed.
 * @param {any} window
 */
export function clockOf(window) {
  const { document } = window;
  let clock = clocks.get(document);
  if (clock === undefined) clocks.set(document, (clock = new Clock(window)));
  return clock;
}
