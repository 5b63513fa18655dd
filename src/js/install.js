/** @file install(): gives a host what it lacks, and repairs what it gets wrong. */

import { hasOwn, isObject, removeItem } from './builtins.js';
import { Changes } from './changes.js';
import { instantiate } from './core.js';
import { describeForNode } from './node/inspect.js';
import { provideMediaElements } from './node/media-elements.js';
import { provideDevices } from './window/devices.js';
import { provideEnded, provideInterfaces } from './window/interfaces.js';
import { repairNative } from './window/repairs.js';
import { warnOnce } from './window/warning.js';
import { isUpToDate, locationOf } from './window/own-classes.js';
import { hostOf } from './realm.js';

/** @import { Host } from './realm.js' */

/** @type {WeakMap<object, Changes>} */
const changesOf = new WeakMap();

/**
 * Gives a host what it lacks, and repairs what it gets wrong. Installing again changes what has become necessary since, and
 * the last one's devices are there; the host is as it was when every installation has been uninstalled.
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
  const own = new Changes();
  const installation = new Installation(host, changes, own);
  try {
    change(host, changes);
    if (member(options, 'legacy')) provideEnded(host, own);
    const devices = member(options, 'devices');
    if (devices !== undefined) provideDevices(devices, host, own);
  } catch (error) {
    installation.uninstall();
    throw error;
  }
  return installation;
}

const objectPrototype = Object.prototype;

/**
 * What script has passed, which what a page has put on Object.prototype isn't.
 * @param {any} options
 * @param {string} key
 */
const member = (options, key) =>
  options && (hasOwn(options, key) || options[key] !== /** @type {any} */ (objectPrototype)[key]) ? options[key] : undefined;

/**
 * Looks at a host, also at one that has been looked at: what it lacks and gets wrong may have changed.
 * @param {any} host
 * @param {Changes} changes
 */
function change(host, changes) {
  const realmHost = 'EventTarget' in host ? hostOf(host, "Failed to execute 'install': parameter 1") : hostOf(globalThis);
  const obstacle = obstacleOf(realmHost);
  if (obstacle !== undefined) {
    warnOnce(`install() changes nothing: ${obstacle}`);
    return;
  }
  // Before there are interfaces of ours in the host, which need no repair.
  repairNative(host, realmHost, changes);
  provideInterfaces(host, realmHost, changes);
  if (COMMONJS) provideMediaElements(host, realmHost, changes);
  if (changes.provided.length + changes.repaired.length === 0) warnOnce(NOTHING_TO_DO);
}

const NOTHING_TO_DO =
  'install() changes nothing: it looked for MediaStream with getTracks(), addTrack() and removeTrack(), and MediaStreamTrack, ' +
  'that are not of another copy of this package.';

/**
 * Why the interfaces can't work in a host: it must not be the worse for them.
 * @param {Host} realmHost
 * @returns {string | undefined}
 */
function obstacleOf({ addEventListener, preventDefault }) {
  if (addEventListener === undefined || preventDefault === undefined) return 'this host has no EventTarget and Event.';
  try {
    instantiate();
    return undefined;
  } catch (error) {
    // A Content Security Policy may forbid it.
    return `${/** @type {Error} */ (error).message}`;
  }
}

/** What install() did. */
class Installation {
  #host;
  #changes;
  #installed = true;
  #own;

  /**
   * @param {object} host
   * @param {Changes} changes of all installations
   * @param {Changes} own what goes with this one
   */
  constructor(host, changes, own) {
    this.#host = host;
    this.#changes = changes;
    this.#own = own;
    changes.own[changes.own.length] = own;
    changes.installations++;
  }

  /** What the host lacked and now has. */
  get provided() {
    return this.#changes.allProvided;
  }

  /** The host's own members that are now corrected. */
  get repaired() {
    return this.#changes.allRepaired;
  }

  /** Takes this installation back: with the last one, the host is as it was. */
  uninstall() {
    if (!this.#installed) return;
    this.#installed = false;
    removeItem(this.#changes.own, this.#own);
    this.#own.undo();
    if (--this.#changes.installations > 0) return;
    if (changesOf.get(this.#host) === this.#changes) changesOf.delete(this.#host);
    this.#changes.undo();
  }
}
if (COMMONJS) describeForNode(Installation, ['provided', 'repaired']);
