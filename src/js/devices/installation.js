/** @file Virtual devices as a host's `navigator.mediaDevices`. */

import { apply, getOwnPropertyDescriptor, getPrototypeOf, isObject } from '../builtins.js';
import { illegalInvocation } from '../webidl.js';

/** @import { Changes } from '../changes.js' */
/** @import { DevicesRealm } from './realm.js' */

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
 * @param {DevicesRealm} realm
 * @param {EventTarget} mediaDevices
 * @param {Changes} changes
 */
export function provideMediaDevices(host, realm, mediaDevices, changes) {
  for (const name of INTERFACES) {
    // What another installation has provided goes with that.
    if (host[name] !== undefined && host[name] !== realm[name]) continue;
    changes.provide(host, name, { value: realm[name], writable: true, enumerable: false, configurable: true }, name);
  }
  if (host.navigator === undefined || givenNavigators.has(host.navigator)) {
    const value = host.navigator ?? {};
    givenNavigators.add(value);
    changes.provide(host, 'navigator', { value, writable: true, enumerable: true, configurable: true }, 'navigator');
  }
  const { navigator } = host;
  const report = navigator.mediaDevices === undefined ? changes.provided : changes.repaired;
  const object = objectWithAttributes(navigator);
  const { get } = getOwnPropertyDescriptor(object, 'mediaDevices') ?? {};
  const accessor = {
    get mediaDevices() {
      if (this === navigator && changes.inForce) return mediaDevices;
      // Some hosts' windows have one interface: what the others' navigators have is none of ours.
      if (get !== undefined) return apply(get, this, []);
      return object !== navigator && isObject(this) && isPrototypeOf(object, this) ? undefined : illegalInvocation();
    },
  };
  changes.define(object, 'mediaDevices', /** @type {PropertyDescriptor} */ (getOwnPropertyDescriptor(accessor, 'mediaDevices')));
  report.push('Navigator.mediaDevices');
}

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
