/** @file Built-in functions as they were when the package was imported, whatever the page does to them later. */

export const { apply, construct, get: getProperty, getPrototypeOf, ownKeys } = Reflect;
const { defineProperty: define, getOwnPropertyDescriptor: describe } = Reflect;
export const { isArray } = Array;
export const { hasOwn, keys, setPrototypeOf } = Object;
export const { random, round } = Math;

export const { call } = Function.prototype;
const arrayIterator = Array.prototype[Symbol.iterator];
const arrayIteratorPrototype = Object.getPrototypeOf([][Symbol.iterator]());
const arrayIteratorNext = arrayIteratorPrototype.next;
const { iterator } = Symbol;

/**
 * Defines a property by what its descriptor has itself: what a page has put on Object.prototype is no part of it.
 * @param {object} object
 * @param {PropertyKey} key
 * @param {PropertyDescriptor} descriptor
 */
export const defineProperty = (object, key, descriptor) =>
  define(object, key, /** @type {any} */ ({ __proto__: null, ...descriptor }));

/**
 * What a property is, by a descriptor that has nothing of Object.prototype either.
 * @param {object} object
 * @param {PropertyKey} key
 * @returns {PropertyDescriptor | undefined}
 */
export function getOwnPropertyDescriptor(object, key) {
  const descriptor = describe(object, key);
  return descriptor && setPrototypeOf(descriptor, null);
}

/**
 * Adds an item to an array: as its own, also where a page has a setter for that index.
 * @template T
 * @param {T[]} array
 * @param {T} item
 */
export function append(array, item) {
  const { length } = array;
  if (length in array) defineProperty(array, length, { value: item, writable: true, enumerable: true, configurable: true });
  else array[length] = item;
}

/**
 * Whether something is an array, and the page left it alone how that is iterated.
 * @param {any} value
 * @param {unknown} method by which it is iterated
 * @returns {value is any[]}
 */
export const isPlainArray = (value, method) =>
  method === arrayIterator && isArray(value) && arrayIteratorPrototype.next === arrayIteratorNext;

/**
 * A fresh array of the same items.
 * @template T
 * @param {T[]} array
 * @returns {T[]}
 */
export function copyArray(array) {
  // Engines make a spread array as large as it has to be, and one that is filled item by item much larger.
  if (isPlainArray(array, /** @type {any} */ (array)[iterator])) return [...array];
  /** @type {T[]} */
  const copy = [];
  for (let i = 0; i < /** @type {T[]} */ (array).length; i++) append(copy, array[i]);
  return copy;
}

/**
 * Removes an item from an array, where it is in it.
 * @param {unknown[]} array
 * @param {unknown} item
 */
export function removeItem(array, item) {
  let i = 0;
  while (i < array.length && array[i] !== item) i++;
  if (i === array.length) return;
  while (++i < array.length) array[i - 1] = array[i];
  array.length--;
}

/**
 * @param {unknown} value
 * @returns {value is object}
 */
export const isObject = (value) => (typeof value === 'object' && value !== null) || typeof value === 'function';
