/** @file InputDeviceInfo: https://www.w3.org/TR/mediacapture-streams/#input-specific-device-info */

import { copyDictionary } from '../../dictionary.js';
import { defineInterface, illegalInvocation } from '../../webidl.js';
import { infoOf } from './media-device-info.js';

/** @import { defineMediaDeviceInfo } from './media-device-info.js' */

/**
 * What is behind an InputDeviceInfo.
 * @param {unknown} value
 */
function stateOf(value) {
  const info = infoOf(value);
  return info === undefined || info.kind === 'audiooutput' ? illegalInvocation() : info;
}

/** @param {ReturnType<typeof defineMediaDeviceInfo>} MediaDeviceInfo of the same window */
export const defineInputDeviceInfo = (MediaDeviceInfo) =>
  defineInterface({
    InputDeviceInfo: class extends MediaDeviceInfo {
      constructor() {
        // Not left to V8, which spreads the arguments by Array.prototype's iterator, the page's.
        super(arguments[0], arguments[1]);
      }

      getCapabilities() {
        return copyDictionary(stateOf(this).capabilities);
      }
    },
  });
