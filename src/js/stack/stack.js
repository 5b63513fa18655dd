/**
 * @file A WebRTC stack that was made without a window, such as a package of npm: what its MediaStream and
 * MediaStreamTrack lack.
 */

import { apply, getOwnPropertyDescriptor, getPrototypeOf, isObject, removeItem } from '../builtins.js';
import { isShared } from '../changes.js';
import { eventHandlerSetter } from '../event-handler.js';
import { changeListeners } from '../event-listener.js';
import { EVENT_NUMBERS } from '../event-types.js';
import { completeInterfaces, replaceConstructors } from '../node/stack-interfaces.js';
import { illegalInvocation } from '../webidl.js';
import { provideContentHint } from '../window/content-hint.js';
import { repairEmit } from './event-emitters.js';
import { hostTrackSetOf } from '../window/host-track-set.js';
import { hostTrackOf } from '../window/host-track.js';
import { StackHost } from './stack-host.js';

/** @import { Handled } from '../event-handler.js' */
/** @import { Observed } from '../event-listener.js' */
/** @import { Host } from '../realm.js' */
/** @import { Changes } from '../changes.js' */

/**
 * By the prototypes of their MediaStream: a stack's objects stay what they are when it is installed again into the same window.
 * @type {WeakMap<object, StackHost>}
 */
const stacks = new WeakMap();

/**
 * The stack of a MediaStream's prototype, or of a stream that inherits from one.
 * @param {unknown} object
 * @returns {StackHost | undefined}
 */
export function stackOf(object) {
  for (; isObject(object); object = getPrototypeOf(object)) {
    const native = stacks.get(object);
    if (native !== undefined) return native;
  }
  return undefined;
}

/**
 * Gives a stack what it lacks.
 * @param {any} host what has its interfaces
 * @param {Host} realmHost of the window that it is used in
 * @param {Changes} changes
 */
export function adoptStack(host, realmHost, changes) {
  const { prototype } = host.MediaStream;
  const known = stacks.get(prototype);
  // In one window after another, its events are each one's own; in two at once, those of the first.
  const isCurrent = known !== undefined && (known.host.realm === realmHost.realm || isShared(prototype));
  const native = isCurrent ? known : new StackHost(host, realmHost);
  stacks.set(prototype, native);
  changes.share(prototype, (common) => {
    complete(native, realmHost, common);
    if (COMMONJS) completeInterfaces(host, native, realmHost, common);
  });
  changes.once(native.interfaces, () => {
    realmHost.natives.push(native);
    changes.whenUndone(() => removeItem(realmHost.natives, native));
  });
  if (COMMONJS) replaceConstructors(host, native, changes);
  // That of the package takes its own tracks only.
  if (host.MediaStreamTrackEvent === undefined || host.MediaStreamTrackEvent === realmHost.MediaStreamTrackEvent) {
    const value = native.interfaces.MediaStreamTrackEvent;
    const descriptor = { value, writable: true, enumerable: false, configurable: true };
    changes.replace(host, 'MediaStreamTrackEvent', descriptor, 'MediaStreamTrackEvent');
  }
  return native;
}

/**
 * @param {StackHost} native
 * @param {Host} realmHost
 * @param {Changes} changes
 */
function complete(native, realmHost, changes) {
  const { MediaStream, MediaStreamTrack } = native.interfaces;
  /** @type {Interface} */
  const streams = {
    name: 'MediaStream',
    prototype: MediaStream.prototype,
    types: ['addtrack', 'removetrack'],
    listening: native.listening,
    host: native.host,
    stateOf: (value) => (native.isStream(value) ? hostTrackSetOf(native, value).mirror : illegalInvocation()),
  };
  /** @type {Interface} */
  const tracks = {
    name: 'MediaStreamTrack',
    prototype: MediaStreamTrack.prototype,
    types: ['mute', 'unmute', 'ended'],
    listening: native.trackListening,
    host: native.trackHost,
    stateOf: (value) => (native.isTrack(value) ? hostTrackOf(value, native) : illegalInvocation()),
  };

  native.isUnannounced = !('onremovetrack' in MediaStream.prototype);
  changes.whenUndone(() => (native.isUnannounced = false));
  for (const each of [streams, tracks]) {
    completeEventTarget(each, native, changes);
    provideEventHandlers(each, changes);
  }
  provideLabel(native, changes);
  provideContentHint(MediaStreamTrack.prototype, native, changes);
  // Each track that a connection receives has its own (unannounced-track.js).
  if (native.isUnannounced) changes.repaired.push('MediaStreamTrack.muted');
}

/**
 * An interface of a stack's whose objects events are fired at.
 * @typedef {object} Interface
 * @property {'MediaStream' | 'MediaStreamTrack'} name
 * @property {any} prototype
 * @property {('addtrack' | 'removetrack' | 'mute' | 'unmute' | 'ended')[]} types of its events
 * @property {import('./stack-host.js').Listening} listening
 * @property {Host} host with the functions by which its objects are listened to
 * @property {(value: unknown) => Handled & Observed} stateOf what is behind an object, or throws
 */

/**
 * @param {Interface} target
 * @param {StackHost} native
 * @param {Changes} changes
 */
function completeEventTarget({ name, prototype, types, listening, host, stateOf }, { inherited }, changes) {
  if (listening === 'emitter') repairEmit(prototype, name, types, host, changes);
  if (listening !== 'behind') return;
  const methods = {
    /**
     * @this {unknown}
     * @param {string} type
     * @param {unknown} callback
     */
    addEventListener(type, callback) {
      changeListeners(true, host, this, arguments, stateOf(this), inherited);
    },
    /**
     * @this {unknown}
     * @param {string} type
     * @param {unknown} callback
     */
    removeEventListener(type, callback) {
      changeListeners(false, host, this, arguments, stateOf(this), inherited);
    },
    /**
     * @this {unknown}
     * @param {Event} event
     */
    dispatchEvent(event) {
      stateOf(this);
      return apply(host.dispatchEvent, this, arguments);
    },
  };
  for (const [key, value] of Object.entries(methods)) {
    if (key in prototype) changes.repair(prototype, key, () => value, `${name}.${key}`);
    else changes.provide(prototype, key, { value, writable: true, enumerable: true, configurable: true }, `${name}.${key}`);
  }
}

/**
 * @param {Interface} target
 * @param {Changes} changes
 */
function provideEventHandlers({ name, prototype, types, stateOf }, changes) {
  for (const type of types) {
    const key = `on${type}`;
    const number = EVENT_NUMBERS[type];
    const set = eventHandlerSetter(type, stateOf);
    provideAttribute(prototype, name, key, changes, {
      get [key]() {
        return stateOf(this).handlers[number];
      },
      set [key](/** @type {any} */ value) {
        set(this, value);
      },
    });
  }
}

/**
 * https://www.w3.org/TR/mediacapture-streams/#dom-mediastreamtrack-label; of remote tracks, as
 * https://w3c.github.io/webrtc-pc/#dfn-create-an-rtcrtpreceiver has it.
 * @param {StackHost} native
 * @param {Changes} changes
 */
function provideLabel(native, changes) {
  const { prototype } = native.interfaces.MediaStreamTrack;
  // The tracks of some have fields in the place of attributes.
  if (!('kind' in prototype)) return;
  provideAttribute(prototype, 'MediaStreamTrack', 'label', changes, {
    get label() {
      return native.isTrack(this) ? hostTrackOf(this, native).hostSource.label : illegalInvocation();
    },
  });
}

/**
 * @param {any} prototype
 * @param {string} name the interface's
 * @param {string} key
 * @param {Changes} changes
 * @param {object} accessor an object that has the attribute
 */
function provideAttribute(prototype, name, key, changes, accessor) {
  if (key in prototype) return;
  changes.provide(prototype, key, { ...getOwnPropertyDescriptor(accessor, key) }, `${name}.${key}`);
}
