/**
 * @file What Node and Bun print of an object: https://nodejs.org/api/util.html#custom-inspection-functions-on-objects
 * And Deno, which asks otherwise: https://docs.deno.com/api/deno/~/Deno.inspect
 *
 * Only CommonJS has it, which is what Node, Bun and Deno run, so that no browser downloads it.
 */

import { apply, defineProperty, getOwnPropertyDescriptor } from '../builtins.js';

/** @import { Realm } from '../realm.js' */

const CUSTOM = Symbol.for('nodejs.util.inspect.custom');
const DENO_CUSTOM = Symbol.for('Deno.customInspect');

/**
 * Makes Node print the objects of an interface with these attributes, which no other reflection tells of.
 * @param {Function} constructor
 * @param {string[]} attributes
 * @param {Record<string, Function>} [more] what else is printed: by its name, methods that tell it
 */
export function describeForNode({ name, prototype }, attributes, more = {}) {
  if (/** @type {any} */ (globalThis).process?.versions?.node === undefined) return;
  /** @type {Record<string, Function>} */
  const readers = { __proto__: /** @type {any} */ (null), ...more };
  const names = [...attributes, ...Object.keys(more)];
  for (const key of attributes) readers[key] = /** @type {any} */ (getOwnPropertyDescriptor(prototype, key)).get;

  /**
   * @this {object}
   * @param {number} depth how far to go
   * @param {any} options
   * @param {(value: object, options: object) => string} inspect
   */
  function describe(depth, options, inspect) {
    if (depth < 0) return `[${name}]`;
    /** @type {Record<string, unknown>} */
    const description = {};
    try {
      for (const key of names) {
        const value = apply(readers[key], this, []);
        defineProperty(description, key, { value, enumerable: true });
      }
    } catch {
      // It isn't one, as the prototype isn't: it is printed as any object.
      return this;
    }
    // In the place of the object, as deep as that.
    return `${name} ${inspect(description, { ...options, depth })}`;
  }
  defineProperty(prototype, CUSTOM, { value: describe, writable: true, configurable: true });
  if (!('Deno' in globalThis)) return;

  /**
   * @this {object}
   * @param {(value: object, options: object) => string} inspect
   * @param {any} options
   */
  function describeForDeno(inspect, options) {
    return apply(describe, this, [options.depth, options, inspect]);
  }
  defineProperty(prototype, DENO_CUSTOM, { value: describeForDeno, writable: true, configurable: true });
}

/** @param {Realm} realm */
export function describeRealm({ MediaStream, MediaStreamTrack, StreamController, TrackSource }) {
  const { getTracks } = MediaStream.prototype;
  describeForNode(MediaStream, ['id', 'active'], { tracks: getTracks });
  describeForNode(MediaStreamTrack, ['kind', 'label', 'id', 'readyState', 'enabled', 'muted']);
  describeForNode(StreamController, ['stream', 'observed']);
  describeForNode(TrackSource, ['kind', 'label', 'muted', 'ended', 'inUse', 'observed']);
}
