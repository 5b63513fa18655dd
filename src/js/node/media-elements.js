/**
 * @file The elements of a host that has the package's streams, or a stack's: they take them, and what captures elements gives
 * them. Nothing is shown: such hosts have no pictures. They are what tests run in, so that only CommonJS has this.
 */

import { apply, getOwnPropertyDescriptor, isObject } from '../builtins.js';
import { streamStateOf } from '../state/stream.js';
import { stackOf } from '../stack/stack.js';
import { illegalInvocation } from '../webidl.js';
import { memberOfWindow } from './window-objects.js';

/** @import { Changes } from '../changes.js' */
/** @import { Realm } from '../realm.js' */

/**
 * What a window's elements give.
 * @typedef {object} Interfaces
 * @property {any} MediaStream the window's
 * @property {Realm} realm
 */

/**
 * By the elements' windows, some of which share their interfaces.
 * @type {WeakMap<object, Interfaces>}
 */
const interfaces = new WeakMap();

/**
 * @param {any} host
 * @param {Realm} realm
 * @param {Changes} changes
 */
export function provideMediaElements(host, realm, changes) {
  const { document, HTMLMediaElement, HTMLCanvasElement, MediaStream } = host;
  const isOurs = MediaStream === realm.MediaStream;
  if (!isOurs && stackOf(MediaStream?.prototype) === undefined) return;
  const view = document?.defaultView;
  const own = { MediaStream, realm };
  if (isObject(view)) interfaces.set(view, own);
  if (typeof HTMLMediaElement === 'function') {
    changes.share(HTMLMediaElement.prototype, (common) => {
      if (isOurs || !takesStreams(host)) provideSrcObject(host, own, common);
    });
  }
  // The tracks of a stack are made of its own sources.
  if (isOurs && typeof HTMLCanvasElement?.prototype.captureStream === 'function') {
    changes.share(HTMLCanvasElement.prototype, (common) => repairCanvas(host, own, common));
  }
}

/**
 * Whether a host's elements take its streams already: then they are left as they are.
 * @param {any} host
 */
function takesStreams({ document, HTMLMediaElement, MediaStream }) {
  if (!('srcObject' in HTMLMediaElement.prototype)) return false;
  try {
    const video = document.createElement('video');
    const stream = new MediaStream();
    video.srcObject = stream;
    return video.srcObject === stream;
  } catch {
    return false;
  }
}

/**
 * https://html.spec.whatwg.org/multipage/media.html#dom-media-srcobject
 * @param {any} host
 * @param {Interfaces} interfacesOfHost
 * @param {Changes} changes
 */
function provideSrcObject(host, interfacesOfHost, changes) {
  const { HTMLMediaElement, Blob, MediaSource } = host;
  const { prototype } = HTMLMediaElement;
  const own = getOwnPropertyDescriptor(prototype, 'srcObject');
  /** @type {WeakMap<object, object>} by their elements */
  const streams = new WeakMap();
  /** @type {WeakSet<object>} the elements that have had one: players stop them when it has been taken away */
  const played = new WeakSet();
  /** @type {WeakMap<object, object>} what else elements take, where the host's own take nothing */
  const others = new WeakMap();
  /** @param {unknown} value */
  const isOther = (value) => [Blob, MediaSource].some((type) => typeof type === 'function' && value instanceof type);

  const accessor = {
    get srcObject() {
      if (!(this instanceof HTMLMediaElement)) illegalInvocation();
      return streams.get(this) ?? (own?.get ? apply(own.get, this, []) : (others.get(this) ?? null));
    },
    set srcObject(/** @type {any} */ value) {
      if (!(this instanceof HTMLMediaElement)) illegalInvocation();
      const isStream = streamStateOf(value) !== undefined || stackOf(value)?.isStream(value);
      if (own?.set) apply(own.set, this, [isStream ? null : (value ?? null)]);
      else if (isOther(value)) others.set(this, value);
      else if (isStream || value === null || value === undefined) others.delete(this);
      else throw new TypeError("Failed to set the 'srcObject' property on 'HTMLMediaElement': the value is not of type 'MediaStream'.");
      if (isStream) {
        streams.set(this, value);
        played.add(this);
      } else {
        streams.delete(this);
      }
    },
  };
  const descriptor = /** @type {PropertyDescriptor} */ (getOwnPropertyDescriptor(accessor, 'srcObject'));
  changes.replace(prototype, 'srcObject', memberOfWindow(descriptor, host), 'HTMLMediaElement.srcObject');

  /**
   * @param {string} method
   * @param {(native: Function) => Function} wrap
   */
  const repair = (method, wrap) => {
    if (typeof prototype[method] === 'function') changes.repair(prototype, method, wrap, `HTMLMediaElement.${method}`);
  };
  repair('captureStream', (native) => captureStream(native, streams, interfacesOfHost));
  if (own !== undefined) return;
  // Where elements can't have streams, playing isn't implemented at all.
  for (const method of ['play', 'pause', 'load']) repair(method, (native) => playing(native, method === 'play', host, played));
}

/**
 * Play, pause and load. https://html.spec.whatwg.org/multipage/media.html#dom-media-play has a promise, which is resolved
 * when media plays.
 * @param {Function} native
 * @param {boolean} isPlay
 * @param {any} host
 * @param {WeakSet<object>} played
 */
const playing = (native, isPlay, { Promise: HostPromise = Promise }, played) =>
  ({
    /** @this {object} */
    method() {
      const result = played.has(this) ? undefined : apply(native, this, arguments);
      if (!isPlay || isObject(result)) return result;
      return new HostPromise((/** @type {(value: undefined) => void} */ resolve) => resolve(undefined));
    },
  }).method;

/**
 * Those of an element's window.
 * @param {any} element
 * @param {Interfaces} unknown where that is not known
 */
const interfacesOf = (element, unknown) => interfaces.get(element.ownerDocument?.defaultView) ?? unknown;

/**
 * https://w3c.github.io/mediacapture-fromelement/#dom-htmlmediaelement-capturestream
 * @param {Function} native which gives streams of the host's own
 * @param {WeakMap<object, any>} streams
 * @param {Interfaces} interfacesOfHost
 */
const captureStream = (native, streams, interfacesOfHost) =>
  ({
    /** @this {object} */
    captureStream() {
      apply(native, this, arguments);
      const { MediaStream } = interfacesOf(this, interfacesOfHost);
      const stream = streams.get(this);
      return stream === undefined ? new MediaStream() : stream.clone();
    },
  }).captureStream;

/**
 * https://w3c.github.io/mediacapture-fromelement/#dom-htmlcanvaselement-capturestream
 * @param {any} host
 * @param {Interfaces} interfacesOfHost
 * @param {Changes} changes
 */
function repairCanvas(host, interfacesOfHost, changes) {
  const { HTMLCanvasElement } = host;
  changes.repair(
    HTMLCanvasElement.prototype,
    'captureStream',
    () =>
      ({
        /** @this {any} */
        captureStream() {
          if (!(this instanceof HTMLCanvasElement)) illegalInvocation();
          const { MediaStream, TrackSource } = interfacesOf(this, interfacesOfHost).realm;
          const { width, height } = this;
          // @ts-expect-error: the constructor reads its arguments.
          return new MediaStream([new TrackSource('video', { settings: { width, height } }).createTrack()]);
        },
      }).captureStream,
    'HTMLCanvasElement.captureStream',
  );
}
