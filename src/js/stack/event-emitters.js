/**
 * @file Objects whose EventTarget side is a Node.js EventEmitter. A listener that throws makes `emit` throw, and with it
 * whoever changed the object's state; and the listeners after it hear nothing.
 */

import { apply, defineProperty } from '../builtins.js';
import { isSilent } from '../node/silence.js';
import { reportExceptionsTo } from '../window/own-classes.js';

/** @import { Changes } from '../changes.js' */
/** @import { EventTargetMethods } from './event-targets.js' */
/** @import { Host } from '../realm.js' */

/**
 * Whether the objects of an interface are EventEmitters.
 * @param {any} prototype
 */
export const areEventEmitters = ({ emit, prependListener }) =>
  typeof emit === 'function' && typeof prependListener === 'function';

/** @param {keyof EventTargetMethods} name */
const ownMethod = (name) =>
  /** @this {any} */
  function () {
    return this[name](...arguments);
  };

/**
 * The methods of EventTarget that such objects have: their own, which may be no methods of their prototype.
 * @type {EventTargetMethods}
 */
export const ownMethods = {
  addEventListener: ownMethod('addEventListener'),
  removeEventListener: ownMethod('removeEventListener'),
  dispatchEvent: ownMethod('dispatchEvent'),
};

/**
 * What listeners of these events throw is reported, and the others run.
 * @param {any} prototype
 * @param {string} name the interface's
 * @param {string[]} types
 * @param {Host} host
 * @param {Changes} changes
 */
export function repairEmit(prototype, name, types, host, changes) {
  changes.repair(
    prototype,
    'emit',
    (emit) =>
      ({
        /**
         * @this {any}
         * @param {string} type
         */
        emit(type, event = new host.Event(type)) {
          if (!types.includes(type)) return apply(emit, this, arguments);
          if (COMMONJS && isSilent(this)) return false;
          for (const key of ['target', 'currentTarget']) defineProperty(event, key, { value: this, configurable: true });
          const listeners = this.rawListeners(type);
          for (const listener of listeners) reportExceptions(host, () => apply(listener, this, [event]));
          return listeners.length > 0;
        },
      }).emit,
    `${name}.emit`,
  );
}

/**
 * Calls something of script's; what it throws is reported: https://html.spec.whatwg.org/#report-an-exception
 * @param {Host} host
 * @param {() => void} call
 */
export function reportExceptions({ window, EventTarget, Event }, call) {
  // As what a listener throws is.
  const target = new EventTarget();
  reportExceptionsTo(window, target);
  target.addEventListener('call', () => call());
  target.dispatchEvent(new Event('call'));
}
