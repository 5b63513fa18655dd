/** @file What enumerateDevices() lists. */

import { CONSTRUCTOR_KEY } from '../constructor-key.js';
import { KIND, SYSTEM_DEFAULT, machine } from './machine.js';

/** @import { Device } from './device.js' */
/** @import { DeviceInfo } from './interfaces/media-device-info.js' */
/** @import { MediaDevicesState } from './media-devices-state.js' */

/**
 * Creates a list of device info objects.
 * https://www.w3.org/TR/mediacapture-streams/#creating-a-list-of-device-info-objects
 * @param {MediaDevicesState} mediaDevices
 * @param {Device} [inserted] a device that the user has inserted
 * @returns {{ devices: object[], userInserted: object[] }} MediaDeviceInfos, and those of them that are of that device
 */
export function createDeviceInfos({ devices: known, host, id }, inserted) {
  /** @type {number[]} all of them before the first is constructed: what a page has put into our classes' chains may list */
  const entries = [];
  machine.begin_list();
  for (let entry = machine.next_device_info(id); entry !== 0; entry = machine.next_device_info(id)) {
    entries[entries.length] = entry;
  }
  const devices = [];
  const userInserted = [];
  for (let i = 0; i < entries.length; i++) {
    const device = known[entries[i] >> 2];
    const Interface = device.kind === 'audiooutput' ? host.MediaDeviceInfo : host.InputDeviceInfo;
    devices[i] = new Interface(CONSTRUCTOR_KEY, createDeviceInfo(device, entries[i] & 3));
    if (device === inserted) userInserted[userInserted.length] = devices[i];
  }
  return { devices, userInserted };
}

/**
 * Creates a device info object. https://www.w3.org/TR/mediacapture-streams/#creating-a-device-info-object
 * @param {Device} device
 * @param {number} told
 * @returns {DeviceInfo}
 */
function createDeviceInfo({ kind, deviceId, label, groupId, capabilities }, told) {
  if (told === KIND) return { deviceId: '', kind, label: '', groupId: '', capabilities: {} };
  if (told === SYSTEM_DEFAULT) return { deviceId: 'default', kind, label: `Default - ${label}`, groupId, capabilities };
  return { deviceId, kind, label, groupId, capabilities };
}
