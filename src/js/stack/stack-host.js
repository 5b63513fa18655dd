/**
 * @file The interfaces of a WebRTC stack that was made without a window, such as a package of npm: in places they are
 * what a browser's are.
 */

import { defineMediaStreamTrackEvent } from '../interfaces/media-stream-track-event.js';
import { areEventEmitters, ownMethods } from './event-emitters.js';
import { eventTargetsBehind } from './event-targets.js';
import { HostMedia } from '../window/host-media.js';
import { callsOf } from '../window/own-classes.js';

/** @import { Host } from '../realm.js' */
/** @import { EventTargetMethods } from './event-targets.js' */

/**
 * How objects of an interface are listened to: as any EventTarget, as an EventEmitter, or by what is behind them.
 * @typedef {'target' | 'emitter' | 'behind'} Listening
 */

/**
 * @param {any} prototype
 * @param {Host} host
 * @returns {Listening}
 */
function listeningTo(prototype, host) {
  if (prototype instanceof host.EventTarget) return 'target';
  return areEventEmitters(prototype) ? 'emitter' : 'behind';
}

/**
 * @param {Host} host
 * @param {EventTargetMethods} methods instead of its own
 * @returns {Host}
 */
const withMethods = (host, methods) => ({ ...host, ...methods, ...callsOf(methods) });

export class StackHost extends HostMedia {
  /**
   * Makes an event that the stack dispatches one of an interface that it has not.
   * @type {((event: object) => void) | undefined}
   */
  adoptTrackEvent;
  listening;
  trackListening;
  /** What script calls where its objects are listened to by what is behind them: a page may have wrapped it. */
  inherited;

  /**
   * @param {any} interfaces as far as the stack has them
   * @param {Host} realmHost of the window that it is used in
   */
  constructor({ MediaStream, MediaStreamTrack, MediaStreamTrackEvent }, realmHost) {
    const behind = eventTargetsBehind(realmHost);
    const methods = { target: realmHost, emitter: ownMethods, behind: behind(realmHost) };
    const listening = listeningTo(MediaStream.prototype, realmHost);
    const trackListening = listeningTo(MediaStreamTrack.prototype, realmHost);
    const isTrack = (/** @type {unknown} */ value) => this.isTrack(value);
    // That of the package takes its own tracks only.
    const hasEvent = MediaStreamTrackEvent !== undefined && MediaStreamTrackEvent !== realmHost.MediaStreamTrackEvent;
    const Event = hasEvent ? MediaStreamTrackEvent : defineMediaStreamTrackEvent(realmHost, isTrack);
    super({ MediaStream, MediaStreamTrack, MediaStreamTrackEvent: Event }, withMethods(realmHost, methods[listening]));
    this.trackHost = withMethods(realmHost, methods[trackListening]);
    this.listening = listening;
    this.trackListening = trackListening;
    this.inherited = behind(realmHost.EventTarget.prototype);
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
