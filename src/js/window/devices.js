/** @file Virtual devices as `navigator.mediaDevices`: what src/js/devices/installation.js does. */

import { apply } from '../builtins.js';

/** @import { Changes } from '../changes.js' */

/** By this, VirtualDevices are known without being imported. */
const INSTALL = Symbol.for('mediastream-polyfill/devices');

/**
 * @param {any} devices
 * @param {any} host
 * @param {Changes} changes
 */
export function provideDevices(devices, host, changes) {
  const install = devices?.[INSTALL];
  if (typeof install !== 'function') {
    throw new TypeError("Failed to execute 'install': member 'devices' is not of type 'VirtualDevices'.");
  }
  apply(install, devices, [host, changes]);
}
