/** @file MediaDeviceInfo: https://www.w3.org/TR/mediacapture-streams/#device-info */

import { createBrand } from '../../brand.js';
import { CONSTRUCTOR_KEY } from '../../constructor-key.js';
import { defineInterface } from '../../webidl.js';

/** @import { Dictionary } from '../../dictionary.js' */

/**
 * What is behind a MediaDeviceInfo.
 * @typedef {object} DeviceInfo
 * @property {string} deviceId
 * @property {'audioinput' | 'audiooutput' | 'videoinput'} kind
 * @property {string} label
 * @property {string} groupId
 * @property {Dictionary} capabilities
 */

/** @type {ReturnType<typeof createBrand<DeviceInfo>>} */
const InfoBrand = createBrand();

const { get: stateOf } = InfoBrand;

/**
 * What is behind a MediaDeviceInfo; undefined for anything else.
 * @param {unknown} value
 */
export function infoOf(value) {
  try {
    return stateOf(value);
  } catch {
    return undefined;
  }
}

export const defineMediaDeviceInfo = () =>
  defineInterface({
    MediaDeviceInfo: class {
      /** @param {unknown[]} args */
      constructor(...args) {
        if (args[0] !== CONSTRUCTOR_KEY) throw new TypeError('Illegal constructor');
        new InfoBrand(this, /** @type {DeviceInfo} */ (args[1]));
      }

      get deviceId() {
        return stateOf(this).deviceId;
      }

      get kind() {
        return stateOf(this).kind;
      }

      get label() {
        return stateOf(this).label;
      }

      get groupId() {
        return stateOf(this).groupId;
      }

      toJSON() {
        const { deviceId, kind, label, groupId } = stateOf(this);
        return { deviceId, kind, label, groupId };
      }
    },
  });
