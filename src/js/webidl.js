/** @file What Web IDL asks of an interface: https://webidl.spec.whatwg.org/ */

import { apply, copyArray, defineProperty, isObject, isPlainArray, ownKeys } from './builtins.js';

const { iterator, toStringTag } = Symbol;

/**
 * Gives a class the shape of an interface object: its name, its class string, and members that enumerate.
 * @template {Function} Interface
 * @param {Interface} constructor
 * @param {string} name
 * @returns {Interface}
 */
export function defineInterface(constructor, name) {
  const { prototype } = constructor;
  const keys = ownKeys(prototype);
  for (let i = 0; i < keys.length; i++) {
    if (keys[i] !== 'constructor') defineProperty(prototype, keys[i], { enumerable: true });
  }
  defineProperty(prototype, toStringTag, { value: name, configurable: true });
  // Minifiers rename classes.
  defineProperty(constructor, 'name', { value: name, configurable: true });
  return constructor;
}

/**
 * How the message of an operation's exceptions begins.
 * @param {string} interfaceName
 * @param {string} operation
 */
export const failedTo = (interfaceName, operation) =>
  operation === 'constructor'
    ? `Failed to construct '${interfaceName}'`
    : `Failed to execute '${operation}' on '${interfaceName}'`;

/**
 * @param {number} present how many arguments there are
 * @param {number} required how many there have to be
 * @param {string} interfaceName
 * @param {string} operation
 */
export function requireArguments(present, required, interfaceName, operation) {
  if (present < required) {
    throw new TypeError(
      `${failedTo(interfaceName, operation)}: ${required} argument${required > 1 ? 's' : ''} required, ` +
        `but only ${present} present.`,
    );
  }
}

/**
 * A member was called on an object of another interface.
 * @returns {never}
 */
export function illegalInvocation() {
  throw new TypeError('Illegal invocation');
}

/**
 * Converts an argument to a sequence: https://webidl.spec.whatwg.org/#es-sequence
 * @template T
 * @template [Other=never]
 * @param {unknown} value
 * @param {(item: unknown) => T} convert converts an item or throws
 * @param {() => never} fail throws that the argument is no sequence
 * @param {() => Other} [convertOther] what to do instead with a value that can't be iterated
 * @returns {T[] | Other}
 */
export function toSequence(value, convert, fail, convertOther = fail) {
  if (isPlainArray(value)) {
    const items = copyArray(value);
    for (let i = 0; i < items.length; i++) items[i] = convert(items[i]);
    return items;
  }
  const items = [];
  const method = isObject(value) ? /** @type {any} */ (value)[iterator] : undefined;
  if (method === undefined || method === null) return convertOther();
  if (typeof method !== 'function') fail();
  const iteration = apply(method, value, []);
  if (!isObject(iteration)) fail();
  const { next } = /** @type {Iterator<unknown>} */ (iteration);
  for (;;) {
    /** @type {IteratorResult<unknown>} */
    const result = apply(next, iteration, []);
    if (!isObject(result)) fail();
    if (result.done) return items;
    items[items.length] = convert(result.value);
  }
}
