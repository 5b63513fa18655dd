/** @file VirtualDevice: a camera, a microphone or a loudspeaker, as its user handles it. */

import { hasOwn } from '../builtins.js';
import { CONSTRUCTOR_KEY } from '../constructor-key.js';
import { describeForNode } from '../node/inspect.js';
import { toDictionary, copyDictionary } from '../dictionary.js';
import { defineInterface, failedTo, requireArguments } from '../webidl.js';

/** @import { Device } from './device.js' */

export const VirtualDevice = defineInterface({
  VirtualDevice: class {
    /** @type {Device} */
    #device;
    /** @type {(device: Device) => void} */
    #disconnected;

    /** @param {unknown[]} args */
    constructor(...args) {
      if (args[0] !== CONSTRUCTOR_KEY) throw new TypeError('Illegal constructor');
      this.#device = /** @type {Device} */ (args[1]);
      this.#disconnected = /** @type {(device: Device) => void} */ (args[2]);
    }

    get kind() {
      return this.#device.kind;
    }

    get label() {
      return this.#device.label;
    }

    get deviceId() {
      return this.#device.deviceId;
    }

    get groupId() {
      return this.#device.groupId;
    }

    /** Whether it has not been disconnected. */
    get connected() {
      return this.#device.connected;
    }

    /** Whether some track of it is live. */
    get inUse() {
      return this.#device.source?.inUse ?? false;
    }

    get muted() {
      return this.#device.source?.muted ?? false;
    }

    /** Whether another program holds it: getUserMedia() then rejects with a NotReadableError. */
    get busy() {
      return this.#device.busy;
    }

    set busy(value) {
      this.#device.busy = !!value;
    }

    /** Whether access to it fails for any other reason: getUserMedia() then rejects with an AbortError. */
    get broken() {
      return this.#device.broken;
    }

    set broken(value) {
      this.#device.broken = !!value;
    }

    mute() {
      this.#device.source?.mute();
    }

    unmute() {
      this.#device.source?.unmute();
    }

    /**
     * The user agent chooses new settings: those of its live tracks become these, where they are given.
     * @param {object} settings
     */
    setSettings(settings) {
      requireArguments(arguments.length, 1, 'VirtualDevice', 'setSettings');
      const failed = failedTo('VirtualDevice', 'setSettings');
      const changed = copyDictionary(toDictionary(settings, `${failed}: parameter 1 ('settings')`));
      if (hasOwn(changed, 'deviceId') || hasOwn(changed, 'groupId')) {
        throw new TypeError(`${failed}: the deviceId and groupId of a device don't change.`);
      }
      this.#device.changeSettings(changed);
    }

    /** Its tracks end, and `devicechange` is fired. */
    disconnect() {
      const device = this.#device;
      if (!device.connected) return;
      this.#disconnected(device);
    }
  },
});

if (COMMONJS) describeForNode(VirtualDevice, ['kind', 'label', 'deviceId', 'connected', 'inUse', 'muted', 'busy', 'broken']);
