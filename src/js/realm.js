/** @file The interfaces for one window: classes that extend that window's EventTarget, Event and DOMException. */

import { defineProperty, isObject } from './builtins.js';
import { HostMedia } from './window/host-media.js';
import { defineMediaStream } from './interfaces/media-stream.js';
import { defineMediaStreamTrack } from './interfaces/media-stream-track.js';
import { defineMediaStreamTrackEvent } from './interfaces/media-stream-track-event.js';
import { defineOverconstrainedError } from './interfaces/overconstrained-error.js';
import { defineStreamController } from './interfaces/stream-controller.js';
import { defineTrackSource } from './interfaces/track-source.js';

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

/** @type {WeakMap<object, Host>} */
const hosts = new WeakMap();

/**
 * The interfaces for a window, always the same ones for the same window.
 * @param {any} window
 * @returns {Realm}
 * @throws {TypeError} if it isn't an object with EventTarget, Event and DOMException
 */
export const createRealm = (window) => hostOf(window).realm;

/**
 * @param {any} window
 * @returns {Host}
 * @throws {TypeError} as {@link createRealm}
 */
export function hostOf(window) {
  let host = isObject(window) ? hosts.get(window) : undefined;
  if (host === undefined) {
    host = defineRealm(readWindow(window));
    hosts.set(window, host);
  }
  return host;
}

/** @param {any} window */
function readWindow(window) {
  /** @type {Pick<typeof globalThis, 'EventTarget' | 'Event' | 'DOMException'>} */
  const { EventTarget, Event, DOMException } = isObject(window) ? /** @type {any} */ (window) : {};
  if (typeof EventTarget !== 'function' || typeof Event !== 'function' || typeof DOMException !== 'function') {
    throw new TypeError("Failed to execute 'createRealm': parameter 1 has no EventTarget, Event and DOMException.");
  }
  const { addEventListener, removeEventListener, dispatchEvent } = EventTarget.prototype;
  const { preventDefault } = Event.prototype;
  return {
    window,
    EventTarget,
    Event,
    DOMException,
    addEventListener,
    removeEventListener,
    dispatchEvent,
    preventDefault,
    /** @type {HostMedia[]} whose streams a StreamController of this realm takes besides ours */
    natives: [],
  };
}

/**
 * @param {ReturnType<typeof readWindow>} window
 * @returns {Host}
 */
function defineRealm(window) {
  const host = /** @type {Host} */ (window);
  const native = ownNative(host);
  if (native !== undefined) host.natives[0] = native;
  const realm = {
    MediaStream: defineMediaStream(host),
    MediaStreamTrack: defineMediaStreamTrack(host),
    MediaStreamTrackEvent: defineMediaStreamTrackEvent(host),
    OverconstrainedError: defineOverconstrainedError(host),
    TrackSource: defineTrackSource(host),
    StreamController: defineStreamController(host),
  };
  if ('_document' in host.window) {
    // jsdom reports an exception of a listener to the window of the target's document, and else swallows it.
    const value = { _defaultView: host.window };
    defineProperty(realm.MediaStream.prototype, '_ownerDocument', { value, configurable: true });
    defineProperty(realm.MediaStreamTrack.prototype, '_ownerDocument', { value, configurable: true });
  }
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
