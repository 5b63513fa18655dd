/** @file The interfaces for one window: classes that extend that window's EventTarget, Event and DOMException. */

import { defineProperty, isObject } from './builtins.js';
import { defineMediaStream } from './interfaces/media-stream.js';
import { defineMediaStreamTrack } from './interfaces/media-stream-track.js';
import { defineMediaStreamTrackEvent } from './interfaces/media-stream-track-event.js';
import { defineOverconstrainedError } from './interfaces/overconstrained-error.js';
import { defineStreamController } from './interfaces/stream-controller.js';
import { defineTrackSource } from './interfaces/track-source.js';

/**
 * What a window has: its own classes and functions, as they were when its realm was created, and ours.
 * @typedef {ReturnType<typeof hostOf> & Realm} Host
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

/** @type {WeakMap<object, Realm>} */
const realms = new WeakMap();

/**
 * The interfaces for a window, always the same ones for the same window.
 * @param {any} window
 * @returns {Realm}
 * @throws {TypeError} if it isn't an object with EventTarget, Event and DOMException
 */
export function createRealm(window) {
  let realm = isObject(window) ? realms.get(window) : undefined;
  if (realm === undefined) {
    realm = defineRealm(hostOf(window));
    realms.set(window, realm);
  }
  return realm;
}

/** @param {any} window */
function hostOf(window) {
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
    native: nativeInterfaces(window),
  };
}

/**
 * The window's own MediaStream and what belongs to it; undefined where there is none.
 * @param {typeof globalThis} window
 */
function nativeInterfaces({ MediaStream, MediaStreamTrack, MediaStreamTrackEvent }) {
  const complete = [MediaStream, MediaStreamTrack, MediaStreamTrackEvent].every((native) => typeof native === 'function');
  return complete ? { MediaStream, MediaStreamTrack, MediaStreamTrackEvent } : undefined;
}

/**
 * @param {ReturnType<typeof hostOf>} window
 * @returns {Realm}
 */
function defineRealm(window) {
  const host = /** @type {Host} */ (window);
  const realm = {
    MediaStream: defineMediaStream(host),
    MediaStreamTrack: defineMediaStreamTrack(host),
    MediaStreamTrackEvent: defineMediaStreamTrackEvent(host),
    OverconstrainedError: defineOverconstrainedError(host),
    TrackSource: defineTrackSource(host),
    StreamController: defineStreamController(host),
  };
  Object.assign(host, realm);
  if ('_document' in host.window) {
    // jsdom reports an exception of a listener to the window of the target's document, and else swallows it.
    const value = { _defaultView: host.window };
    defineProperty(realm.MediaStream.prototype, '_ownerDocument', { value, configurable: true });
    defineProperty(realm.MediaStreamTrack.prototype, '_ownerDocument', { value, configurable: true });
  }
  return Object.freeze(realm);
}
