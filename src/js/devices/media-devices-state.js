/** @file What is behind a MediaDevices: https://www.w3.org/TR/mediacapture-streams/#dfn-create-a-mediadevices */

import { apply, keys } from '../builtins.js';
import { DEVICE_KINDS, PERMISSION_STATES, instantiateMachine, machine, outOfMemory } from './machine.js';

/** @import { Device } from './device.js' */
/** @import { DevicesHost } from './realm.js' */
/** @import { Media } from './media.js' */
/** @import { Permission } from './permission.js' */

// A host without finalizers keeps the machine's slots.
const Registry = typeof FinalizationRegistry === 'function' ? FinalizationRegistry : undefined;
const register = /** @type {Function} */ (Registry?.prototype.register);
const registry = Registry && new Registry((/** @type {number} */ id) => machine.free_media_devices(id));

export class MediaDevicesState {
  // Declared, since what a page has on Object.prototype by such a name would hear of it.
  /** @type {DevicesHost} */
  host;
  /** @type {Media} */
  media;
  /** By what the machine knows it. */
  id = 0;
  /**
   * The devices that the machine knows, by their ids. What a page puts on prototypes is not among them.
   * @type {Record<number, Device>}
   */
  devices = /** @type {any} */ ({ __proto__: null });
  /** How many different texts there have been. */
  #texts = 0;
  /** @type {Permission} */
  #permission = 'granted';
  /** @type {(() => void)[]} called when the permission state has become another */
  permissionListeners = [];
  /** @type {object | null} the value of the event handler attribute */
  ondevicechange = null;
  /** @type {((event: Event) => void) | undefined} the listener of the event handler attribute, while it has one */
  handleEvent = undefined;

  /**
   * @param {DevicesHost} host
   * @param {Media} media whose streams getUserMedia() gives
   * @param {boolean} exposed whether device information is exposed from the start
   */
  constructor(host, media, exposed) {
    this.host = host;
    this.media = media;
    instantiateMachine();
    this.id = machine.create_media_devices(exposed ? 1 : 0);
    if (this.id === 0) outOfMemory();
    if (registry !== undefined) apply(register, registry, [this, this.id]);
  }

  get permission() {
    return this.#permission;
  }

  set permission(permission) {
    this.#permission = permission;
    if (!machine.set_permission(this.id, PERMISSION_STATES[this.permissionState])) return;
    for (let i = 0; i < this.permissionListeners.length; i++) this.permissionListeners[i]();
  }

  /** https://www.w3.org/TR/permissions/#dom-permissionstate */
  get permissionState() {
    return typeof this.#permission === 'function' ? 'prompt' : this.#permission;
  }

  /**
   * A device becomes available.
   * @param {Device} device
   * @param {boolean} isDefault whether it is the system default of its kind
   * @returns {boolean} false if there is one of this kind and deviceId
   */
  connect(device, isDefault) {
    // A text's number is that of any device which has the same.
    let deviceIdNumber = ++this.#texts;
    let labelNumber = deviceIdNumber;
    const ids = keys(this.devices);
    for (let i = 0; i < ids.length; i++) {
      const other = this.devices[+ids[i]];
      if (other.deviceId === device.deviceId) ({ deviceIdNumber } = other);
      if (other.label === device.label && other.groupId === device.groupId) ({ labelNumber } = other);
    }
    if (!machine.reserve_device(this.id)) outOfMemory();
    const kind = DEVICE_KINDS[device.kind] + (isDefault ? 4 : 0);
    const id = machine.connect_device(this.id, kind, deviceIdNumber, labelNumber);
    if (id === 0) return false;
    device.id = id;
    device.deviceIdNumber = deviceIdNumber;
    device.labelNumber = labelNumber;
    this.devices[id] = device;
    return true;
  }

  /**
   * Takes back that a device became available, and the page is told nothing.
   * @param {number} id by what the machine knows this; or 0, and nothing happens
   * @param {number} device by what it knows the device
   */
  takeBack(id, device) {
    machine.disconnect_device(id, device);
    machine.notify_of_change(id);
    delete this.devices[device];
  }
}
