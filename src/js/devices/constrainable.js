/** @file What a device can do and does by default, where `connect()` wasn't told: what browsers find in a plain one. */

import { isArray } from '../builtins.js';

/** @import { Dictionary } from '../dictionary.js' */
/** @import { Mode } from '../solver/index.js' */
/** @import { DeviceInit } from './device-init.js' */

/**
 * What the solver chooses settings from.
 * @typedef {object} Constrainable
 * @property {'audio' | 'video'} kind
 * @property {Dictionary} capabilities
 * @property {Mode[]} [modes]
 * @property {Dictionary} settings by default
 */

/** The first is the default. */
const CAMERA_MODES = [
  { width: 640, height: 480, frameRate: 30 },
  { width: 1280, height: 720, frameRate: 30 },
];

const CAMERA_SETTINGS = { width: 640, height: 480, frameRate: 30 };

const MICROPHONE_CAPABILITIES = {
  autoGainControl: [true, false],
  channelCount: { min: 1, max: 2 },
  echoCancellation: [true, false],
  latency: { min: 0.01, max: 0.1 },
  noiseSuppression: [true, false],
  sampleRate: { min: 8000, max: 48000 },
  sampleSize: { min: 16, max: 16 },
};

const MICROPHONE_SETTINGS = {
  autoGainControl: true,
  channelCount: 1,
  echoCancellation: true,
  latency: 0.01,
  noiseSuppression: true,
  sampleRate: 48000,
  sampleSize: 16,
};

/**
 * @param {DeviceInit} init of an input device
 * @returns {Constrainable}
 */
export function toConstrainable(init) {
  const { deviceId, groupId } = init;
  const constrainable = init.kind === 'videoinput' ? camera(init) : microphone(init);
  Object.assign(constrainable.capabilities, { deviceId, groupId });
  Object.assign(constrainable.settings, init.settings, { deviceId, groupId });
  return constrainable;
}

/**
 * @param {DeviceInit} init
 * @returns {Constrainable}
 */
function camera({ capabilities: given = {}, modes }) {
  const isSized = 'width' in given || 'height' in given || 'frameRate' in given;
  if (modes === undefined && !isSized) modes = CAMERA_MODES;
  if (modes === undefined) {
    return { kind: 'video', capabilities: given, settings: withinCapabilities(CAMERA_SETTINGS, given) };
  }
  const capabilities = { ...spanning(modes), ...given };
  const [{ width, height, frameRate }] = modes;
  return { kind: 'video', capabilities, modes, settings: { width, height, frameRate, resizeMode: 'none' } };
}

/**
 * The capabilities that span modes and what can be cropped, scaled down and decimated from them.
 * @param {Mode[]} modes
 * @returns {Dictionary}
 */
function spanning(modes) {
  const width = Math.max(...modes.map((mode) => mode.width));
  const height = Math.max(...modes.map((mode) => mode.height));
  return {
    aspectRatio: { min: 1 / height, max: width },
    frameRate: { min: 0, max: Math.max(...modes.map((mode) => mode.frameRate ?? 0)) },
    height: { min: 1, max: height },
    resizeMode: ['none', 'crop-and-scale'],
    width: { min: 1, max: width },
  };
}

/**
 * @param {DeviceInit} init
 * @returns {Constrainable}
 */
function microphone({ capabilities = { ...MICROPHONE_CAPABILITIES } }) {
  return { kind: 'audio', capabilities, settings: withinCapabilities(MICROPHONE_SETTINGS, capabilities) };
}

/**
 * The settings that are nearest to some, of what there are capabilities for.
 * @param {Dictionary} settings
 * @param {Dictionary} capabilities
 */
function withinCapabilities(settings, capabilities) {
  /** @type {Dictionary} */
  const within = {};
  for (const property of Object.keys(settings)) {
    const capability = capabilities[property];
    const setting = settings[property];
    if (isArray(capability)) within[property] = capability.includes(setting) ? setting : capability[0];
    else if (capability) within[property] = clamp(setting, capability);
  }
  return within;
}

/**
 * @param {number} value
 * @param {{ min?: number, max?: number }} range
 */
const clamp = (value, { min = -Infinity, max = Infinity }) => Math.max(min, Math.min(max, value));
