/** @file What a device can do and does by default, where `connect()` wasn't told: what browsers find in a plain one. */

import { hasOwn } from '../builtins.js';

/** @import { Dictionary } from '../dictionary.js' */
/** @import { Mode } from '../solver/index.js' */
/** @import { DeviceInit } from './device-init.js' */

/**
 * What the solver chooses settings from.
 * @typedef {object} Constrainable
 * @property {'audio' | 'video'} kind
 * @property {Dictionary} capabilities
 * @property {Mode[]} [modes]
 * @property {Dictionary} settings by default, where it has defaults of its own: the solver knows those of user agents
 */

const { max } = Math;

/** The first is the default. */
const CAMERA_MODES = [
  { width: 640, height: 480, frameRate: 30 },
  { width: 1280, height: 720, frameRate: 30 },
];

const MICROPHONE_CAPABILITIES = {
  autoGainControl: [true, false],
  channelCount: { min: 1, max: 2 },
  echoCancellation: [true, false],
  latency: { min: 0.01, max: 0.1 },
  noiseSuppression: [true, false],
  sampleRate: { min: 8000, max: 48000 },
  sampleSize: { min: 16, max: 16 },
};

/**
 * @param {DeviceInit} init of an input device
 * @returns {Constrainable}
 */
export function toConstrainable(init) {
  const { deviceId, groupId } = init;
  const constrainable = init.kind === 'videoinput' ? camera(init) : microphone(init);
  return {
    ...constrainable,
    capabilities: { ...constrainable.capabilities, deviceId, groupId },
    settings: { ...constrainable.settings, ...init.settings, deviceId, groupId },
  };
}

/**
 * @param {DeviceInit} init
 * @returns {Constrainable}
 */
function camera({ capabilities: given = {}, modes }) {
  const isSized = hasOwn(given, 'width') || hasOwn(given, 'height') || hasOwn(given, 'frameRate');
  if (modes === undefined && !isSized) modes = CAMERA_MODES;
  if (modes === undefined) return { kind: 'video', capabilities: given, settings: {} };
  const capabilities = { ...spanning(modes), ...given };
  const { width, height, frameRate } = modes[0];
  return { kind: 'video', capabilities, modes, settings: { width, height, frameRate, resizeMode: 'none' } };
}

/**
 * The capabilities that span modes and what can be cropped, scaled down and decimated from them.
 * @param {Mode[]} modes
 * @returns {Dictionary}
 */
function spanning(modes) {
  let width = 0;
  let height = 0;
  let frameRate = 0;
  for (let i = 0; i < modes.length; i++) {
    width = max(width, modes[i].width);
    height = max(height, modes[i].height);
    frameRate = max(frameRate, modes[i].frameRate ?? 0);
  }
  return {
    aspectRatio: { min: 1 / height, max: width },
    frameRate: { min: 0, max: frameRate },
    height: { min: 1, max: height },
    resizeMode: ['none', 'crop-and-scale'],
    width: { min: 1, max: width },
  };
}

/**
 * @param {DeviceInit} init
 * @returns {Constrainable}
 */
function microphone({ capabilities = MICROPHONE_CAPABILITIES }) {
  return { kind: 'audio', capabilities, settings: {} };
}
