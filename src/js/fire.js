/** @file The dispatch of what the user agent fires. */

import { apply } from './builtins.js';
import { reportException } from './node/report-exception.js';

/** @import { Host } from './realm.js' */

const reportError = /** @type {typeof globalThis.reportError} */ (WORKERD && globalThis.reportError);

/**
 * Dispatches an event. What listeners throw is the host's to report, and never stops what comes after the event.
 * @param {Pick<Host, 'window' | 'dispatchEvent'>} host
 * @param {EventTarget} target
 * @param {Event} event
 */
export function fire(host, target, event) {
  if (!COMMONJS && !WORKERD) {
    apply(host.dispatchEvent, target, [event]);
    return;
  }
  try {
    apply(host.dispatchEvent, target, [event]);
  } catch (error) {
    // Where the stack ends, there is nobody to report it to but the caller.
    if (error instanceof RangeError) throw error;
    if (COMMONJS) reportException(host.window, error);
    else reportError(error);
  }
}
