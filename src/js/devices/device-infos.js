/** @file What enumerateDevices() lists. */

import { CONSTRUCTOR_KEY } from '../constructor-key.js';
import { canExpose } from './exposure.js';

/** @import { Device } from './device.js' */
/** @import { DeviceInfo } from './interfaces/media-device-info.js' */
/** @import { MediaDevicesState } from './media-devices-state.js' */

/**
 * Creates a list of device info objects.
 * https://www.w3.org/TR/mediacapture-streams/#creating-a-list-of-device-info-objects
 * @param {MediaDevicesState} mediaDevices
 * @param {Device[]} deviceList
 * @returns {object[]} MediaDeviceInfos
 */
export function createDeviceInfos(mediaDevices, deviceList) {
  const { InputDeviceInfo, MediaDeviceInfo } = mediaDevices.host;
  const entries = listDevices(mediaDevices, deviceList);
  const infos = [];
  for (let i = 0; i < entries.length; i++) {
    const { info } = entries[i];
    const Interface = info.kind === 'audiooutput' ? MediaDeviceInfo : InputDeviceInfo;
    infos[i] = new Interface(CONSTRUCTOR_KEY, info);
  }
  return infos;
}

/**
 * The devices that are listed, and what is told of them: microphones, then cameras, then the others.
 * @param {MediaDevicesState} mediaDevices
 * @param {Device[]} deviceList
 * @returns {{ device: Device, info: DeviceInfo }[]}
 */
export function listDevices(mediaDevices, deviceList) {
  /** @type {{ device: Device, info: DeviceInfo }[]} */
  const entries = [];
  /** @param {Device} device */
  const list = (device, info = createDeviceInfo(mediaDevices, device)) => {
    entries[entries.length] = { device, info };
  };
  /** @param {'audioinput' | 'videoinput'} kind */
  const listInputs = (kind) => {
    const devices = devicesOfKind(deviceList, kind);
    for (let i = 0; i < devices.length; i++) {
      // One device of a kind is all that is told before it may be exposed.
      if (i === 0 || canExpose(mediaDevices, devices[i])) list(devices[i]);
    }
  };
  listInputs('audioinput');
  listInputs('videoinput');
  const outputs = devicesOfKind(deviceList, 'audiooutput');
  for (let i = 0; i < outputs.length; i++) {
    if (!canExpose(mediaDevices, outputs[i])) continue;
    const info = createDeviceInfo(mediaDevices, outputs[i]);
    // The system default is listed twice, the first time as just that.
    if (outputs[i].isDefault) list(outputs[i], { ...info, deviceId: 'default', label: `Default - ${info.label}` });
    list(outputs[i], info);
  }
  return entries;
}

/**
 * The devices of a kind, the system default first.
 * @param {Device[]} deviceList
 * @param {Device['kind']} kind
 */
export function devicesOfKind(deviceList, kind) {
  /** @type {Device[]} */
  const devices = [];
  /** @param {boolean} isDefault */
  const add = (isDefault) => {
    for (let i = 0; i < deviceList.length; i++) {
      const device = deviceList[i];
      if (device.kind === kind && device.isDefault === isDefault) devices[devices.length] = device;
    }
  };
  add(true);
  add(false);
  return devices;
}

/**
 * Creates a device info object. https://www.w3.org/TR/mediacapture-streams/#creating-a-device-info-object
 * @param {MediaDevicesState} mediaDevices
 * @param {Device} device
 * @returns {DeviceInfo}
 */
function createDeviceInfo(mediaDevices, device) {
  const { kind } = device;
  if (!canExpose(mediaDevices, device)) return { deviceId: '', kind, label: '', groupId: '', capabilities: {} };
  const { deviceId, label, groupId, capabilities } = device;
  return { deviceId, kind, label, groupId, capabilities };
}
