/** @file `mediastream-polyfill/devices`: virtual cameras, microphones and loudspeakers, and the interfaces for this host. */

import { createDevicesRealm } from './realm.js';

export { createDevicesRealm };
export { VirtualDevice } from './virtual-device.js';
export { VirtualDevices } from './virtual-devices.js';

export const { MediaDevices, MediaDeviceInfo, InputDeviceInfo, DeviceChangeEvent } = createDevicesRealm(globalThis);
