/** @file `mediastream-polyfill/devices` for require(). */

import * as own from '../devices/index.js';
import { oneCopy } from './one-copy.js';

export const {
  MediaDevices,
  MediaDeviceInfo,
  InputDeviceInfo,
  DeviceChangeEvent,
  VirtualDevice,
  VirtualDevices,
  createDevicesRealm,
} = oneCopy('./devices', own);
