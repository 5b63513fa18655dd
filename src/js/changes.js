/** @file What install() changed in a host, for all installations on it, and how to put it back. */

import { defineProperty, getOwnPropertyDescriptor, removeItem } from './builtins.js';

/**
 * The changes of what several hosts have, by what they change.
 * @type {WeakMap<object, Changes>}
 */
const shared = new WeakMap();

/**
 * Whether several hosts' changes of something are in force.
 * @param {object} object
 */
export const isShared = (object) => shared.has(object);

/** @typedef {{ key: string, descriptor: PropertyDescriptor, before: PropertyDescriptor | undefined }} Layer */

/**
 * The properties that are replaced, by their objects, each with what it lies over: the last is on top.
 * @type {WeakMap<object, Layer[]>}
 */
const layersOf = new WeakMap();

/**
 * @param {PropertyDescriptor | undefined} one
 * @param {PropertyDescriptor} other
 */
const isSame = (one, { value, get, set }) => one?.value === value && one?.get === get && one?.set === set;

export class Changes {
  installations = 0;
  /** Whether the host is to be repaired: what was installed for good, as listeners are, asks. */
  inForce = true;
  /** @type {string[]} what the host lacked */
  provided = [];
  /** @type {string[]} the host's own members that are replaced */
  repaired = [];
  /** @type {Changes[]} what single installations have changed besides, the last one on top */
  own = [];
  /** @type {(() => void)[]} */
  #undo = [];
  /** @type {{ object: object, key: string | undefined }[]} what is replaced: when a host is looked at anew, that stays */
  #done = [];

  /** Of the document, where a window is changed. */
  location;

  /** @param {unknown} [location] */
  constructor(location = undefined) {
    this.location = location;
  }

  /**
   * Gives the host something that it lacks.
   * @param {object} object
   * @param {string} key
   * @param {PropertyDescriptor} descriptor
   * @param {string} name as in `provided`
   */
  provide(object, key, descriptor, name) {
    this.#isNew(object, key);
    this.define(object, key, descriptor);
    this.provided[this.provided.length] = name;
  }

  /**
   * Gives the host something that it lacks, or has in name only.
   * @param {any} object
   * @param {string} key
   * @param {PropertyDescriptor} descriptor
   * @param {string} name as in `provided` or `repaired`
   */
  replace(object, key, descriptor, name) {
    // What another installation has put there isn't the host's.
    const lowest = layersOf.get(object)?.find((layer) => layer.key === key);
    const before = lowest === undefined ? getOwnPropertyDescriptor(object, key) : lowest.before;
    const names = before?.get === undefined && before?.value === undefined ? this.provided : this.repaired;
    this.define(object, key, descriptor);
    if (!names.includes(name)) names[names.length] = name;
  }

  /**
   * Replaces a method of the host's by one of the same shape.
   * @param {any} prototype
   * @param {string} key
   * @param {(native: Function) => Function} wrap makes the new method of the old one
   * @param {string} name as in `repaired`
   */
  repair(prototype, key, wrap, name) {
    if (!this.#isNew(prototype, key)) return;
    const native = prototype[key];
    const value = wrap(native);
    defineProperty(value, 'name', { value: native.name, configurable: true });
    defineProperty(value, 'length', { value: native.length, configurable: true });
    const flags = getOwnPropertyDescriptor(prototype, key) ?? { writable: true, enumerable: true, configurable: true };
    this.define(prototype, key, { ...flags, value });
    this.repaired[this.repaired.length] = name;
  }

  /**
   * Replaces the getter of an attribute of the host's, and perhaps its setter.
   * @param {any} prototype
   * @param {string} key
   * @param {(native: any) => { get: () => unknown, set?: (value: unknown) => void }} wrap makes the new ones of the old
   * @param {string} name as in `repaired`
   */
  repairAttribute(prototype, key, wrap, name) {
    const native = /** @type {any} */ (getOwnPropertyDescriptor(prototype, key));
    const { get, set } = wrap(native);
    defineProperty(get, 'name', { value: native.get.name, configurable: true });
    if (set) defineProperty(set, 'name', { value: native.set.name, configurable: true });
    this.define(prototype, key, { ...native, get, set: set ?? native.set });
    this.repaired[this.repaired.length] = name;
  }

  /**
   * Replaces the setter of an attribute of the host's.
   * @param {any} prototype
   * @param {string} key
   * @param {(native: Function) => (value: unknown) => void} wrap
   * @param {string} name as in `repaired`
   */
  repairSetter(prototype, key, wrap, name) {
    const descriptor = /** @type {PropertyDescriptor} */ (getOwnPropertyDescriptor(prototype, key));
    const native = /** @type {Function} */ (descriptor.set);
    const set = wrap(native);
    defineProperty(set, 'name', { value: native.name, configurable: true });
    this.define(prototype, key, { ...descriptor, set });
    this.repaired[this.repaired.length] = name;
  }

  /**
   * Defines a property. What was there is put back by {@link undo}, in whichever order several are undone, unless somebody
   * else has replaced it by then.
   * @param {object} object
   * @param {string} key
   * @param {PropertyDescriptor} descriptor
   */
  define(object, key, descriptor) {
    // Compared by what it has itself, whatever a page has put on Object.prototype.
    descriptor = /** @type {any} */ ({ __proto__: null, ...descriptor });
    /** @type {Layer} */
    const layer = { key, descriptor, before: getOwnPropertyDescriptor(object, key) };
    if (!defineProperty(object, key, descriptor)) throw new TypeError(`Failed to execute 'install': can't define '${key}'.`);
    const layers = layersOf.get(object) ?? [];
    layersOf.set(object, layers);
    layers[layers.length] = layer;
    this.whenUndone(() => {
      const above = layers.find((other, i) => i > layers.indexOf(layer) && other.key === key && isSame(other.before, descriptor));
      removeItem(layers, layer);
      if (above !== undefined) above.before = layer.before;
      else if (!isSame(getOwnPropertyDescriptor(object, key), descriptor)) return;
      else if (layer.before === undefined) Reflect.deleteProperty(object, key);
      else defineProperty(object, key, layer.before);
    });
  }

  /**
   * Changes something that other hosts may have as well: once for all of them, until the last is put back.
   * @param {object} object
   * @param {(changes: Changes) => void} change
   */
  share(object, change) {
    if (!this.#isNew(object)) return;
    let common = shared.get(object);
    if (common === undefined) {
      common = new Changes();
      try {
        change(common);
      } catch (error) {
        common.undo();
        throw error;
      }
      shared.set(object, common);
    }
    const { provided, repaired } = common;
    common.installations++;
    this.provided.push(...provided);
    this.repaired.push(...repaired);
    this.whenUndone(() => {
      if (--common.installations > 0) return;
      shared.delete(object);
      common.undo();
    });
  }

  /**
   * Whether something is new, which it isn't from then on.
   * @param {object} object
   * @param {string} [key]
   */
  #isNew(object, key = undefined) {
    if (this.#done.some((done) => done.object === object && done.key === key)) return false;
    this.#done[this.#done.length] = { object, key };
    return true;
  }

  /**
   * Makes changes that are not made again when a host is looked at anew.
   * @param {object} object of what they are
   * @param {() => void} change
   */
  once(object, change) {
    if (this.#isNew(object)) change();
  }

  /** What the host lacked, by all installations. */
  get allProvided() {
    return unique(this.provided, ...this.own.map(({ provided }) => provided));
  }

  /** What is replaced, by all installations. */
  get allRepaired() {
    const provided = this.allProvided;
    const repaired = unique(this.repaired, ...this.own.map((changes) => changes.repaired));
    // One installation has replaced what another has provided.
    return repaired.filter((name) => !provided.includes(name));
  }

  /** @param {() => void} undo takes back what is no property */
  whenUndone(undo) {
    this.#undo[this.#undo.length] = undo;
  }

  /** Puts the host back, the last change first. */
  undo() {
    this.inForce = false;
    for (const undo of this.#undo.reverse()) undo();
  }
}

/** @param {string[][]} lists */
const unique = (...lists) => [...new Set(lists.flat())];
