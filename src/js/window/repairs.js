/** @file What install() corrects in a host that has MediaStream. */

import { getOwnPropertyDescriptor, isObject } from '../builtins.js';
import { repairCaptureStream } from '../capture/capture-stream.js';
import { followClones } from './clones.js';
import { provideContentHint } from './content-hint.js';
import { repairPeerConnection } from '../connection/peer-connection.js';
import { repairTrackListeners } from './track-listeners.js';
import { adoptStack } from '../stack/stack.js';
import { warnOnce } from './warning.js';

/** @import { Changes } from '../changes.js' */
/** @import { HostMedia } from './host-media.js' */
/** @import { Host } from '../realm.js' */

/**
 * @param {any} host
 * @param {Host} realmHost
 * @param {Changes} changes
 */
export function repairNative(host, realmHost, changes) {
  const connections = ownerOf(host.RTCPeerConnection, 'setLocalDescription');
  if (host.MediaStream === realmHost.MediaStream || !hasStreams(host)) {
    if (connections !== undefined) warnOnce(WITHOUT_STREAMS);
    return;
  }
  const native = isComplete(host) ? nativeOf(host, realmHost) : adoptStack(host, realmHost, changes);
  if (native === undefined) return;
  if (connections !== undefined) {
    changes.share(connections, (common) => repairPeerConnection(host, connections, native, common));
  }
  if (native.isUnannounced) return;
  changes.once(native, () => repairWindow(host, native, changes));
}

/**
 * @param {any} host
 * @param {HostMedia} native
 * @param {Changes} changes
 */
function repairWindow(host, native, changes) {
  repairTrackListeners(host, native, changes);
  const captures = repairCaptureStream(host, native, changes);
  const hints = provideContentHint(host.MediaStreamTrack.prototype, native, changes);
  if (captures || hints) followClones(host, native, changes);
}

const WITHOUT_STREAMS =
  'install() repairs an RTCPeerConnection together with the streams that it hands out, ' +
  'install({ RTCPeerConnection, MediaStream, MediaStreamTrack }), if they have getTracks(), addTrack() and removeTrack().';

/**
 * The prototype that has a method: what wraps or extends an interface has that of the interface.
 * @param {any} constructor
 * @param {string} method
 * @returns {object | undefined}
 */
function ownerOf(constructor, method) {
  let object = typeof constructor === 'function' ? constructor.prototype : undefined;
  while (isObject(object) && getOwnPropertyDescriptor(object, method) === undefined) object = Object.getPrototypeOf(object);
  return isObject(object) ? object : undefined;
}

/**
 * Whose streams a host's are, if that is known; a window's, if they are of another one.
 * @param {any} host
 * @param {Host} realmHost
 */
const nativeOf = ({ MediaStream }, { natives }) =>
  natives.find(({ interfaces }) => interfaces.MediaStream.prototype === MediaStream.prototype) ?? natives[0];

/**
 * Whether a host has streams of its own, or of somebody's who knows what they are.
 * @param {any} host
 */
function hasStreams({ MediaStream, MediaStreamTrack }) {
  if (typeof MediaStream !== 'function' || typeof MediaStreamTrack !== 'function') return false;
  return ['getTracks', 'addTrack', 'removeTrack'].every((method) => typeof MediaStream.prototype[method] === 'function');
}

/**
 * Whether a host's streams fire events, as a browser's do.
 * @param {any} host
 */
const isComplete = ({ MediaStream, MediaStreamTrackEvent }) =>
  'onremovetrack' in MediaStream.prototype && typeof MediaStreamTrackEvent === 'function';
