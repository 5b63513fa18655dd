/** @file What `connect()` is told of a device. */

import { isArray, isObject } from '../builtins.js';
import { copyDictionary, toDictionary } from '../dictionary.js';
import { uniqueId } from '../unique-id.js';
import { failedTo } from '../webidl.js';

/** @import { Dictionary } from '../dictionary.js' */
/** @import { Mode } from '../solver/index.js' */

/** @typedef {'audioinput' | 'audiooutput' | 'videoinput'} DeviceKind */

/**
 * @typedef {object} DeviceInit
 * @property {DeviceKind} kind
 * @property {string} label
 * @property {string} deviceId
 * @property {string} groupId
 * @property {boolean} isDefault whether it is the system default of its kind
 * @property {Dictionary | undefined} capabilities
 * @property {Mode[] | undefined} modes
 * @property {Dictionary | undefined} settings
 */

const failed = failedTo('VirtualDevices', 'connect');

/**
 * @param {string} why
 * @returns {never}
 */
function fail(why) {
  throw new TypeError(`${failed}: ${why}`);
}

/**
 * @param {unknown} value
 * @returns {DeviceInit}
 */
export function toDeviceInit(value) {
  if (!isObject(value)) fail("parameter 1 ('init') is not an object.");
  const { capabilities, default: isDefault = false, deviceId, groupId, kind, label = '', modes, settings } = /** @type {any} */ (
    value
  );
  if (kind !== 'audioinput' && kind !== 'audiooutput' && kind !== 'videoinput') {
    fail("member 'kind' is not 'audioinput', 'audiooutput' or 'videoinput'.");
  }
  if (kind === 'audiooutput' && (capabilities ?? settings) !== undefined) {
    fail("an 'audiooutput' device has no capabilities and settings.");
  }
  if (kind !== 'videoinput' && modes !== undefined) fail("only a 'videoinput' device has modes.");
  return {
    kind,
    label: `${label}`,
    deviceId: toId(deviceId, 'deviceId'),
    groupId: toId(groupId, 'groupId'),
    isDefault: !!isDefault,
    capabilities: toMember(capabilities, 'capabilities'),
    modes: modes === undefined ? undefined : toModes(modes),
    settings: toMember(settings, 'settings'),
  };
}

/**
 * @param {unknown} value
 * @param {string} name
 */
function toId(value, name) {
  if (value === undefined) return uniqueId();
  const id = `${value}`;
  return id === '' ? fail(`member '${name}' is empty.`) : id;
}

/**
 * @param {unknown} value
 * @param {string} name
 */
const toMember = (value, name) =>
  value === undefined ? undefined : copyDictionary(toDictionary(value, `${failed}: member '${name}'`));

/**
 * @param {unknown} modes
 * @returns {Mode[]}
 */
function toModes(modes) {
  if (!isArray(modes) || modes.length === 0) fail("member 'modes' is not an array of modes.");
  const converted = [];
  for (let i = 0; i < modes.length; i++) converted[i] = toMode(modes[i]);
  return converted;
}

/** @param {unknown} mode */
function toMode(mode) {
  if (!isObject(mode)) fail("member 'modes' is not an array of modes.");
  const { width, height, frameRate = 30 } = /** @type {any} */ (mode);
  return {
    width: toPositive(width, 'width'),
    height: toPositive(height, 'height'),
    frameRate: toPositive(frameRate, 'frameRate'),
  };
}

/**
 * @param {unknown} value
 * @param {string} name
 */
function toPositive(value, name) {
  const number = +(/** @type {any} */ (value));
  return number > 0 && number < Infinity ? number : fail(`member '${name}' of a mode is not a positive number.`);
}
