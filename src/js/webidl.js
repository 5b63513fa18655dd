/** @file What Web IDL asks of an interface: https://webidl.spec.whatwg.org/ */

import { append, apply, defineProperty, getPrototypeOf, isObject, isPlainArray, ownKeys, setPrototypeOf } from './builtins.js';

const { iterator, toStringTag } = Symbol;

/**
 * Gives a class the shape of an interface object: its class string, and members that enumerate. Its name it has as a member of
 * an object, since minifiers rename classes, and V8 optimizes no constructor whose `name` was defined later.
 * @template {Record<string, Function>} Named
 * @param {Named} named the class alone
 * @returns {Named[keyof Named]}
 */
export function defineInterface(named) {
  const name = ownKeys(named)[0];
  const constructor = /** @type {any} */ (named)[name];
  const { prototype } = constructor;
  const keys = ownKeys(prototype);
  for (let i = 0; i < keys.length; i++) {
    if (keys[i] !== 'constructor') defineProperty(prototype, keys[i], { enumerable: true });
  }
  defineProperty(prototype, toStringTag, { value: name, configurable: true });
  // What compilers make of classes may be called otherwise.
  if (constructor.name !== name) defineProperty(constructor, 'name', { value: name, configurable: true });
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
 * An object has the prototype of the function that it is constructed for, or the interface's where that has none:
 * https://webidl.spec.whatwg.org/#internally-create-a-new-object-implementing-the-interface
 *
 * In the world of Firefox's content scripts, what a class of the page's constructs has that class's prototype, whatever
 * extends it.
 * @param {object} object
 * @param {Function} newTarget
 * @param {Function} constructor
 */
export function ensurePrototype(object, newTarget, constructor) {
  const { prototype } = newTarget === constructor || !isObject(newTarget.prototype) ? constructor : newTarget;
  if (getPrototypeOf(object) !== prototype) setPrototypeOf(object, prototype);
}

/**
 * What a host's Event takes of a dictionary: Node's takes no function, which is an object as well.
 * @param {any} init
 * @returns {EventInit}
 */
export function eventInit(init) {
  if (typeof init !== 'function') return init;
  const { bubbles, cancelable, composed } = init;
  return /** @type {any} */ ({ __proto__: null, bubbles, cancelable, composed });
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
  /** @type {T[]} */
  const items = [];
  const method = isObject(value) ? /** @type {any} */ (value)[iterator] : undefined;
  if (isPlainArray(value, method)) {
    // Not its length from before: converting an item may run script.
    for (let i = 0; i < value.length; i++) append(items, convert(value[i]));
    return items;
  }
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
    append(items, convert(result.value));
  }
}
