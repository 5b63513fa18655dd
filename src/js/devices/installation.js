/** @file Virtual devices as a host's `navigator.mediaDevices`. */

import { getOwnPropertyDescriptor } from '../builtins.js';
import { illegalInvocation } from '../webidl.js';

/** @import { Changes } from '../changes.js' */
/** @import { DevicesRealm } from './realm.js' */

/** By this, install() knows VirtualDevices without importing them (src/js/host/devices.js). */
export const INSTALL = Symbol.for('mediastream-polyfill/devices');

const INTERFACES = /** @type {const} */ (['MediaDevices', 'MediaDeviceInfo', 'InputDeviceInfo', 'DeviceChangeEvent']);

/**
 * @param {any} host
 * @param {DevicesRealm} realm
 * @param {EventTarget} mediaDevices
 * @param {Changes} changes
 */
export function provideMediaDevices(host, realm, mediaDevices, changes) {
  for (const name of INTERFACES) {
    if (host[name] !== undefined) continue;
    changes.provide(host, name, { value: realm[name], writable: true, enumerable: false, configurable: true }, name);
  }
  if (host.navigator === undefined) {
    changes.provide(host, 'navigator', { value: {}, writable: true, enumerable: true, configurable: true }, 'navigator');
  }
  const { navigator } = host;
  const prototype = prototypeWithAttributes(navigator);
  const accessor = {
    get mediaDevices() {
      return this === navigator ? mediaDevices : illegalInvocation();
    },
  };
  const descriptor = /** @type {PropertyDescriptor} */ (getOwnPropertyDescriptor(accessor, 'mediaDevices'));
  const report = navigator.mediaDevices === undefined ? changes.provided : changes.repaired;
  changes.define(prototype, 'mediaDevices', descriptor);
  if (!report.includes('Navigator.mediaDevices')) report.push('Navigator.mediaDevices');
}

/**
 * Where a navigator has its attributes: on its interface's prototype, or, if it is but an object, on itself.
 * @param {object} navigator
 */
function prototypeWithAttributes(navigator) {
  const prototype = Object.getPrototypeOf(navigator);
  const isInterface = prototype !== null && prototype.constructor?.name === 'Navigator';
  return isInterface && !Object.hasOwn(navigator, 'mediaDevices') ? prototype : navigator;
}
