/**
 * @file The elements of a host that has the package's streams: they take them, and what captures elements gives them.
 * Nothing is shown: such hosts have no pictures. They are what tests run in, so that only CommonJS has this.
 */

import { apply, getOwnPropertyDescriptor, isObject } from '../builtins.js';
import { streamStateOf } from '../state/stream.js';
import { illegalInvocation } from '../webidl.js';

/** @import { Changes } from '../changes.js' */
/** @import { Realm } from '../realm.js' */

/**
 * By the elements' windows, some of which share their interfaces.
 * @type {WeakMap<object, Realm>}
 */
const realms = new WeakMap();

/**
 * @param {any} host
 * @param {Realm} realm
 * @param {Changes} changes
 */
export function provideMediaElements(host, realm, changes) {
  const { document, HTMLMediaElement, HTMLCanvasElement } = host;
  const view = document?.defaultView;
  if (isObject(view)) realms.set(view, realm);
  if (typeof HTMLMediaElement === 'function') {
    changes.share(HTMLMediaElement.prototype, (common) => provideSrcObject(host, realm, common));
  }
  if (typeof HTMLCanvasElement?.prototype.captureStream === 'function') {
    changes.share(HTMLCanvasElement.prototype, (common) => repairCanvas(HTMLCanvasElement, realm, common));
  }
}

/**
 * https://html.spec.whatwg.org/multipage/media.html#dom-media-srcobject
 * @param {any} host
 * @param {Realm} realm
 * @param {Changes} changes
 */
function provideSrcObject(host, realm, changes) {
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
      const isStream = streamStateOf(value) !== undefined;
      if (own?.set) apply(own.set, this, [isStream ? null : value]);
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
  changes.replace(prototype, 'srcObject', descriptor, 'HTMLMediaElement.srcObject');

  /**
   * @param {string} method
   * @param {(native: Function) => Function} wrap
   */
  const repair = (method, wrap) => {
    if (typeof prototype[method] === 'function') changes.repair(prototype, method, wrap, `HTMLMediaElement.${method}`);
  };
  repair('captureStream', (native) => captureStream(native, streams, realm));
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
 * The interfaces of an element's window.
 * @param {any} element
 * @param {Realm} realm where that is not known
 */
const realmOf = (element, realm) => realms.get(element.ownerDocument?.defaultView) ?? realm;

/**
 * https://w3c.github.io/mediacapture-fromelement/#dom-htmlmediaelement-capturestream
 * @param {Function} native which gives streams of the host's own
 * @param {WeakMap<object, object>} streams
 * @param {Realm} realm
 */
const captureStream = (native, streams, realm) =>
  ({
    /** @this {object} */
    captureStream() {
      apply(native, this, arguments);
      const { MediaStream } = realmOf(this, realm);
      const stream = streams.get(this);
      return stream === undefined ? new MediaStream() : apply(MediaStream.prototype.clone, stream, []);
    },
  }).captureStream;

/**
 * https://w3c.github.io/mediacapture-fromelement/#dom-htmlcanvaselement-capturestream
 * @param {any} HTMLCanvasElement
 * @param {Realm} realm
 * @param {Changes} changes
 */
function repairCanvas(HTMLCanvasElement, realm, changes) {
  changes.repair(
    HTMLCanvasElement.prototype,
    'captureStream',
    () =>
      ({
        /** @this {any} */
        captureStream() {
          if (!(this instanceof HTMLCanvasElement)) illegalInvocation();
          const { MediaStream, TrackSource } = realmOf(this, realm);
          const { width, height } = this;
          // @ts-expect-error: the constructor reads its arguments.
          return new MediaStream([new TrackSource('video', { settings: { width, height } }).createTrack()]);
        },
      }).captureStream,
    'HTMLCanvasElement.captureStream',
  );
}
