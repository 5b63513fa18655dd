/** @file install(): gives a host the interfaces that it lacks. */

import { defineProperty, getOwnPropertyDescriptor, getProperty, isObject } from './builtins.js';
import { createRealm } from './realm.js';

/** Provided together: objects of the one are arguments of the other. */
const STREAM_INTERFACES = /** @type {const} */ (['MediaStream', 'MediaStreamTrack', 'MediaStreamTrackEvent']);

/**
 * What was done to a host, for all installations on it.
 * @typedef {object} Changes
 * @property {number} installations
 * @property {string[]} provided
 * @property {string[]} repaired
 * @property {(() => void)[]} undo
 */

/** @type {WeakMap<object, Changes>} */
const changesOf = new WeakMap();

/**
 * Gives a host what it lacks. Installing again adds nothing; the host is as it was when every installation has been
 * uninstalled.
 * @param {any} host globalThis, another window, or an object that holds a WebRTC stack's interfaces
 * @param {{ legacy?: boolean }} [options] legacy: also `MediaStream.prototype.ended`
 * @throws {TypeError} if the host is not an object, or can't be extended
 */
export function install(host, options = undefined) {
  const failed = "Failed to execute 'install'";
  if (!isObject(host)) throw new TypeError(`${failed}: parameter 1 is not an object.`);
  if (options !== undefined && !isObject(options)) throw new TypeError(`${failed}: parameter 2 is not an object.`);
  if (!Object.isExtensible(host)) {
    throw new TypeError(`${failed}: parameter 1 can't be written to. For a module namespace, install({ ...namespace }).`);
  }
  const changes = changesOf.get(host) ?? { installations: 0, provided: [], repaired: [], undo: [] };
  changesOf.set(host, changes);
  changes.installations++;
  const installation = new Installation(host, changes);
  try {
    provideInterfaces(host, changes);
    if (options?.legacy) provideEnded(host, changes);
  } catch (error) {
    installation.uninstall();
    throw error;
  }
  return installation;
}

/** What install() did. */
class Installation {
  #host;
  #changes;
  #installed = true;

  /**
   * @param {object} host
   * @param {Changes} changes
   */
  constructor(host, changes) {
    this.#host = host;
    this.#changes = changes;
  }

  /** What the host lacked and now has. */
  get provided() {
    return [...this.#changes.provided];
  }

  /** The behaviour of the host's that is now corrected. */
  get repaired() {
    return [...this.#changes.repaired];
  }

  /** Takes this installation back: with the last one, the host is as it was. */
  uninstall() {
    if (!this.#installed) return;
    this.#installed = false;
    if (--this.#changes.installations > 0) return;
    changesOf.delete(this.#host);
    for (const undo of this.#changes.undo.reverse()) undo();
  }
}

/**
 * @param {any} host
 * @param {Changes} changes
 */
function provideInterfaces(host, changes) {
  const realm = createRealm('EventTarget' in host ? host : globalThis);
  if (host.MediaStream === undefined) {
    for (const name of STREAM_INTERFACES) provide(host, name, realm[name], changes);
  }
  if (host.OverconstrainedError === undefined) {
    provide(host, 'OverconstrainedError', realm.OverconstrainedError, changes);
  }
}

/**
 * @param {any} host
 * @param {string} name
 * @param {Function} constructor
 * @param {Changes} changes
 */
function provide(host, name, constructor, changes) {
  define(host, name, { value: constructor, writable: true, enumerable: false, configurable: true }, changes);
  changes.provided.push(name);
}

/**
 * The attribute `ended` of an early draft: the opposite of `active`.
 * @param {any} host
 * @param {Changes} changes
 */
function provideEnded(host, changes) {
  const prototype = host.MediaStream?.prototype;
  if (prototype === undefined || 'ended' in prototype) return;
  const accessor = {
    get ended() {
      return !getProperty(prototype, 'active', this);
    },
  };
  define(prototype, 'ended', { ...getOwnPropertyDescriptor(accessor, 'ended') }, changes);
  changes.provided.push('MediaStream.ended');
}

/**
 * Defines a property, and remembers how to put back what was there, unless somebody else has replaced it by then.
 * @param {object} object
 * @param {string} key
 * @param {PropertyDescriptor} descriptor
 * @param {Changes} changes
 */
function define(object, key, descriptor, changes) {
  const before = getOwnPropertyDescriptor(object, key);
  if (!defineProperty(object, key, descriptor)) throw new TypeError(`Failed to execute 'install': can't define '${key}'.`);
  changes.undo.push(() => {
    const now = getOwnPropertyDescriptor(object, key);
    if (now?.value !== descriptor.value || now?.get !== descriptor.get) return;
    if (before === undefined) Reflect.deleteProperty(object, key);
    else defineProperty(object, key, before);
  });
}
