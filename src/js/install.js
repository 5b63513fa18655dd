/** @file install(): gives a host what it lacks, and repairs what it gets wrong. */

import { isObject } from './builtins.js';
import { Changes } from './changes.js';
import { provideDevices } from './window/devices.js';
import { provideEnded, provideInterfaces } from './window/interfaces.js';
import { repairNative } from './window/repairs.js';
import { isUpToDate, locationOf } from './window/own-classes.js';
import { hostOf } from './realm.js';

/** @type {WeakMap<object, Changes>} */
const changesOf = new WeakMap();

/**
 * Gives a host what it lacks, and repairs what it gets wrong. Installing again adds nothing; the host is as it was when
 * every installation has been uninstalled.
 * @param {any} host globalThis, another window, or an object that holds a WebRTC stack's interfaces
 * @param {{ legacy?: boolean, devices?: object }} [options] legacy: also `MediaStream.prototype.ended`; devices: at
 *   `navigator.mediaDevices`
 * @throws {TypeError} if the host is not an object, or can't be extended
 */
export function install(host, options = undefined) {
  const failed = "Failed to execute 'install'";
  if (!isObject(host)) throw new TypeError(`${failed}: parameter 1 is not an object.`);
  if (options !== undefined && !isObject(options)) throw new TypeError(`${failed}: parameter 2 is not an object.`);
  if (!Object.isExtensible(host)) {
    throw new TypeError(`${failed}: parameter 1 can't be written to. For a module namespace, install({ ...namespace }).`);
  }
  let changes = changesOf.get(host);
  if (changes === undefined || !isUpToDate(changes, host)) changesOf.set(host, (changes = new Changes(locationOf(host))));
  const installation = new Installation(host, changes);
  try {
    if (changes.installations === 1) change(host, changes);
    if (options?.legacy) provideEnded(host, changes);
    if (options?.devices !== undefined) provideDevices(options.devices, host, changes);
  } catch (error) {
    installation.uninstall();
    throw error;
  }
  return installation;
}

/**
 * @param {any} host
 * @param {Changes} changes
 */
function change(host, changes) {
  const realmHost = 'EventTarget' in host ? hostOf(host, "Failed to execute 'install': parameter 1") : hostOf(globalThis);
  // Before there are interfaces of ours in the host, which need no repair.
  repairNative(host, realmHost, changes);
  provideInterfaces(host, realmHost, changes);
}

/** What install() did. */
class Installation {
  #host;
  #changes;
  #installed = true;

  /**
   * @param {object} host
   * @param {Changes} changes
   */
  constructor(host, changes) {
    this.#host = host;
    this.#changes = changes;
    changes.installations++;
  }

  /** What the host lacked and now has. */
  get provided() {
    return [...this.#changes.provided];
  }

  /** The host's own members that are now corrected. */
  get repaired() {
    return [...this.#changes.repaired];
  }

  /** Takes this installation back: with the last one, the host is as it was. */
  uninstall() {
    if (!this.#installed) return;
    this.#installed = false;
    if (--this.#changes.installations > 0) return;
    if (changesOf.get(this.#host) === this.#changes) changesOf.delete(this.#host);
    this.#changes.undo();
  }
}
