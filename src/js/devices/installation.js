/** @file Virtual devices as a host's `navigator.mediaDevices`. */

import { apply, getOwnPropertyDescriptor, getPrototypeOf, isObject, ownKeys } from '../builtins.js';
import { memberOfWindow } from '../node/window-objects.js';
import { illegalInvocation } from '../webidl.js';
import { around } from './around.js';

/** @import { Changes } from '../changes.js' */
/** @import { DevicesHost } from './realm.js' */

/** By this, install() knows VirtualDevices without importing them (src/js/host/devices.js). */
export const INSTALL = Symbol.for('mediastream-polyfill/devices');

const INTERFACES = /** @type {const} */ (['MediaDevices', 'MediaDeviceInfo', 'InputDeviceInfo', 'DeviceChangeEvent']);

/**
 * The navigators that hosts have been given.
 * @type {WeakSet<object>}
 */
const givenNavigators = new WeakSet();

/**
 * @param {any} host
 * @param {DevicesHost} own whose interfaces are those of the devices
 * @param {EventTarget} mediaDevices
 * @param {Changes} changes
 */
export function provideMediaDevices(host, own, mediaDevices, changes) {
  for (const name of INTERFACES) {
    changes.replace(host, name, { value: own[name], writable: true, enumerable: false, configurable: true }, name);
  }
  if (host.navigator === undefined || givenNavigators.has(host.navigator)) {
    const value = host.navigator ?? {};
    givenNavigators.add(value);
    changes.provide(host, 'navigator', { value, writable: true, enumerable: true, configurable: true }, 'navigator');
  }
  const { navigator } = host;
  const native = navigator.mediaDevices;
  if (isObject(native)) provideOtherMembers(native, mediaDevices, own, changes);
  const report = native === undefined ? changes.provided : changes.repaired;
  const object = objectWithAttributes(navigator);
  const { get } = ownDescriptor(object, 'mediaDevices');
  const accessor = {
    get mediaDevices() {
      if (this === navigator && changes.inForce) return mediaDevices;
      // Some hosts' windows have one interface: what the others' navigators have is none of ours.
      if (get !== undefined) return apply(get, this, []);
      return object !== navigator && isObject(this) && isPrototypeOf(object, this) ? undefined : illegalInvocation();
    },
  };
  const descriptor = /** @type {PropertyDescriptor} */ (getOwnPropertyDescriptor(accessor, 'mediaDevices'));
  changes.define(object, 'mediaDevices', COMMONJS ? memberOfWindow(descriptor, host) : descriptor);
  report.push('Navigator.mediaDevices');
}

/**
 * What the host's own MediaDevices have besides, as getDisplayMedia(), ours have as well: it is done by the host's own.
 * @param {any} native the host's own, or others of ours
 * @param {EventTarget} mediaDevices
 * @param {DevicesHost} host
 * @param {Changes} changes
 */
function provideOtherMembers(native, mediaDevices, { EventTarget, members }, changes) {
  const prototype = /** @type {object} */ (getPrototypeOf(mediaDevices));
  // A test's own may be but an object.
  for (const owner of [native, getPrototypeOf(native) ?? {}]) {
    for (const key of /** @type {string[]} */ (ownKeys(owner))) {
      const descriptor = ownDescriptor(owner, key);
      for (const part of /** @type {const} */ (['get', 'set', 'value'])) {
        const member = descriptor[part];
        if (typeof member !== 'function') continue;
        descriptor[part] = around(member, (self, args) => apply(member, self === mediaDevices ? native : self, args));
      }
      if (!members.includes(key) && !(key in EventTarget.prototype)) changes.define(prototype, key, descriptor);
    }
  }
}

/**
 * A property's descriptor, without what a page has put on Object.prototype; empty if there is none.
 * @param {object} object
 * @param {PropertyKey} key
 * @returns {PropertyDescriptor}
 */
const ownDescriptor = (object, key) => /** @type {any} */ ({ __proto__: null, ...getOwnPropertyDescriptor(object, key) });

/**
 * @param {object} prototype
 * @param {object | null} object
 */
function isPrototypeOf(prototype, object) {
  while (object !== null) {
    object = getPrototypeOf(object);
    if (object === prototype) return true;
  }
  return false;
}

/**
 * Where a navigator has its attributes: on its interface's prototype, or, if it is but an object, on itself.
 * @param {object} navigator
 */
function objectWithAttributes(navigator) {
  const prototype = getPrototypeOf(navigator);
  const isInterface = prototype !== null && prototype.constructor?.name === 'Navigator';
  return isInterface && !Object.hasOwn(navigator, 'mediaDevices') ? prototype : navigator;
}
