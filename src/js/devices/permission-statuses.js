/**
 * @file What a window's own PermissionStatuses tell of cameras and microphones, while virtual devices are installed there.
 * https://www.w3.org/TR/mediacapture-streams/#permissions-integration
 */

import { apply, getOwnPropertyDescriptor, getProperty, hasOwn, isObject, removeItem } from '../builtins.js';
import { fire } from '../fire.js';
import { readClasses } from '../window/own-classes.js';
import { around } from './around.js';

/** @import { Changes } from '../changes.js' */
/** @import { MediaDevicesState } from './media-devices-state.js' */

/** Chromium has names of its own besides. */
const NAMES = { __proto__: null, camera: 1, microphone: 1, video_capture: 1, audio_capture: 1 };

/**
 * @param {any} host
 * @param {MediaDevicesState} devices
 * @param {Changes} changes
 */
export function tellPermission(host, devices, changes) {
  const { Permissions, PermissionStatus } = host;
  const { permissions } = host.navigator;
  const prototype = PermissionStatus?.prototype;
  if (!isObject(prototype) || !isObject(permissions) || typeof Permissions?.prototype.query !== 'function') return;
  const attribute = getOwnPropertyDescriptor(prototype, 'state');
  // In happy-dom a status has its state itself, and no name.
  const hasAttributes = attribute !== undefined && hasOwn(attribute, 'get');
  /** @type {WeakRef<EventTarget>[]} those that the page has asked for */
  const statuses = [];
  let inForce = true;

  /** @param {EventTarget} status */
  const isOfDevices = (status) => getProperty(prototype, 'name', status) in NAMES;

  /**
   * @param {Promise<EventTarget>} promise
   * @param {any} descriptor what was asked for
   */
  const follow = async (promise, descriptor) => {
    try {
      const status = await promise;
      if (!inForce || !(hasAttributes ? isOfDevices(status) : descriptor.name in NAMES)) return;
      // There it is one for all who ask.
      for (let i = 0; i < statuses.length; i++) if (statuses[i].deref() === status) return;
      statuses[statuses.length] = new WeakRef(status);
      if (hasAttributes) return;
      const get = () => devices.permissionState;
      changes.define(status, 'state', { get, set: undefined, enumerable: true, configurable: true });
    } catch {
      // That is the page's to hear.
    }
  };

  const query = (/** @type {Function} */ native) =>
    around(native, (self, args) => {
      const promise = apply(native, self, args);
      // What is followed first is known before the page has it. Some windows share their interfaces.
      if (self === permissions) follow(promise, args[0]);
      return promise;
    });
  const state = (/** @type {any} */ { get }) => ({
    get: around(get, (status) => (isOfDevices(status) ? devices.permissionState : apply(get, status, []))),
  });
  changes.repair(Permissions.prototype, 'query', query, 'Permissions.query');
  if (hasAttributes) changes.repairAttribute(prototype, 'state', state, 'PermissionStatus.state');

  const { permissionListeners } = devices;
  const classes = readClasses(host);
  const changed = () => {
    for (let i = 0; i < statuses.length; i++) {
      const status = statuses[i].deref();
      // Others' devices may be installed over these.
      if (status && getProperty(hasAttributes ? prototype : status, 'state', status) === devices.permissionState) {
        fire(classes, status, new classes.Event('change'));
      }
    }
  };
  permissionListeners[permissionListeners.length] = changed;
  changes.whenUndone(() => {
    inForce = false;
    removeItem(permissionListeners, changed);
  });
}
