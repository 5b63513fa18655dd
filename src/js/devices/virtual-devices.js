/** @file VirtualDevices: the cameras, microphones and loudspeakers of a window, without any hardware. */

import { CONSTRUCTOR_KEY } from '../constructor-key.js';
import { isObject } from '../builtins.js';
import { TrackSource } from '../index.js';
import { loadSolver, toMediaStreamConstraints } from '../solver/index.js';
import { defineInterface, failedTo, requireArguments } from '../webidl.js';
import { listCandidates } from './candidates.js';
import { Device } from './device.js';
import { notifyOfDeviceChange } from './device-change.js';
import { toDeviceInit } from './device-init.js';
import { INSTALL, provideMediaDevices } from './installation.js';
import { machine } from './machine.js';
import { MediaDevicesState } from './media-devices-state.js';
import { syntheticMedia } from './media.js';
import { windowMedia } from './window-media.js';
import { toPermission } from './permission.js';
import { tellPermission } from './permission-statuses.js';
import { devicesHostOf } from './realm.js';
import { VirtualDevice } from './virtual-device.js';

/** @import { Changes } from '../changes.js' */
/** @import { DeviceInit } from './device-init.js' */

export const VirtualDevices = defineInterface({
  VirtualDevices: class {
    #state;
    #mediaDevices;

    /**
     * @param {object} [options]
     * @param {any} [options.window] whose classes the objects are of
     * @param {boolean} [options.exposed] whether labels and ids are exposed from the start
     * @param {boolean} [options.native] whether streams and tracks are the window's own
     */
    constructor(options = undefined) {
      if (options !== undefined && !isObject(options)) {
        throw new TypeError(`${failedTo('VirtualDevices', 'constructor')}: parameter 1 ('options') is not an object.`);
      }
      const { exposed = false, native = false, window = globalThis } = options ?? /** @type {any} */ ({ __proto__: null });
      const host = devicesHostOf(window, `${failedTo('VirtualDevices', 'constructor')}: member 'window'`);
      this.#state = new MediaDevicesState(host, native ? windowMedia(host) : syntheticMedia(host), !!exposed);
      this.#mediaDevices = new host.MediaDevices(CONSTRUCTOR_KEY, this.#state);
    }

    /** Fulfilled when what chooses settings is loaded, for devices and for the package's tracks. */
    static get ready() {
      return load();
    }

    /** What script sees as `navigator.mediaDevices`. */
    get mediaDevices() {
      return this.#mediaDevices;
    }

    /** 'granted', 'denied', or a callback that is asked once for each call of getUserMedia(). */
    get permission() {
      return this.#state.permission;
    }

    set permission(value) {
      this.#state.permission = toPermission(value);
    }

    /**
     * Connects a device, and `devicechange` is fired if the page may know.
     * @param {Partial<DeviceInit>} init
     */
    connect(init) {
      requireArguments(arguments.length, 1, 'VirtualDevices', 'connect');
      const converted = toDeviceInit(init);
      const device = new Device(converted, this.#state.media);
      const virtualDevice = new VirtualDevice(CONSTRUCTOR_KEY, device, this.#disconnected);
      const state = this.#state;
      // Where the stack has no room for taking it back, nothing has happened yet.
      state.takeBack(0, 0);
      if (!state.connect(device, converted.isDefault)) {
        throw new TypeError(`${failedTo('VirtualDevices', 'connect')}: there is a device of this kind and deviceId.`);
      }
      try {
        notifyOfDeviceChange(state, this.#mediaDevices, device);
      } catch (error) {
        // Nobody has it.
        state.takeBack(state.id, device.id);
        throw error;
      }
      return virtualDevice;
    }

    /**
     * What getUserMedia() would choose from, and how it fares.
     * @param {unknown} [constraints] MediaStreamConstraints
     */
    async candidates(constraints = undefined) {
      const what = failedTo('VirtualDevices', 'candidates');
      return await listCandidates(this.#state, toMediaStreamConstraints(constraints, what), what);
    }

    /** @param {Device} device */
    #disconnected = (device) => {
      machine.disconnect_device(this.#state.id, device.id);
      device.connected = false;
      device.source?.end();
      notifyOfDeviceChange(this.#state, this.#mediaDevices);
      // Until then it has been listed.
      delete this.#state.devices[device.id];
    };

    /**
     * What install() calls.
     * @param {any} host
     * @param {Changes} changes
     */
    [INSTALL](host, changes) {
      provideMediaDevices(host, this.#state.host, this.#mediaDevices, changes);
      tellPermission(host, this.#state, changes);
    }
  },
});

async function load() {
  await loadSolver();
  // The package has loaded none before it needs one.
  const track = new TrackSource('audio').createTrack();
  await track.applyConstraints();
  track.stop();
}
