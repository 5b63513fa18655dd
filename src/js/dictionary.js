/** @file Dictionaries of settings, capabilities and constraints: plain objects of primitives, lists and ranges. */

import { append, isArray, isObject, keys } from './builtins.js';

/** @typedef {Record<string, any>} Dictionary */

/**
 * A deep copy of the own members that are not undefined.
 * @param {Dictionary} dictionary
 * @returns {Dictionary}
 */
export function copyDictionary(dictionary) {
  // Whatever their names, these are members of its own, which no setter of a prototype hears of.
  const copy = { ...dictionary };
  const members = keys(copy);
  for (let i = 0; i < members.length; i++) {
    if (copy[members[i]] === undefined) delete copy[members[i]];
    else copy[members[i]] = copyValue(copy[members[i]]);
  }
  return copy;
}

/**
 * A deep copy of a member.
 * @param {any} value
 * @returns {any}
 */
export function copyValue(value) {
  if (!isObject(value)) return value;
  if (!isArray(value)) return copyDictionary(value);
  /** @type {any[]} */
  const copy = [];
  for (let i = 0; i < value.length; i++) append(copy, copyValue(value[i]));
  return copy;
}

/**
 * Converts an argument to a dictionary: https://webidl.spec.whatwg.org/#es-dictionary
 * @param {unknown} value
 * @param {string} what how the exception's message begins
 * @returns {Dictionary}
 */
export function toDictionary(value, what) {
  if (value === undefined || value === null) return { __proto__: null };
  if (!isObject(value)) throw new TypeError(`${what} is not an object.`);
  return value;
}
