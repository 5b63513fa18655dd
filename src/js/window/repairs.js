/** @file What install() corrects in a host that has MediaStream. */

import { instantiate } from '../core.js';
import { repairCaptureStream } from '../capture/capture-stream.js';
import { followClones } from './clones.js';
import { provideContentHint } from './content-hint.js';
import { repairPeerConnection } from '../connection/peer-connection.js';
import { adoptStack } from '../stack/stack.js';

/** @import { Changes } from '../changes.js' */
/** @import { Host } from '../realm.js' */

/**
 * @param {any} host
 * @param {Host} realmHost
 * @param {Changes} changes
 */
export function repairNative(host, realmHost, changes) {
  if (host.MediaStream === realmHost.MediaStream || !hasStreams(host) || !canDecide()) return;
  const native = isComplete(host) ? nativeOf(host, realmHost) : adoptStack(host, realmHost, changes);
  if (native === undefined) return;
  const { RTCPeerConnection, MediaStreamTrack } = host;
  if (typeof RTCPeerConnection === 'function') {
    changes.share(RTCPeerConnection, (common) => repairPeerConnection(host, native, common));
  }
  if (native.isSilent) return;
  const captures = repairCaptureStream(host, native, changes);
  const hints = provideContentHint(MediaStreamTrack.prototype, native, changes);
  if (captures || hints) followClones(host, native, changes);
}

/**
 * Whose streams a host's are, if that is known; a window's, if they are of another one.
 * @param {any} host
 * @param {Host} realmHost
 */
const nativeOf = ({ MediaStream }, { natives }) =>
  natives.find(({ interfaces }) => interfaces.MediaStream === MediaStream) ?? natives[0];

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

/** Whether there is the core: a Content Security Policy may forbid it. A host must not be the worse for that. */
function canDecide() {
  try {
    instantiate();
    return true;
  } catch (error) {
    console.warn(`${error}`);
    return false;
  }
}
