/**
 * @file Hosts whose dispatchEvent() calls what a target has at `on…` itself, as workerd's does: before every listener, while
 * an attribute of ours has its place among them. So that a handler isn't called twice, such a host finds none.
 */

import { apply, defineProperty, getOwnPropertyDescriptor, ownKeys } from '../builtins.js';

/** @import { readClasses } from '../window/own-classes.js' */

/**
 * The target whose attribute the host is about to read, and its name.
 * @type {{ target: unknown, name: string } | undefined}
 */
let awaited;

/**
 * @param {ReturnType<typeof readClasses>} host
 * @param {object[]} prototypes of its interfaces with such attributes
 */
export function hideHandlers(host, prototypes) {
  if (!callsHandlers(host)) return;
  const { dispatchEvent: native } = host;
  const own = {
    /**
     * @this {unknown}
     * @param {Event} event
     */
    dispatchEvent(event) {
      awaited = { target: this, name: `on${event?.type}` };
      try {
        return apply(native, this, arguments);
      } finally {
        awaited = undefined;
      }
    },
  };
  host.dispatchEvent = own.dispatchEvent;
  for (let i = 0; i < prototypes.length; i++) {
    define(prototypes[i], 'dispatchEvent', own);
    const names = ownKeys(prototypes[i]);
    for (let n = 0; n < names.length; n++) if (/^on/.test(String(names[n]))) hideHandler(prototypes[i], names[n]);
  }
}

/** @param {ReturnType<typeof readClasses>} host */
function callsHandlers({ EventTarget, Event, dispatchEvent, preventDefault }) {
  let called = false;
  // Where there is no EventTarget or Event, nothing is ever dispatched.
  if (dispatchEvent !== undefined && preventDefault !== undefined) {
    const target = new EventTarget();
    defineProperty(target, 'onprobe', { value: () => (called = true) });
    apply(dispatchEvent, target, [new Event('probe')]);
  }
  return called;
}

/**
 * @param {object} prototype
 * @param {PropertyKey} name
 */
function hideHandler(prototype, name) {
  const accessor = /** @type {any} */ (getOwnPropertyDescriptor(prototype, name));
  const { get } = accessor;
  const own = {
    /** @returns {unknown} */
    get [name]() {
      // Read once, before any listener is called: after that, it is script that reads.
      if (awaited === undefined || awaited.target !== this || awaited.name !== name) return apply(get, this, []);
      awaited = undefined;
      return null;
    },
  };
  accessor.get = getOwnPropertyDescriptor(own, name)?.get;
  defineProperty(prototype, name, accessor);
}

/**
 * @param {object} prototype
 * @param {PropertyKey} name
 * @param {object} holder of the member
 */
const define = (prototype, name, holder) =>
  defineProperty(prototype, name, /** @type {PropertyDescriptor} */ (getOwnPropertyDescriptor(holder, name)));
