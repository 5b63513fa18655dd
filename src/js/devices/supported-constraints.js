/** @file getSupportedConstraints(): https://www.w3.org/TR/mediacapture-streams/#dom-mediadevices-getsupportedconstraints */

/** All constrainable properties of the specification: a new MediaTrackSupportedConstraints. */
export const getSupportedConstraints = () => ({
  aspectRatio: true,
  autoGainControl: true,
  backgroundBlur: true,
  channelCount: true,
  deviceId: true,
  echoCancellation: true,
  facingMode: true,
  frameRate: true,
  groupId: true,
  height: true,
  latency: true,
  noiseSuppression: true,
  resizeMode: true,
  sampleRate: true,
  sampleSize: true,
  width: true,
});
