/** @file The event `devicechange`. */

import { construct } from '../builtins.js';
import { CONSTRUCTOR_KEY } from '../constructor-key.js';
import { fire } from '../fire.js';
import { createDeviceInfos } from './device-infos.js';
import { machine } from './machine.js';

/** @import { Device } from './device.js' */
/** @import { MediaDevicesState } from './media-devices-state.js' */

/**
 * The device change notification steps, when devices have become available or unavailable. The event has been fired when
 * it returns: what calls it is a task of its own.
 * https://www.w3.org/TR/mediacapture-streams/#device-change-notification-steps
 * @param {MediaDevicesState} state
 * @param {EventTarget} mediaDevices
 * @param {Device} [inserted] a device that the user has inserted
 */
export function notifyOfDeviceChange(state, mediaDevices, inserted) {
  const { host, id } = state;
  if (!machine.notify_of_change(id)) return;
  const { devices, userInserted } = createDeviceInfos(state, inserted);
  const event = construct(host.DeviceChangeEvent, ['devicechange', undefined, CONSTRUCTOR_KEY, devices, userInserted]);
  fire(host, mediaDevices, event);
}
