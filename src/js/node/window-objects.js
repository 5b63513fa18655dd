/**
 * @file What script in a window gets from the interfaces of its realm: errors, promises, arrays and dictionaries of that
 * window's own classes. The package's code belongs to Node, and those of Node are others wherever a window has scripts.
 */

import { apply, construct, defineProperty, getOwnPropertyDescriptor, getPrototypeOf, isArray, isObject, keys, ownKeys } from '../builtins.js';
import { proxyOf } from './proxy.js';

/** @typedef {Pick<typeof globalThis, 'TypeError' | 'Array' | 'Promise' | 'Object'>} Classes */

const own = globalThis.TypeError;
const { Promise } = globalThis;
const objectPrototype = Object.prototype;
const { setPrototypeOf } = Reflect;
const { some } = Array.prototype;
const { captureStackTrace } = /** @type {any} */ (Error);

/** @param {unknown} value */
const isSymbol = (value) => typeof value === 'symbol';

/**
 * Those of the window whose interface is being called.
 * @type {Classes | undefined}
 */
let current;

/**
 * In the package for require(), all of its TypeErrors are made here: xtask/bundle/bundle.mjs injects it.
 * @param {string} message
 */
function WindowTypeError(message) {
  const error = new (current?.TypeError ?? own)(message);
  if (captureStackTrace) captureStackTrace(error, WindowTypeError);
  return error;
}
export { WindowTypeError as TypeError };

/**
 * Calls something of an interface.
 * @template T
 * @param {Classes} classes of the interface's window
 * @param {ArrayLike<unknown>} args what script has passed
 * @param {() => T} call
 * @returns {T}
 */
function within(classes, args, call) {
  const outer = current;
  current = classes;
  try {
    return call();
  } catch (error) {
    // A symbol is converted to nothing, which the engine says. It would call no script.
    if (error instanceof own && apply(some, args, [isSymbol])) throw WindowTypeError(error.message);
    throw error;
  } finally {
    current = outer;
  }
}

/**
 * A window's classes, if they aren't Node's.
 * @param {any} window
 * @returns {Classes | undefined}
 */
function classesOf({ TypeError, Array, Promise, Object }) {
  if (typeof TypeError !== 'function' || TypeError === own) return undefined;
  return typeof Array === 'function' && typeof Promise === 'function' && typeof Object === 'function'
    ? { TypeError, Array, Promise, Object }
    : undefined;
}

/**
 * Makes what was made for script an object of its window's.
 * @template T
 * @param {T} value a promise, or an array or a dictionary and all that is in it
 * @param {any} window
 * @returns {T}
 */
export function ofWindow(value, window) {
  const classes = classesOf(window);
  if (classes !== undefined) adopt(value, classes);
  return value;
}

/**
 * @param {any} value
 * @param {Classes} classes
 */
function adopt(value, classes) {
  if (!isObject(value)) return;
  if (value instanceof Promise) setPrototypeOf(value, classes.Promise.prototype);
  else if (isArray(value)) setPrototypeOf(value, classes.Array.prototype);
  else if (getPrototypeOf(value) === objectPrototype) setPrototypeOf(value, classes.Object.prototype);
  else return;
  const members = keys(value);
  for (let i = 0; i < members.length; i++) adopt(/** @type {any} */ (value)[members[i]], classes);
}

/**
 * Some of a window's interfaces, as script there is to see them.
 * @param {Record<string, any>} interfaces
 * @param {readonly string[]} names
 * @param {any} window
 * @returns {Record<string, any>}
 */
export function interfacesOfWindow(interfaces, names, window) {
  const classes = classesOf(window);
  /** @type {Record<string, any>} */
  const seen = { __proto__: null };
  if (classes === undefined) return seen;
  for (const name of names) {
    seen[name] = interfaceOfWindow(interfaces[name], classes);
    // One that inherits from another inherits from what is seen of that.
    const parent = names.find((other) => interfaces[other] === getPrototypeOf(interfaces[name]));
    if (parent !== undefined) setPrototypeOf(interfaces[name], seen[parent]);
  }
  return seen;
}

/**
 * @param {any} constructor
 * @param {Classes} classes
 */
function interfaceOfWindow(constructor, classes) {
  const { prototype } = constructor;
  const proxy = proxyOf(constructor, {
    construct: (_, args, newTarget) => within(classes, args, () => construct(constructor, args, newTarget)),
    apply: () => within(classes, [], () => callWithoutNew(constructor)),
  });
  for (const key of ownKeys(prototype)) {
    const descriptor = /** @type {PropertyDescriptor} */ (getOwnPropertyDescriptor(prototype, key));
    defineProperty(prototype, key, key === 'constructor' ? { ...descriptor, value: proxy } : member(descriptor, classes));
  }
  return proxy;
}

/**
 * A member of an interface, as script in a window is to see it.
 * @param {PropertyDescriptor} descriptor
 * @param {any} window
 */
export function memberOfWindow(descriptor, window) {
  const classes = classesOf(window);
  return classes === undefined ? descriptor : member(descriptor, classes);
}

/**
 * @param {PropertyDescriptor} descriptor
 * @param {Classes} classes
 */
function member(descriptor, classes) {
  const { get, set, value } = /** @type {PropertyDescriptor} */ ({ __proto__: null, ...descriptor });
  return {
    ...descriptor,
    ...(typeof value === 'function' && { value: operation(value, classes) }),
    ...(get && { get: operation(get, classes, false) }),
    ...(set && { set: operation(set, classes, false) }),
  };
}

/**
 * @param {Function} constructor
 * @returns {never}
 */
function callWithoutNew({ name }) {
  throw WindowTypeError(`Failed to construct '${name}': please use the 'new' operator.`);
}

/**
 * @param {Function} native
 * @param {Classes} classes
 * @param {boolean} [adopts] whether what it returns is made for the call
 */
function operation(native, classes, adopts = true) {
  const { method } = {
    /** @this {unknown} */
    method() {
      return within(classes, arguments, () => {
        const result = apply(native, this, arguments);
        if (adopts) adopt(result, classes);
        return result;
      });
    },
  };
  for (const key of ['name', 'length']) {
    defineProperty(method, key, /** @type {PropertyDescriptor} */ (getOwnPropertyDescriptor(native, key)));
  }
  return method;
}
