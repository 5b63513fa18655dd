/**
 * @file Event handler attributes, `on…`: what JavaScript keeps for src/media/event_handler.rs.
 * https://html.spec.whatwg.org/multipage/webappapis.html#event-handler-attributes
 */

import { apply, isObject } from './builtins.js';
import { core } from './core.js';

const APPEND = 1;
const REMOVE = 2;

/** @import { Observed } from './event-listener.js' */
/** @import { Host } from './realm.js' */

/**
 * What is behind a target.
 * @typedef {object} Handled
 * @property {number} id
 * @property {Host} host
 * @property {Handlers} handlers
 */

/** @typedef {Record<string, object | null>} Handlers the values of an object's attributes, by type */

/**
 * Most objects have no handler, and share this.
 * @type {Handlers}
 */
export const NO_HANDLERS = { addtrack: null, removetrack: null, mute: null, unmute: null, ended: null };

/**
 * One event handler attribute of an interface.
 * @param {'addtrack' | 'removetrack' | 'mute' | 'unmute' | 'ended'} type the event's
 * @param {(target: unknown) => Handled & Observed} stateOf what is behind an object, or throws
 */
export function eventHandlerAttribute(type, stateOf) {
  // The core's getter and setter.
  const getter = /** @type {const} */ (`on${type}`);
  const setter = /** @type {const} */ (`set_on${type}`);

  /**
   * The event handler processing algorithm. One listener serves all objects: a target has it once at the most.
   * @this {unknown}
   * @param {Event} event
   */
  function listener(event) {
    const { host, handlers } = stateOf(this);
    const handler = handlers[type];
    if (typeof handler === 'function' && apply(handler, this, [event]) === false) {
      apply(host.preventDefault, event, []);
    }
  }

  return {
    /**
     * @param {unknown} target
     * @returns {object | null}
     */
    get(target) {
      const { id, handlers } = stateOf(target);
      return core[getter](id) ? handlers[type] : null;
    },
    /**
     * @param {unknown} target
     * @param {unknown} value an object, or null; anything else becomes null
     */
    set(target, value) {
      const state = stateOf(target);
      const { id, host, handlers, observed } = state;
      const handler = isObject(value) ? value : null;
      const change = core[setter](id, handler === null ? 0 : 1);
      if (handlers === NO_HANDLERS) state.handlers = { ...NO_HANDLERS };
      state.handlers[type] = handler;
      if (state.observed && !observed) state.hold(target);
      if (change === APPEND) apply(host.addEventListener, target, [type, listener]);
      if (change === REMOVE) apply(host.removeEventListener, target, [type, listener]);
    },
  };
}
