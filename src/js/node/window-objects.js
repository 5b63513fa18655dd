/**
 * @file What script in a window gets from the interfaces of its realm: errors, promises, arrays and dictionaries of that
 * window's own classes. The package's code belongs to Node, and those of Node are others wherever a window has scripts.
 */

import { apply, construct, defineProperty, getOwnPropertyDescriptor, getPrototypeOf, isArray, isObject, keys, ownKeys } from '../builtins.js';

/** @typedef {Pick<typeof globalThis, 'TypeError' | 'Array' | 'Promise' | 'Object'>} Classes */

const own = globalThis.TypeError;
const { Promise } = globalThis;
const objectPrototype = Object.prototype;
const { setPrototypeOf } = Reflect;
const { captureStackTrace } = /** @type {any} */ (Error);

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
 * @param {() => T} call
 * @returns {T}
 */
function within(classes, call) {
  const outer = current;
  current = classes;
  try {
    return call();
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
  const seen = {};
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
  const proxy = new Proxy(constructor, {
    construct: (_, args, newTarget) => within(classes, () => construct(constructor, args, newTarget)),
    apply: () => within(classes, () => callWithoutNew(constructor)),
  });
  for (const key of ownKeys(prototype)) {
    const descriptor = /** @type {any} */ (getOwnPropertyDescriptor(prototype, key));
    if (key === 'constructor') descriptor.value = proxy;
    else if (typeof descriptor.value === 'function') descriptor.value = operation(descriptor.value, classes);
    for (const accessor of ['get', 'set']) {
      if (descriptor[accessor] !== undefined) descriptor[accessor] = operation(descriptor[accessor], classes, false);
    }
    defineProperty(prototype, key, descriptor);
  }
  return proxy;
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
      return within(classes, () => {
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
