/** @file Device information exposure: https://www.w3.org/TR/mediacapture-streams/#device-information-exposure */

/** @import { Device } from './device.js' */
/** @import { MediaDevicesState } from './media-devices-state.js' */

/**
 * Whether device information can be exposed, of some device at least.
 * @param {MediaDevicesState} mediaDevices
 */
export const deviceInformationCanBeExposed = ({ canExposeCameraInfo, canExposeMicrophoneInfo }) =>
  canExposeCameraInfo || canExposeMicrophoneInfo;

/**
 * Whether a device's label and ids can be exposed. For audio output devices it is the exposure decision algorithm:
 * https://www.w3.org/TR/audio-output/#dfn-exposure-decision-algorithm-for-devices-other-than-camera-and-microphone
 * @param {MediaDevicesState} mediaDevices
 * @param {Device} device
 */
export const canExpose = ({ canExposeCameraInfo, canExposeMicrophoneInfo }, { kind }) =>
  kind === 'videoinput' ? canExposeCameraInfo : canExposeMicrophoneInfo;

/**
 * Sets the device information exposure. https://www.w3.org/TR/mediacapture-streams/#set-device-information-exposure
 * @param {MediaDevicesState} mediaDevices
 * @param {{ audio: boolean, video: boolean }} requestedTypes
 */
export function setDeviceInformationExposure(mediaDevices, requestedTypes) {
  // "Device exposure can be extended" to the other kind, where the permission for that is granted without asking.
  const extended = mediaDevices.permission === 'granted';
  if (requestedTypes.video || extended) mediaDevices.canExposeCameraInfo = true;
  if (requestedTypes.audio || extended) mediaDevices.canExposeMicrophoneInfo = true;
}
