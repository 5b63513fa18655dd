/**
 * @file The EventTarget side of objects that are none: each has a real EventTarget behind it, which knows all of
 * https://dom.spec.whatwg.org/#interface-eventtarget, and passes its listeners and events through.
 */

import { apply, defineProperty, getOwnPropertyDescriptors, getProperty, isObject } from '../builtins.js';

/** @import { Host } from '../realm.js' */

/**
 * The methods of EventTarget for such objects.
 * @param {Host} host whose EventTarget and Event they are
 * @param {(object: any) => any} ownTarget the object itself where it is an EventTarget of its own kind
 * @returns {Pick<Host, 'addEventListener' | 'removeEventListener' | 'dispatchEvent'>}
 */
export function eventTargetMethods(host, ownTarget) {
  const { EventTarget, Event } = host;
  /** @type {WeakMap<object, EventTarget>} */
  const targets = new WeakMap();
  /** @type {WeakMap<object, object>} the way back */
  const objects = new WeakMap();
  /** @type {WeakMap<object, Function>} what is added in the place of a callback, so that it is added only once */
  const listeners = new WeakMap();

  /** @param {object} object */
  function targetOf(object) {
    let target = targets.get(object);
    if (target === undefined) {
      target = new EventTarget();
      targets.set(object, target);
      objects.set(target, object);
    }
    return target;
  }

  /** @param {any} target */
  const objectOf = (target) => objects.get(target) ?? target;

  /** @param {any} callback */
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

  // Of the event's own, since to its class the target is the one behind.
  const ofEvents = getOwnPropertyDescriptors({
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
  });

  /** @param {unknown} event */
  function retarget(event) {
    if (!(event instanceof Event)) return;
    for (const [key, descriptor] of Object.entries(ofEvents)) {
      defineProperty(event, key, { ...descriptor, enumerable: false });
    }
  }

  /**
   * @param {Function} method of the real EventTarget
   * @param {any} object
   * @param {any[]} args
   */
  function call(method, object, [type, callback, ...options]) {
    return apply(method, targetOf(object), [type, listenerOf(callback), ...options]);
  }

  return {
    /** @this {any} */
    addEventListener() {
      const own = ownTarget(this);
      return own === undefined ? call(host.addEventListener, this, [...arguments]) : own.addEventListener(...arguments);
    },
    /** @this {any} */
    removeEventListener() {
      const own = ownTarget(this);
      return own === undefined ? call(host.removeEventListener, this, [...arguments]) : own.removeEventListener(...arguments);
    },
    /** @this {any} */
    dispatchEvent() {
    },
  };
}
