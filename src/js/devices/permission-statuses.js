/**
 * @file What a window's own PermissionStatuses tell of cameras and microphones, while virtual devices are installed there.
 * https://www.w3.org/TR/mediacapture-streams/#permissions-integration
 */

import { apply, getOwnPropertyDescriptor, getProperty, removeItem } from '../builtins.js';
import { fire } from '../fire.js';
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
export function tellPermission({ Permissions, PermissionStatus }, devices, changes) {
  const prototype = PermissionStatus?.prototype;
  // What isn't a browser's has its state somewhere else.
  if (!getOwnPropertyDescriptor(prototype ?? {}, 'state')?.get) return;
  /** @type {WeakRef<EventTarget>[]} those that the page has asked for */
  const statuses = [];

  /** @param {EventTarget} status */
  const isOfDevices = (status) => getProperty(prototype, 'name', status) in NAMES;

  /** @param {Promise<EventTarget>} promise */
  const follow = async (promise) => {
    try {
      const status = await promise;
      if (isOfDevices(status)) statuses[statuses.length] = new WeakRef(status);
    } catch {
      // That is the page's to hear.
    }
  };

  const query = (/** @type {Function} */ native) =>
    around(native, (permissions, args) => {
      const promise = apply(native, permissions, args);
      // What is followed first is known before the page has it.
      follow(promise);
      return promise;
    });
  const state = (/** @type {any} */ { get }) => ({
    get: around(get, (status) => (isOfDevices(status) ? devices.permissionState : apply(get, status, []))),
  });
  changes.repair(Permissions.prototype, 'query', query, 'Permissions.query');
  changes.repairAttribute(prototype, 'state', state, 'PermissionStatus.state');

  const { host, permissionListeners } = devices;
  const changed = () => {
    for (let i = 0; i < statuses.length; i++) {
      const status = statuses[i].deref();
      // Others' devices may be installed over these.
      if (status && getProperty(prototype, 'state', status) === devices.permissionState) {
        fire(host, status, new host.Event('change'));
      }
    }
  };
  permissionListeners[permissionListeners.length] = changed;
  changes.whenUndone(() => removeItem(permissionListeners, changed));
}
