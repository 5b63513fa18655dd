/**
 * @file The EventTarget side of objects that are none: each has a real EventTarget behind it, which knows all of
 * https://dom.spec.whatwg.org/#interface-eventtarget, and which its listeners and events pass through.
 */

import { apply, getProperty, isObject } from '../builtins.js';
import { reportExceptionsTo } from '../window/own-classes.js';
import { defineMembers } from './own-members.js';

/** @import { Host } from '../realm.js' */

/** @typedef {Pick<Host, 'addEventListener' | 'removeEventListener' | 'dispatchEvent'>} EventTargetMethods */

/**
 * Makes the methods of EventTarget for such objects, each of the one that it calls at the target behind.
 * @param {Host} host whose EventTarget is behind them
 * @returns {(methods: EventTargetMethods) => EventTargetMethods}
 */
export function eventTargetsBehind({ window, EventTarget, Event }) {
  /** @type {WeakMap<object, EventTarget>} */
  const targets = new WeakMap();
  /** @type {WeakMap<object, object>} the way back */
  const objects = new WeakMap();
  /** @type {WeakMap<object, Function>} always the same for a callback, so that it is added once */
  const listeners = new WeakMap();

  /** @param {object} object */
  function targetOf(object) {
    let target = targets.get(object);
    if (target === undefined) {
      target = new EventTarget();
      reportExceptionsTo(window, target);
      targets.set(object, target);
      objects.set(target, object);
    }
    return target;
  }

  /** @param {any} target */
  const objectOf = (target) => objects.get(target) ?? target;

  /**
   * What is added in the place of a callback.
   * @param {any} callback
   */
  function listenerOf(callback) {
    if (!isObject(callback)) return callback;
    let listener = listeners.get(callback);
    if (listener === undefined) {
      /** @this {object} */
      listener = function (/** @type {Event} */ event) {
        if (typeof callback === 'function') apply(callback, objectOf(this), [event]);
        else /** @type {any} */ (callback).handleEvent(event);
      };
      listeners.set(callback, listener);
    }
    return listener;
  }

  /**
   * The arguments for the real EventTarget.
   * @param {IArguments} args
   */
  function convert(args) {
    if (args.length > 1) args[1] = listenerOf(args[1]);
    return args;
  }

  const eventMembers = {
    get target() {
      return objectOf(getProperty(Event.prototype, 'target', this));
    },
    get srcElement() {
      return objectOf(getProperty(Event.prototype, 'target', this));
    },
    get currentTarget() {
      return objectOf(getProperty(Event.prototype, 'currentTarget', this));
    },
    composedPath() {
      return apply(Event.prototype.composedPath, this, []).map(objectOf);
    },
  };

  return (methods) => {
    /** @param {'addEventListener' | 'removeEventListener'} key */
    const changingListeners = (key) =>
      /** @this {any} */
      function () {
        apply(methods[key], targetOf(this), convert(arguments));
      };
    return {
      addEventListener: changingListeners('addEventListener'),
      removeEventListener: changingListeners('removeEventListener'),
      /**
       * @this {any}
       * @param {Event} event
       */
      dispatchEvent(event) {
        // The event's class knows nobody but the target behind.
        if (event instanceof Event) defineMembers(event, eventMembers);
        return apply(methods.dispatchEvent, targetOf(this), arguments);
      },
    };
  };
}
