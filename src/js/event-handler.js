/**
 * @file Event handler attributes, `on…`.
 * https://html.spec.whatwg.org/multipage/webappapis.html#event-handler-attributes
 */

import { apply, isObject } from './builtins.js';
import { changeListeners } from './event-listener.js';

/** @import { Observed } from './event-listener.js' */
/** @import { Host } from './realm.js' */

/**
 * What is behind a target.
 * @typedef {object} Handled
 * @property {Host} host
 * @property {Handlers} handlers
 * @property {(type: string, isSet: boolean) => void} [handlerChanged]
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
    /** @param {unknown} target */
    get: (target) => stateOf(target).handlers[type],

    /**
     * The first object activates the handler: its listener takes its place among the others, which later objects keep. Null
     * deactivates it. A listener without a value does nothing; so it is there whenever there is a value, wherever the
     * stack ends.
     * @param {unknown} target
     * @param {unknown} value an object, or null; anything else becomes null
     */
    set(target, value) {
      const state = stateOf(target);
      const handler = isObject(value) ? value : null;
      const before = state.handlers[type];
      if (before === null && handler !== null) changeListeners('addEventListener', state.host, target, [type, listener], state);
      if (state.handlers === NO_HANDLERS) state.handlers = { ...NO_HANDLERS };
      state.handlers[type] = handler;
      if ((before === null) === (handler === null)) return;
      state.handlerChanged?.(type, handler !== null);
      if (handler === null) changeListeners('removeEventListener', state.host, target, [type, listener], state);
    },
  };
}
