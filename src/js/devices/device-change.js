/** @file The event `devicechange`. */

import { construct, copyArray } from '../builtins.js';
import { fire } from '../fire.js';
import { createDeviceInfos, listDevices } from './device-infos.js';
import { CONSTRUCTOR_KEY } from '../constructor-key.js';

/** @import { Device } from './device.js' */
/** @import { DeviceInfo } from './interfaces/media-device-info.js' */
/** @import { MediaDevicesState } from './media-devices-state.js' */

const INFO_MEMBERS = /** @type {const} */ (['deviceId', 'kind', 'label', 'groupId']);

/**
 * The device change notification steps, when devices have become available or unavailable. The event has been fired when
 * it returns: what calls it is a task of its own.
 * https://www.w3.org/TR/mediacapture-streams/#device-change-notification-steps
 * @param {MediaDevicesState} state
 * @param {EventTarget} mediaDevices
 * @param {Device} [inserted] a device that the user has inserted
 */
export function notifyOfDeviceChange(state, mediaDevices, inserted) {
  const { host } = state;
  // 1. Let lastExposedDevices be the list of device info objects for the stored device list.
  const last = listDevices(state, state.storedDeviceList);
  // 2. Let deviceList be the list of all devices available.
  const deviceList = copyArray(state.available);
  // 3. Let newExposedDevices be the list of device info objects for that.
  const entries = listDevices(state, deviceList);
  // 5. Set the stored device list. The specification does so after step 4, and a device that is connected before the
  // page knows its kind's devices would be missing in what the page enumerates later.
  state.storedDeviceList = deviceList;
  // 4. If they match and have the same order, abort these steps.
  if (match(last, entries)) return;
  // 6. Fire an event.
  const devices = createDeviceInfos(state, deviceList);
  /** @type {object[]} */
  const userInserted = [];
  for (let i = 0; i < devices.length; i++) {
    if (entries[i].device === inserted) userInserted[userInserted.length] = devices[i];
  }
  const event = construct(host.DeviceChangeEvent, ['devicechange', {}, CONSTRUCTOR_KEY, devices, userInserted]);
  fire(host, mediaDevices, event);
}

/**
 * @param {{ info: DeviceInfo }[]} last
 * @param {{ info: DeviceInfo }[]} now
 */
function match(last, now) {
  if (last.length !== now.length) return false;
  for (let i = 0; i < last.length; i++) {
    for (let j = 0; j < INFO_MEMBERS.length; j++) {
      const member = INFO_MEMBERS[j];
      if (last[i].info[member] !== now[i].info[member]) return false;
    }
  }
  return true;
}
