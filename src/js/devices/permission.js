/** @file The permission to use cameras and microphones. */

import { apply } from '../builtins.js';

/** @import { MediaDevicesState } from './media-devices-state.js' */

/** @typedef {'granted' | 'denied'} PermissionAnswer */

/** @typedef {PermissionAnswer | ((request: { audio: boolean, video: boolean }) => PermissionAnswer | PromiseLike<PermissionAnswer>)} Permission */

/**
 * @param {unknown} value
 * @returns {value is PermissionAnswer}
 */
const isAnswer = (value) => value === 'granted' || value === 'denied';

/**
 * Converts what VirtualDevices' attribute `permission` is set to.
 * @param {unknown} value
 * @returns {Permission}
 */
export function toPermission(value) {
  if (isAnswer(value)) return value;
  if (typeof value === 'function') return /** @type {Permission} */ (value);
  throw new TypeError(
    "Failed to set the 'permission' property on 'VirtualDevices': the value is not 'granted', 'denied' or a function.",
  );
}

/**
 * Requests permission to use devices: https://www.w3.org/TR/permissions/#dfn-request-permission-to-use
 * @param {MediaDevicesState} mediaDevices
 * @param {{ audio: boolean, video: boolean }} requestedTypes
 * @param {string} what how the exception's message begins
 * @returns {Promise<PermissionAnswer>}
 */
export async function requestPermission({ permission }, { audio, video }, what) {
  if (typeof permission !== 'function') return permission;
  const answer = await apply(permission, undefined, [{ audio, video }]);
  if (isAnswer(answer)) return answer;
  throw new TypeError(`${what}: the permission callback returned neither 'granted' nor 'denied'.`);
}
