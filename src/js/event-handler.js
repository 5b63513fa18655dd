/**
 * @file Event handler attributes, `on…`.
 * https://html.spec.whatwg.org/multipage/webappapis.html#event-handler-attributes
 */

import { apply, isObject } from './builtins.js';
import { EVENT_NUMBERS } from './event-types.js';

/** @import { Host } from './realm.js' */

/**
 * What is behind a target.
 * @typedef {object} Handled
 * @property {Host} host
 * @property {Handlers} handlers
 * @property {(type: number, isSet: boolean) => void} handlerChanged hears that an attribute has a value, or none any more
 */

/** @typedef {(object | null)[]} Handlers the values of an object's attributes, by the numbers in event-types.js */

/**
 * Most objects have no handler, and share this.
 * @type {Handlers}
 */
export const NO_HANDLERS = [null, null, null, null, null, null];

/**
 * The setter of an event handler attribute of an interface.
 * @param {'addtrack' | 'removetrack' | 'mute' | 'unmute' | 'ended'} type the event's
 * @param {(target: unknown) => Handled} stateOf what is behind an object, or throws
 */
export function eventHandlerSetter(type, stateOf) {
  const number = EVENT_NUMBERS[type];

  /**
   * The event handler processing algorithm. One listener serves all objects: a target has it once at the most.
   * @this {unknown}
   * @param {Event} event
   */
  function listener(event) {
    const { host, handlers } = stateOf(this);
    const handler = handlers[number];
    if (typeof handler === 'function' && apply(handler, this, [event]) === false) {
      apply(host.preventDefault, event, []);
    }
  }

  /**
   * The first object activates the handler: its listener takes its place among the others, which later objects keep. Null
   * deactivates it. A listener without a value does nothing; so it is there whenever there is a value, wherever the
   * stack ends.
   * @param {unknown} target
   * @param {unknown} value an object, or null; anything else becomes null
   */
  return (target, value) => {
    const state = stateOf(target);
    const handler = isObject(value) ? value : null;
    const before = state.handlers[number];
    if (before === null && handler !== null) state.host.listen(target, type, listener);
    if (state.handlers === NO_HANDLERS) state.handlers = [null, null, null, null, null, null];
    state.handlers[number] = handler;
    if ((before === null) === (handler === null)) return;
    state.handlerChanged(number, handler !== null);
    if (handler === null) state.host.unlisten(target, type, listener);
  };
}
