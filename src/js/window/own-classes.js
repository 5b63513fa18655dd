/** @file A window's own classes, which those of the package extend, and the functions of theirs that it calls. */

import { apply, call, defineProperty, getProperty, getPrototypeOf, isObject } from '../builtins.js';

/**
 * The window's own, as they are now.
 * @param {any} window
 * @param {string} [what] it is, in the message of the exception; without, it is the host's own global object
 * @throws {TypeError} if it isn't an object with EventTarget, Event and DOMException. The host's own may lack them, so that
 *   the package can be imported everywhere: whoever needs them hears of it
 */
export function readClasses(window, what = undefined) {
  const view = viewOf(window);
  /** @param {'EventTarget' | 'Event' | 'DOMException'} name */
  const read = (name) => {
    const own = view?.[name] ?? window?.[name];
    if (typeof own === 'function') return own;
    if (what !== undefined) throw new TypeError(`${what} has no EventTarget, Event and DOMException.`);
    return class {
      constructor() {
        throw new TypeError(`Failed to construct '${new.target.name || name}': this host has no ${name}.`);
      }
    };
  };
  /** @type {Pick<typeof globalThis, 'EventTarget' | 'Event' | 'DOMException'>} */
  const classes = { EventTarget: read('EventTarget'), Event: read('Event'), DOMException: read('DOMException') };
  const { addEventListener, removeEventListener, dispatchEvent } = classes.EventTarget.prototype;
  const { preventDefault } = classes.Event.prototype;
  const calls = callsOf(classes.EventTarget.prototype);
  return { window, location: locationOf(window), ...classes, addEventListener, removeEventListener, dispatchEvent, preventDefault, ...calls };
}

/**
 * Calls a method, of two arguments. JavaScriptCore makes an array where it is not by the method's own `call`, which a page may
 * have replaced.
 * @param {Function} method
 * @param {unknown} target
 * @param {string} type
 * @param {unknown} callback
 */
const callWith = (method, target, type, callback) =>
  method.call === call ? method.call(target, type, callback) : apply(method, target, [type, callback]);

/**
 * Functions that call a target's methods. V8 calls what is a constant of such a function without a detour, and what a function
 * reads from a host with one.
 * @param {Pick<EventTarget, 'addEventListener' | 'removeEventListener'>} methods
 */
export const callsOf = ({ addEventListener, removeEventListener }) => ({
  /**
   * @param {unknown} target
   * @param {string} type
   * @param {unknown} callback
   */
  listen: (target, type, callback) => callWith(addEventListener, target, type, callback),
  /**
   * @param {unknown} target
   * @param {string} type
   * @param {unknown} callback
   */
  unlisten: (target, type, callback) => callWith(removeEventListener, target, type, callback),
});

/**
 * What no page can replace, and is another one in the window of another document. Elsewhere there may be none.
 * @param {any} window
 */
export function locationOf(window) {
  try {
    return window.location;
  } catch {
    return undefined;
  }
}

/**
 * Whether what is known of a window is of the document that it has now: a frame has the same WindowProxy for all of them.
 * @param {{ location: unknown }} known
 * @param {any} window
 */
export function isUpToDate({ location }, window) {
  const now = locationOf(window);
  return now === undefined || now === location;
}

/**
 * The window of a window's document. It is another one where a test runner has copied a window onto its own global object,
 * and may have given the document itself a `defaultView` that says otherwise.
 * @param {any} window
 */
export function viewOf(window) {
  const document = window?.document;
  return isObject(document) ? getProperty(getPrototypeOf(document) ?? {}, 'defaultView', document) : undefined;
}

/**
 * What listeners of a target throw is reported to the window. jsdom reports it to that of the target's document, and
 * swallows it where there is none.
 * @param {any} window
 * @param {object} target or its prototype
 */
export function reportExceptionsTo(window, target) {
  const view = viewOf(window);
  if (!isObject(view) || !('_document' in view)) return;
  defineProperty(target, '_ownerDocument', { value: { _defaultView: view }, configurable: true });
}
