/** @file The constructors of a WebRTC stack that was made without a window. Stacks are for Node, so that only CommonJS has this. */

import { completeConstructor, repairStreams } from './stack-streams.js';
import { completeTrackConstructor, completeTracks } from './stack-tracks.js';
import { defineTrackEvent } from './track-event.js';

/** @import { Host } from '../realm.js' */
/** @import { Changes } from '../changes.js' */
/** @import { StackHost } from '../stack/stack-host.js' */

/**
 * By their stacks, whose objects they make.
 * @type {WeakMap<StackHost, Record<string, Function | undefined>>}
 */
const constructors = new WeakMap();

/**
 * What all hosts of a stack's share.
 * @param {any} host
 * @param {StackHost} native
 * @param {Host} realmHost of the window that it is used in
 * @param {Changes} changes
 */
export function completeInterfaces(host, native, realmHost, changes) {
  repairStreams(native, changes);
  completeTracks(native, realmHost, changes);
  const { MediaStreamTrack, MediaStream } = native.interfaces;
  if (constructors.has(native)) return;
  const trackEvent =
    host.RTCTrackEvent === undefined && host.RTCRtpReceiver && host.RTCRtpTransceiver
      ? defineTrackEvent(host, native, realmHost)
      : undefined;
  native.adoptTrackEvent = trackEvent?.adopt;
  constructors.set(native, {
    MediaStream: completeConstructor(MediaStream, native),
    MediaStreamTrack: completeTrackConstructor(MediaStreamTrack, native),
    RTCTrackEvent: trackEvent?.RTCTrackEvent,
  });
}

/**
 * Puts them in the place of the stack's own.
 * @param {any} host
 * @param {StackHost} native
 * @param {Changes} changes
 */
export function replaceConstructors(host, native, changes) {
  const own = /** @type {any} */ (native.interfaces);
  for (const [name, value] of Object.entries(constructors.get(native) ?? {})) {
    // They may be there, in a copy of the host.
    if (value === undefined || host[name] !== own[name]) continue;
    changes.replace(host, name, { value, writable: true, enumerable: true, configurable: true }, name);
  }
}
