/** @file A host's own MediaStream and MediaStreamTrack, as they were before anything was installed. */

import { apply, getProperty, isObject } from '../builtins.js';

/** @import { Host } from '../realm.js' */

/**
 * @typedef {object} HostInterfaces
 * @property {any} MediaStream
 * @property {any} MediaStreamTrack
 * @property {any} MediaStreamTrackEvent a constructor that takes the host's own tracks
 */

/**
 * Whether an object has an interface's member: whether that can be read or called there.
 * @param {() => unknown} member
 */
function succeeds(member) {
  try {
    member();
    return true;
  } catch {
    return false;
  }
}

export class HostMedia {
  #getTracks;
  #addTrack;
  #removeTrack;
  // Each field is declared: what is assigned otherwise, a setter on Object.prototype hears of.
  interfaces;
  host;
  /** The same for tracks, where they are listened to in another way than streams. */
  trackHost;
  /** Whether the host changes its streams and tracks without telling anybody: then we do (unannounced-stream.js, unannounced-track.js). */
  isUnannounced = false;

  /**
   * @param {HostInterfaces} interfaces
   * @param {Host} host with the functions by which these interfaces' objects are listened to
   */
  constructor(interfaces, host) {
    const { getTracks, addTrack, removeTrack } = interfaces.MediaStream.prototype;
    this.#getTracks = getTracks;
    this.#addTrack = addTrack;
    this.#removeTrack = removeTrack;
    this.interfaces = interfaces;
    this.host = host;
    this.trackHost = host;
  }

  /**
   * @param {unknown} value
   * @returns {value is EventTarget}
   */
  isStream(value) {
    if (!isObject(value)) return false;
    if (COMMONJS) {
      // @roamhq/wrtc asks another thread for the tracks, and not for the id.
      const { prototype } = this.interfaces.MediaStream;
      if ('id' in prototype) return succeeds(() => getProperty(prototype, 'id', value));
    }
    return succeeds(() => apply(this.#getTracks, value, []));
  }

  /**
   * @param {unknown} value
   * @returns {value is EventTarget}
   */
  isTrack(value) {
    const { MediaStreamTrack } = this.interfaces;
    if (!('kind' in MediaStreamTrack.prototype)) return value instanceof MediaStreamTrack;
    return isObject(value) && succeeds(() => getProperty(MediaStreamTrack.prototype, 'kind', value));
  }

  /**
   * @param {EventTarget} stream
   * @returns {EventTarget[]}
   */
  tracksOf(stream) {
    return [...apply(this.#getTracks, stream, [])];
  }

  /**
   * As script would, without an event.
   * @param {EventTarget} stream
   * @param {EventTarget} track
   */
  add(stream, track) {
    apply(this.#addTrack, stream, [track]);
  }

  /**
   * As script would, without an event.
   * @param {EventTarget} stream
   * @param {EventTarget} track
   */
  remove(stream, track) {
    apply(this.#removeTrack, stream, [track]);
  }

  /**
   * @param {EventTarget} stream
   * @param {string} type
   * @param {EventTarget} track
   */
  fireTrackEvent(stream, type, track) {
    apply(this.host.dispatchEvent, stream, [new this.interfaces.MediaStreamTrackEvent(type, { __proto__: null, track })]);
  }
}
