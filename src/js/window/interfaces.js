/** @file The interfaces that install() gives to a host which has none. */

import { getOwnPropertyDescriptor, getProperty } from '../builtins.js';

/** @import { Changes } from '../changes.js' */
/** @import { Realm } from '../realm.js' */

/** Provided together: objects of the one are arguments of the other. */
const STREAM_INTERFACES = /** @type {const} */ (['MediaStream', 'MediaStreamTrack', 'MediaStreamTrackEvent']);

/**
 * Whether a host has no streams, or what it has as a stand-in can't even tell its tracks.
 * @param {any} host
 */
const lacksStreams = ({ MediaStream }) =>
  MediaStream === undefined ||
  (typeof MediaStream === 'function' && 'addTrack' in MediaStream.prototype && !('getTracks' in MediaStream.prototype));

/**
 * Whether a host lacks an interface. Some have Event in the place of those that they don't have.
 * @param {any} host
 * @param {string} name
 */
const lacks = (host, name) => host[name] === undefined || host[name] === host.Event;

/**
 * @param {any} host
 * @param {Realm} realm
 * @param {Changes} changes
 */
export function provideInterfaces(host, realm, changes) {
  if (lacksStreams(host)) {
    const isReplaced = host.MediaStream !== undefined;
    for (const name of STREAM_INTERFACES) provide(host, name, realm[name], changes, isReplaced);
  }
  if (lacks(host, 'OverconstrainedError')) {
    provide(host, 'OverconstrainedError', realm.OverconstrainedError, changes, true);
  }
}

/**
 * @param {any} host
 * @param {string} name
 * @param {Function} constructor
 * @param {Changes} changes
 * @param {boolean} isReplaced whether what the host has by that name is to be told as repaired
 */
function provide(host, name, constructor, changes, isReplaced) {
  const descriptor = { value: constructor, writable: true, enumerable: false, configurable: true };
  if (isReplaced) changes.replace(host, name, descriptor, name);
  else changes.provide(host, name, descriptor, name);
}

/**
 * The getters of `ended` that hosts have been given.
 * @type {WeakSet<Function>}
 */
const given = new WeakSet();

/**
 * The attribute `ended` of an early draft: the opposite of `active`.
 * @param {any} host
 * @param {Changes} changes
 */
export function provideEnded(host, changes) {
  const prototype = host.MediaStream?.prototype;
  if (prototype === undefined) return;
  // Each installation's own: it is there until the last of them is gone.
  const known = getOwnPropertyDescriptor(prototype, 'ended')?.get;
  if ('ended' in prototype && !(known && given.has(known))) return;
  const accessor = {
    get ended() {
      return !getProperty(prototype, 'active', this);
    },
  };
  const descriptor = /** @type {PropertyDescriptor} */ (getOwnPropertyDescriptor(accessor, 'ended'));
  given.add(/** @type {Function} */ (descriptor.get));
  changes.provide(prototype, 'ended', descriptor, 'MediaStream.ended');
}
