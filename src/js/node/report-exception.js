/** @file Exceptions of listeners that a host doesn't report but throws, as happy-dom does when it is told not to capture. */

import { viewOf } from '../window/own-classes.js';

const { queueMicrotask } = globalThis;

/**
 * https://html.spec.whatwg.org/#report-an-exception
 * @param {any} window
 * @param {any} error
 */
export function reportException(window, error) {
  const view = viewOf(window) ?? window;
  const { ErrorEvent } = view;
  if (typeof ErrorEvent === 'function' && typeof view.dispatchEvent === 'function') {
    const event = new ErrorEvent('error', { __proto__: null, error, message: `${error?.message ?? error}`, cancelable: true });
    view.dispatchEvent(event);
    if (event.defaultPrevented) return;
  }
  queueMicrotask(() => {
    throw error;
  });
}
