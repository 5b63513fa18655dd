/** @file MediaDevices: https://www.w3.org/TR/mediacapture-streams/#mediadevices */

import { createBrand } from '../../brand.js';
import { CONSTRUCTOR_KEY } from '../../constructor-key.js';
import { ofWindow } from '../../node/window-objects.js';
import { toMediaStreamConstraints } from '../../solver/index.js';
import { defineInterface, ensurePrototype, failedTo } from '../../webidl.js';
import { createDeviceInfos } from '../device-infos.js';
import { beginRequest, getUserMedia } from '../get-user-media.js';
import { getSupportedConstraints } from '../supported-constraints.js';
import { ondevicechange } from './ondevicechange.js';

/** @import { DevicesHost } from '../realm.js' */
/** @import { MediaDevicesState } from '../media-devices-state.js' */

/** @type {ReturnType<typeof createBrand<MediaDevicesState>>} */
const MediaDevicesBrand = createBrand();

const { get: stateOf } = MediaDevicesBrand;

/** @param {DevicesHost} host */
export const defineMediaDevices = (host) => {
  const MediaDevices = defineInterface({
    MediaDevices: class extends host.EventTarget {
      /** @param {unknown[]} args */
      constructor(...args) {
        if (args[0] !== CONSTRUCTOR_KEY) throw new TypeError('Illegal constructor');
        super();
        ensurePrototype(this, new.target, MediaDevices);
        new MediaDevicesBrand(this, /** @type {MediaDevicesState} */ (args[1]));
      }

      get ondevicechange() {
        return stateOf(this).ondevicechange;
      }

      set ondevicechange(value) {
        ondevicechange(stateOf(this), this, value);
      }

      async enumerateDevices() {
        const state = stateOf(this);
        // A document of virtual devices is always in view: enumeration can proceed.
        const { devices } = createDeviceInfos(state);
        return COMMONJS ? ofWindow(devices, host.window) : devices;
      }

      getSupportedConstraints() {
        stateOf(this);
        return getSupportedConstraints();
      }

      /** @param {unknown} [constraints] */
      async getUserMedia(constraints = undefined) {
        const state = stateOf(this);
        const what = failedTo('MediaDevices', 'getUserMedia');
        const converted = toMediaStreamConstraints(constraints, what);
        // What is wrong at once is a promise that is rejected already.
        const request = beginRequest(converted, what);
        // Awaited here: a promise that is returned is asked for its `then`, which may be the page's.
        return await getUserMedia(state, converted, what, request);
      }
    },
  });
  return MediaDevices;
};
