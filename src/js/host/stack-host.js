/**
 * @file The interfaces of a WebRTC stack that was made without a window, such as a package of npm: in places they are
 * what a browser's are.
 */

import { defineMediaStreamTrackEvent } from '../interfaces/media-stream-track-event.js';
import { areEventEmitters, ownMethods } from './event-emitters.js';
import { eventTargetMethods } from './event-targets.js';
import { NativeHost } from './native-host.js';

/** @import { Host } from '../realm.js' */

export class StackHost extends NativeHost {
  /** Whether it is installed: what its objects were given stays with them, and asks. */
  inForce = false;
  /** Whether the real EventTarget is behind each of its streams, and each of its tracks. */
  hasTargetsBehind;

  /**
   * @param {any} interfaces as far as the stack has them
   * @param {Host} realmHost of the window that it is used in
   */
  constructor({ MediaStream, MediaStreamTrack, MediaStreamTrackEvent }, realmHost) {
    const isTrack = (/** @type {unknown} */ track) => this.isTrack(track);
    MediaStreamTrackEvent ??= defineMediaStreamTrackEvent(realmHost, isTrack);
    const behind = eventTargetMethods(realmHost);
    const methods = [MediaStream, MediaStreamTrack].map(({ prototype }) => {
      if (prototype instanceof realmHost.EventTarget) return realmHost;
      return areEventEmitters(prototype) ? ownMethods : behind;
    });
    const [host, trackHost] = methods.map(({ addEventListener, removeEventListener, dispatchEvent }) => ({
      ...realmHost,
      addEventListener,
      removeEventListener,
      dispatchEvent,
    }));
    super({ MediaStream, MediaStreamTrack, MediaStreamTrackEvent }, host);
    this.trackHost = trackHost;
    this.hasTargetsBehind = { MediaStream: methods[0] === behind, MediaStreamTrack: methods[1] === behind };
    this.isSilent = !('onremovetrack' in MediaStream.prototype);
  }

  /**
   * @param {unknown} value
   * @returns {value is EventTarget}
   * @override
   */
  isStream(value) {
    // getTracks() may take anything.
    return value instanceof this.interfaces.MediaStream && super.isStream(value);
  }

  /**
   * @param {unknown} value
   * @returns {value is EventTarget}
   * @override
   */
  isTrack(value) {
    // Asked first, because the attributes of @roamhq/wrtc crash on an object of another of its interfaces.
    return value instanceof this.interfaces.MediaStreamTrack && super.isTrack(value);
  }
}
