/** @file The interfaces of this module for one window, as src/js/realm.js has those of the package. */

import { defineProperty } from '../builtins.js';
import { createRealm } from '../index.js';
import { defineDeviceChangeEvent } from './interfaces/device-change-event.js';
import { defineInputDeviceInfo } from './interfaces/input-device-info.js';
import { defineMediaDeviceInfo } from './interfaces/media-device-info.js';
import { defineMediaDevices } from './interfaces/media-devices.js';

/** @import { Realm } from '../realm.js' */

/**
 * What a window has: its own classes and functions, as they were when its realm was created, and ours.
 * @typedef {ReturnType<typeof readWindow> & Realm & DevicesRealm & { devicesRealm: DevicesRealm }} DevicesHost
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
 * The interfaces for a window, always the same ones for the same window.
 * @param {any} window
 * @returns {DevicesRealm}
 * @throws {TypeError} if it isn't an object with EventTarget, Event and DOMException
 */
export const createDevicesRealm = (window) => devicesHostOf(window).devicesRealm;

/**
 * @param {any} window
 * @returns {DevicesHost}
 * @throws {TypeError} as {@link createDevicesRealm}
 */
export function devicesHostOf(window) {
  const realm = createRealm(window);
  let host = hosts.get(window);
  if (host === undefined) {
    host = defineDevicesRealm(Object.assign(readWindow(window), realm));
    hosts.set(window, host);
  }
  return host;
}

/** @param {any} window */
function readWindow(window) {
  /** @type {Pick<typeof globalThis, 'EventTarget' | 'Event' | 'DOMException'>} */
  const { EventTarget, Event, DOMException } = window;
  const { addEventListener, removeEventListener, dispatchEvent } = EventTarget.prototype;
  const { preventDefault } = Event.prototype;
  return {
    window,
    EventTarget,
    Event,
    DOMException,
    addEventListener,
    removeEventListener,
    dispatchEvent,
    preventDefault,
  };
}

/**
 * @param {ReturnType<typeof readWindow> & Realm} window
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
  if ('_document' in host.window) {
    // jsdom reports an exception of a listener to the window of the target's document, and else swallows it.
    const value = { _defaultView: host.window };
    defineProperty(devicesRealm.MediaDevices.prototype, '_ownerDocument', { value, configurable: true });
  }
  return Object.assign(host, devicesRealm, { devicesRealm: Object.freeze(devicesRealm) });
}
