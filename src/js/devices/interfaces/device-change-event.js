/** @file DeviceChangeEvent: https://www.w3.org/TR/mediacapture-streams/#devicechangeevent */

import { createBrand } from '../../brand.js';
import { isObject } from '../../builtins.js';
import { CONSTRUCTOR_KEY } from '../../constructor-key.js';
import { ofWindow } from '../../node/window-objects.js';
import { defineInterface, ensurePrototype, eventInit, failedTo, requireArguments, toSequence } from '../../webidl.js';
import { infoOf } from './media-device-info.js';

/** @import { DevicesHost } from '../realm.js' */

const { freeze } = Object;

/** @type {ReturnType<typeof createBrand<{ devices: readonly object[], userInsertedDevices: readonly object[] }>>} */
const EventBrand = createBrand();

const { get: stateOf } = EventBrand;

/**
 * @param {string} why
 * @returns {never}
 */
function fail(why) {
  throw new TypeError(`${failedTo('DeviceChangeEvent', 'constructor')}: ${why}`);
}

/**
 * Converts the member `devices` of a DeviceChangeEventInit.
 * @param {unknown} devices
 * @returns {object[]}
 */
function toDevices(devices) {
  if (devices === undefined) return [];
  const expected = "member 'devices' is not a sequence of 'MediaDeviceInfo'.";
  return toSequence(
    devices,
    (device) => (infoOf(device) === undefined ? fail(expected) : /** @type {object} */ (device)),
    () => fail(expected),
  );
}

/** @param {DevicesHost} host */
export const defineDeviceChangeEvent = (host) => {
  const DeviceChangeEvent = defineInterface({
    DeviceChangeEvent: class extends host.Event {
      /**
       * @param {string} type
       * @param {EventInit & { devices?: Iterable<object> }} [eventInitDict]
       */
      constructor(type, eventInitDict = undefined) {
        requireArguments(arguments.length, 1, 'DeviceChangeEvent', 'constructor');
        const converted = `${type}`;
        // Of a dictionary that isn't there nothing is read, not even of Object.prototype.
        const init = eventInitDict ?? /** @type {{ devices?: Iterable<object> }} */ ({ __proto__: null });
        if (!isObject(init)) fail("parameter 2 ('eventInitDict') is not an object.");
        // The host converts what its Event takes: the members of a derived dictionary come after those of EventInit.
        super(converted, eventInit(init));
        ensurePrototype(this, new.target, DeviceChangeEvent);
        // A sequence is iterated as the page has it; the user agent's isn't.
        const isOurs = arguments[2] === CONSTRUCTOR_KEY;
        const devices = isOurs ? arguments[3] : toDevices(init.devices);
        const userInsertedDevices = isOurs ? arguments[4] : [];
        if (COMMONJS) ofWindow([devices, userInsertedDevices], host.window);
        new EventBrand(this, { devices: freeze(devices), userInsertedDevices: freeze(userInsertedDevices) });
      }

      get devices() {
        return stateOf(this).devices;
      }

      get userInsertedDevices() {
        return stateOf(this).userInsertedDevices;
      }
    },
  });
  return DeviceChangeEvent;
};
