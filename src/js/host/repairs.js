/** @file What install() corrects in a host that has MediaStream. */

import { repairCaptureStream } from './capture-stream.js';
import { followClones } from './clones.js';
import { provideContentHint } from './content-hint.js';
import { repairPeerConnection } from './peer-connection.js';

/** @import { Changes } from './changes.js' */
/** @import { Host } from '../realm.js' */

/**
 * @param {any} host
 * @param {Host} realmHost
 * @param {Changes} changes
 */
export function repairNative(host, realmHost, changes) {
  const [native] = realmHost.natives;
  if (native === undefined || host.MediaStream === undefined) return;
  repairPeerConnection(host, native, changes);
  repairCaptureStream(host, native, changes);
  provideContentHint(host.MediaStreamTrack.prototype, native, changes);
  followClones(host, native, changes);
}
