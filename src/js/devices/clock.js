/** @file A window's clock, as it was when its interfaces were made: a test may put its own in the place, which stands still. */

import { apply } from '../builtins.js';

/** @typedef {ReturnType<typeof clockOf>} Clock */

/**
 * What the pictures of the browser's own tracks need. A window that makes none may lack it.
 * @param {any} window
 */
export function clockOf(window) {
  const { clearInterval, performance, setInterval } = window;
  const now = performance?.now;
  return {
    /** In milliseconds. */
    now: () => apply(now, performance, []),
    /**
     * @param {() => void} act
     * @param {number} period in milliseconds
     * @returns {unknown} by which `cancel` knows it
     */
    repeat: (act, period) => apply(setInterval, window, [act, period]),
    /** @param {unknown} timer */
    cancel: (timer) => apply(clearInterval, window, [timer]),
  };
}
