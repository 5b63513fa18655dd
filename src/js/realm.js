/** @file The interfaces for one window: classes that extend that window's EventTarget, Event and DOMException. */

import { isObject } from './builtins.js';
import { describeRealm } from './node/inspect.js';
import { interfacesOfWindow } from './node/window-objects.js';
import { HostMedia } from './window/host-media.js';
import { isUpToDate, readClasses, reportExceptionsTo } from './window/own-classes.js';
import { defineMediaStream } from './interfaces/media-stream.js';
import { defineMediaStreamTrack } from './interfaces/media-stream-track.js';
import { defineMediaStreamTrackEvent } from './interfaces/media-stream-track-event.js';
import { defineOverconstrainedError } from './interfaces/overconstrained-error.js';
import { defineStreamController } from './interfaces/stream-controller.js';
import { defineTrackSource } from './interfaces/track-source.js';
import { hideHandlers } from './workerd/handlers.js';

/**
 * What a window has: its own classes and functions, as they were when its realm was created, and ours.
 * @typedef {ReturnType<typeof readWindow> & Realm & { realm: Realm }} Host
 */

/**
 * @typedef {object} Realm the public part of a host
 * @property {ReturnType<typeof defineMediaStream>} MediaStream
 * @property {ReturnType<typeof defineMediaStreamTrack>} MediaStreamTrack
 * @property {ReturnType<typeof defineMediaStreamTrackEvent>} MediaStreamTrackEvent
 * @property {ReturnType<typeof defineOverconstrainedError>} OverconstrainedError
 * @property {ReturnType<typeof defineTrackSource>} TrackSource
 * @property {ReturnType<typeof defineStreamController>} StreamController
 */

/** The specification's, which script in the window sees; the others are for whoever is the user agent. */
const INTERFACES = /** @type {const} */ (['MediaStream', 'MediaStreamTrack', 'MediaStreamTrackEvent', 'OverconstrainedError']);

/** @type {WeakMap<object, Host>} */
const hosts = new WeakMap();

/**
 * The interfaces for a window, always the same ones for the same document's.
 * @param {any} window
 * @returns {Realm}
 * @throws {TypeError} if it isn't an object with EventTarget, Event and DOMException
 */
export const createRealm = (window) => hostOf(window, "Failed to execute 'createRealm': parameter 1").realm;

/**
 * @param {any} window
 * @param {string} [what] it is, in the message of the exception; without, it is globalThis
 * @returns {Host}
 * @throws {TypeError} as {@link createRealm}
 */
export function hostOf(window, what = undefined) {
  let host = isObject(window) ? hosts.get(window) : undefined;
  if (!host || !isUpToDate(host, window)) {
    host = defineRealm(readWindow(window, what));
    hosts.set(window, host);
  }
  return host;
}

/**
 * @param {any} window
 * @param {string} [what]
 */
const readWindow = (window, what) => ({
  // No setter of Object.prototype hears of what becomes of it.
  __proto__: null,
  ...readClasses(window, what),
  /** @type {HostMedia[]} whose streams a StreamController of this realm takes besides ours */
  natives: [],
});

/**
 * @param {ReturnType<typeof readWindow>} window
 * @returns {Host}
 */
function defineRealm(window) {
  const host = /** @type {Host} */ (window);
  const native = ownNative(host);
  if (native) host.natives = [native];
  const realm = {
    MediaStream: defineMediaStream(host),
    MediaStreamTrack: defineMediaStreamTrack(host),
    MediaStreamTrackEvent: defineMediaStreamTrackEvent(host),
    OverconstrainedError: defineOverconstrainedError(host),
    TrackSource: defineTrackSource(host),
    StreamController: defineStreamController(host),
  };
  if (COMMONJS) Object.assign(realm, interfacesOfWindow(realm, INTERFACES, host.window));
  reportExceptionsTo(host.window, realm.MediaStream.prototype);
  reportExceptionsTo(host.window, realm.MediaStreamTrack.prototype);
  if (WORKERD) hideHandlers(host, [realm.MediaStream.prototype, realm.MediaStreamTrack.prototype]);
  if (COMMONJS) describeRealm(realm);
  return Object.assign(host, realm, { realm: Object.freeze(realm) });
}

/**
 * The window's own MediaStream and what belongs to it, if they are there.
 * @param {Host} host
 */
function ownNative(host) {
  const { MediaStream, MediaStreamTrack, MediaStreamTrackEvent } = host.window;
  const interfaces = [MediaStream, MediaStreamTrack, MediaStreamTrackEvent];
  if (!interfaces.every((native) => typeof native === 'function')) return undefined;
  return new HostMedia({ MediaStream, MediaStreamTrack, MediaStreamTrackEvent }, host);
}
