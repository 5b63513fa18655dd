/** @file What install() corrects in a host that has MediaStream. */

import { instantiate } from '../core.js';
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
  if (native === undefined || host.MediaStream === undefined || !canDecide()) return;
  repairPeerConnection(host, native, changes);
  const captures = repairCaptureStream(host, native, changes);
  const hints = provideContentHint(host.MediaStreamTrack.prototype, native, changes);
  if (captures || hints) followClones(host, native, changes);
}

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
