/** @file The interfaces of this module for one window, as src/js/realm.js has those of the package. */

import { ownKeys } from '../builtins.js';
import { createRealm } from '../index.js';
import { describeForNode } from '../node/inspect.js';
import { interfacesOfWindow } from '../node/window-objects.js';
import { isUpToDate, readClasses, reportExceptionsTo } from '../window/own-classes.js';
import { hideHandlers } from '../workerd/handlers.js';
import { clockOf } from './clock.js';
import { defineDeviceChangeEvent } from './interfaces/device-change-event.js';
import { defineInputDeviceInfo } from './interfaces/input-device-info.js';
import { defineMediaDeviceInfo } from './interfaces/media-device-info.js';
import { defineMediaDevices } from './interfaces/media-devices.js';

/** @import { Realm } from '../realm.js' */
/** @import { Clock } from './clock.js' */

/**
 * What a window has: its own classes and functions, as they were when its realm was created, and ours.
 * @typedef {ReturnType<typeof readClasses> & Realm & DevicesRealm
 *   & { clock: Clock, devicesRealm: DevicesRealm, members: (string | symbol)[] }} DevicesHost `members` are those of its MediaDevices
 */

/**
 * @typedef {object} DevicesRealm the public part of a host
 * @property {ReturnType<typeof defineMediaDevices>} MediaDevices
 * @property {ReturnType<typeof defineMediaDeviceInfo>} MediaDeviceInfo
 * @property {ReturnType<typeof defineInputDeviceInfo>} InputDeviceInfo
 * @property {ReturnType<typeof defineDeviceChangeEvent>} DeviceChangeEvent
 */

/** @type {WeakMap<object, DevicesHost>} */
const hosts = new WeakMap();

/**
 * The interfaces for a window, always the same ones for the same document's.
 * @param {any} window
 * @returns {DevicesRealm}
 * @throws {TypeError} if it isn't an object with EventTarget, Event and DOMException
 */
export const createDevicesRealm = (window) =>
  devicesHostOf(window, "Failed to execute 'createDevicesRealm': parameter 1").devicesRealm;

/**
 * @param {any} window
 * @param {string} what it is, in the message of the exception
 * @returns {DevicesHost}
 * @throws {TypeError} as {@link createDevicesRealm}
 */
export function devicesHostOf(window, what) {
  let host = hosts.get(window);
  if (host === undefined || !isUpToDate(host, window)) {
    const classes = readClasses(window, window === globalThis ? undefined : what);
    // Nothing is set on it that Object.prototype could hear of, or read from it that is only there.
    host = defineDevicesRealm({ __proto__: null, ...classes, ...createRealm(window), clock: clockOf(window) });
    hosts.set(window, host);
  }
  return host;
}

/**
 * @param {any} window what there is without the interfaces of this module
 * @returns {DevicesHost}
 */
function defineDevicesRealm(window) {
  const host = /** @type {DevicesHost} */ (window);
  const MediaDeviceInfo = defineMediaDeviceInfo();
  const devicesRealm = {
    MediaDevices: defineMediaDevices(host),
    MediaDeviceInfo,
    InputDeviceInfo: defineInputDeviceInfo(MediaDeviceInfo),
    DeviceChangeEvent: defineDeviceChangeEvent(host),
  };
  if (COMMONJS) Object.assign(devicesRealm, interfacesOfWindow(devicesRealm, Object.keys(devicesRealm), host.window));
  reportExceptionsTo(host.window, devicesRealm.MediaDevices.prototype);
  if (WORKERD) hideHandlers(host, [devicesRealm.MediaDevices.prototype]);
  if (COMMONJS) describeForNode(MediaDeviceInfo, ['kind', 'label', 'deviceId', 'groupId']);
  const members = ownKeys(devicesRealm.MediaDevices.prototype);
  return Object.assign(host, devicesRealm, { devicesRealm: Object.freeze(devicesRealm), members });
}
