/** @file RTCPeerConnection: whenever a description has been set, its remote tracks are processed. */

import { apply, getOwnPropertyDescriptor, isObject } from '../builtins.js';
import { areEventEmitters } from '../stack/event-emitters.js';
import { RemoteTracks } from './remote-tracks.js';

/** @import { Changes } from '../changes.js' */
/** @import { HostMedia } from '../window/host-media.js' */
/** @import { Host } from '../realm.js' */

const { then } = Promise.prototype;

/**
 * @param {any} host
 * @param {HostMedia} native
 * @param {Changes} changes
 */
export function repairPeerConnection(host, native, changes) {
  const prototype = host.RTCPeerConnection?.prototype;
  if (typeof prototype?.getTransceivers !== 'function') return;
  /** @type {WeakMap<object, RemoteTracks>} */
  const remoteTracks = new WeakMap();

  /** @param {any} connection */
  function remoteTracksOf(connection) {
    if (!isObject(connection) || !(connection instanceof host.RTCPeerConnection)) return undefined;
    let tracks = remoteTracks.get(connection);
    if (tracks === undefined) {
      tracks = new RemoteTracks(connection, host, native, changes);
      remoteTracks.set(connection, tracks);
      tracks.follow();
    }
    return tracks;
  }

  /**
   * https://w3c.github.io/webrtc-pc/#set-description, or the form with callbacks:
   * https://w3c.github.io/webrtc-pc/#legacy-interface-extensions
   * @param {Function} setDescription the host's
   * @param {boolean} isRemote
   */
  const processingRemoteTracks = (setDescription, isRemote) =>
    ({
      /**
       * @this {unknown}
       * @param {any} description
       * @param {unknown} [success]
       * @param {unknown} [failure]
       */
      set(description, success, failure) {
        const tracks = remoteTracksOf(this);
        if (tracks === undefined) return apply(setDescription, this, arguments);
        const legacy = arguments.length > 1;
        const set = apply(setDescription, this, legacy ? [description] : arguments);
        const given = isRemote && native.isSilent ? { sdp: description?.sdp } : undefined;
        const process = (/** @type {unknown} */ value) => {
          if (given !== undefined) tracks.given = given;
          return tracks.process(value);
        };
        const processed = apply(then, set, [process]);
        if (!legacy) return processed;
        return apply(then, apply(then, processed, [success, failure]), [() => {}]);
      },
    }).set;

  if (!runsFirst(prototype, native.host)) repairOrderOfListeners(prototype, remoteTracksOf, changes);

  for (const method of ['setLocalDescription', 'setRemoteDescription']) {
    const isRemote = method === 'setRemoteDescription';
    const wrap = (/** @type {Function} */ setDescription) => processingRemoteTracks(setDescription, isRemote);
    changes.repair(prototype, method, wrap, `RTCPeerConnection.${method}`);
  }
}

/**
 * Whether our listener, which is added when the first description is set, hears of a track before script's: then an event
 * that the host should not have fired, or with another stream, can be kept from script.
 * @param {any} prototype RTCPeerConnection's
 * @param {Host} host
 */
const runsFirst = (prototype, host) =>
  areEventEmitters(prototype) || (prototype instanceof host.EventTarget && capturingListenersRunFirst(host));

/**
 * Whether a capturing listener of an object hears an event before those that were added earlier, as DOM has it.
 * https://dom.spec.whatwg.org/#concept-event-dispatch
 * @param {Host} host
 */
function capturingListenersRunFirst({ EventTarget, Event }) {
  const target = new EventTarget();
  let first = true;
  target.addEventListener('track', () => (first = false));
  target.addEventListener('track', (event) => event.stopImmediatePropagation(), true);
  target.dispatchEvent(new Event('track'));
  return first;
}

/**
 * Where the order is that of adding, ours is added before any of script's.
 * @param {any} prototype RTCPeerConnection's
 * @param {(connection: unknown) => unknown} listen adds our listener, unless it is there
 * @param {Changes} changes
 */
function repairOrderOfListeners(prototype, listen, changes) {
  // A field is heard by whoever dispatches, after all listeners.
  if (getOwnPropertyDescriptor(prototype, 'ontrack')?.set !== undefined) {
    changes.repairSetter(
      prototype,
      'ontrack',
      (setter) =>
        /** @this {unknown} */
        function (value) {
          listen(this);
          apply(setter, this, [value]);
        },
      'RTCPeerConnection.ontrack',
    );
  }
  changes.repair(
    prototype,
    'addEventListener',
    (addEventListener) =>
      ({
        /** @this {unknown} */
        add() {
          listen(this);
          return apply(addEventListener, this, arguments);
        },
      }).add,
    'RTCPeerConnection.addEventListener',
  );
}
