/** @file Dictionaries of settings, capabilities and constraints: plain objects of primitives, lists and ranges. */

import { isObject } from './builtins.js';

/** @typedef {Record<string, any>} Dictionary */

/**
 * A deep copy of the enumerable members that are not undefined.
 * @param {Dictionary} dictionary
 * @returns {Dictionary}
 */
export function copyDictionary(dictionary) {
  /** @type {Dictionary} */
  const copy = {};
  for (const member in dictionary) {
    const value = copyValue(dictionary[member]);
    if (value !== undefined) copy[member] = value;
  }
  return copy;
}

/**
 * @param {any} value
 * @returns {any}
 */
function copyValue(value) {
  if (!isObject(value)) return value;
  if (!Array.isArray(value)) return copyDictionary(value);
  const copy = [];
  for (let i = 0; i < value.length; i++) copy[i] = copyValue(value[i]);
  return copy;
}

/**
 * Converts an argument to a dictionary: https://webidl.spec.whatwg.org/#es-dictionary
 * @param {unknown} value
 * @param {string} what how the exception's message begins
 * @returns {Dictionary}
 */
export function toDictionary(value, what) {
  if (value === undefined || value === null) return {};
  if (!isObject(value)) throw new TypeError(`${what} is not an object.`);
  return value;
}
