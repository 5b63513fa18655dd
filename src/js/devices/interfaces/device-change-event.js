/** @file DeviceChangeEvent: https://www.w3.org/TR/mediacapture-streams/#devicechangeevent */

import { Stamp } from '../../brand.js';
import { isObject } from '../../builtins.js';
import { CONSTRUCTOR_KEY } from '../../constructor-key.js';
import { defineInterface, failedTo, illegalInvocation, requireArguments, toSequence } from '../../webidl.js';
import { infoOf } from './media-device-info.js';

/** @import { DevicesHost } from '../realm.js' */

const { freeze } = Object;

class EventBrand extends Stamp {
  /** @type {readonly object[]} */
  #devices;
  /** @type {readonly object[]} */
  #userInsertedDevices;

  /**
   * @param {object} event
   * @param {object[]} devices
   * @param {object[]} userInsertedDevices
   */
  constructor(event, devices, userInsertedDevices) {
    super(event);
    this.#devices = freeze(devices);
    this.#userInsertedDevices = freeze(userInsertedDevices);
  }

  /** @param {unknown} event */
  static devicesOf(event) {
    return typeof event === 'object' && event !== null && #devices in event ? event.#devices : illegalInvocation();
  }

  /** @param {unknown} event */
  static userInsertedDevicesOf(event) {
    return typeof event === 'object' && event !== null && #devices in event ? event.#userInsertedDevices : illegalInvocation();
  }
}

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
export const defineDeviceChangeEvent = (host) =>
  defineInterface(
    class DeviceChangeEvent extends host.Event {
      /**
       * @param {string} type
       * @param {EventInit & { devices?: Iterable<object> }} [eventInitDict]
       */
      constructor(type, eventInitDict = undefined) {
        requireArguments(arguments.length, 1, 'DeviceChangeEvent', 'constructor');
        const init = eventInitDict ?? {};
        if (!isObject(init)) fail("parameter 2 ('eventInitDict') is not an object.");
        // The host converts what its Event takes: the members of a derived dictionary come after those of EventInit.
        super(`${type}`, init);
        // A sequence is iterated as the page has it; the user agent's isn't.
        if (arguments[2] === CONSTRUCTOR_KEY) new EventBrand(this, arguments[3], arguments[4]);
        else new EventBrand(this, toDevices(init.devices), []);
      }

      get devices() {
        return EventBrand.devicesOf(this);
      }

      get userInsertedDevices() {
        return EventBrand.userInsertedDevicesOf(this);
      }
    },
    'DeviceChangeEvent',
  );
