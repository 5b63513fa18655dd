/** @file RTCPeerConnection: whenever a description has been set, its remote tracks are processed. */

import { apply, getOwnPropertyDescriptor, getPrototypeOf } from '../builtins.js';
import { instantiateMachines } from '../machines.js';
import { areEventEmitters } from '../stack/event-emitters.js';
import { LOCAL, REMOTE, describeCall } from './calls.js';
import { HostConnections } from './host-connections.js';
import { RemoteTracks } from './remote-tracks.js';

/** @import { Changes } from '../changes.js' */
/** @import { Call } from './calls.js' */
/** @import { HostMedia } from '../window/host-media.js' */
/** @import { Host } from '../realm.js' */

/**
 * A connection is followed until it is gone, by whatever is installed then.
 * @type {WeakMap<object, RemoteTracks>}
 */
const remoteTracks = new WeakMap();

/** What an asynchronous function gives, whatever `Promise` is. */
const promisePrototype = getPrototypeOf((async () => {})());

/**
 * @param {any} host
 * @param {any} prototype RTCPeerConnection's
 * @param {HostMedia} media
 * @param {Changes} changes
 */
export function repairPeerConnection(host, prototype, media, changes) {
  if (typeof prototype.getTransceivers !== 'function') return;
  instantiateMachines();
  const connections = new HostConnections(host, prototype, media);

  /**
   * What is known of a connection; undefined for what is none.
   * @param {any} value
   */
  function remoteTracksOf(value) {
    let tracks = remoteTracks.get(value);
    if (tracks === undefined) {
      try {
        if (!connections.facts.isConnection(value)) return undefined;
        tracks = new RemoteTracks(value, connections, changes);
        // Known first: a stack's own method to listen is repaired, and asks again.
        remoteTracks.set(value, tracks);
        tracks.listen();
      } catch {
        // It is none, or one of another kind, without transceivers.
        remoteTracks.delete(value);
        return undefined;
      }
    }
    tracks.changes = changes;
    return tracks;
  }

  /**
   * https://w3c.github.io/webrtc-pc/#set-description, or the form with callbacks:
   * https://w3c.github.io/webrtc-pc/#legacy-interface-extensions
   * @param {Function} setDescription the host's
   * @param {Call} method
   */
  const processingRemoteTracks = (setDescription, method) =>
    ({
      /**
       * @this {unknown}
       * @param {any} description
       */
      set(description) {
        const tracks = remoteTracksOf(this);
        if (tracks === undefined) return apply(setDescription, this, arguments);
        const call = connections.announces ? { ...method } : describeCall(description, method);
        const processed = tracks.begin(call);
        const success = arguments[1];
        const isLegacy = typeof success === 'function' && typeof arguments[2] === 'function';
        try {
          // The host decides what the arguments are. If these are called back, script must not be before us.
          if (isLegacy) arguments[1] = after(processed, success);
          const promise = apply(setDescription, this, arguments);
          const result = settled(promise, processed, call);
          if (!isLegacy) return result;
          // Who fails is told by a callback.
          ignoreFailure(result);
          return promise;
        } catch (error) {
          // Nothing is called for that: the stack may have ended.
          call.ended = true;
          throw error;
        }
      },
    }).set;

  if (!runsFirst(prototype, media.host)) repairOrderOfListeners(prototype, remoteTracksOf, changes);

  /** @param {Function} setDescription */
  const local = (setDescription) => processingRemoteTracks(setDescription, LOCAL);
  /** @param {Function} setDescription */
  const remote = (setDescription) => processingRemoteTracks(setDescription, REMOTE);
  changes.repair(prototype, 'setLocalDescription', local, 'RTCPeerConnection.setLocalDescription');
  changes.repair(prototype, 'setRemoteDescription', remote, 'RTCPeerConnection.setRemoteDescription');
  if (typeof prototype.getRemoteStreams === 'function' && connections.announces) {
    changes.repair(
      prototype,
      'getRemoteStreams',
      (getRemoteStreams) =>
        ({
          /** @this {any} */
          get() {
            const streams = apply(getRemoteStreams, this, arguments);
            return remoteTracks.get(this)?.known(streams) ?? streams;
          },
        }).get,
      'RTCPeerConnection.getRemoteStreams',
    );
  }
}

/**
 * What a promise of the host's gives, as soon as script has heard of what follows. Nothing that a page may have replaced
 * takes part, and it takes as little time as can be: media may arrive at once.
 * @param {unknown} promise
 * @param {() => Promise<void> | undefined} processed
 * @param {Call} call
 * @returns {unknown}
 */
function settled(promise, processed, call) {
  if (isForeign(promise)) {
    const end = (/** @type {unknown} */ reason) => {
      call.ended = true;
      throw reason;
    };
    return promise.then((value) => {
      const unheard = processed();
      call.ended = true;
      return unheard === undefined ? value : unheard.then(() => value);
    }, end);
  }
  return settledHere(promise, processed, call);
}

/**
 * @param {unknown} promise
 * @param {() => Promise<void> | undefined} processed
 * @param {Call} call
 */
async function settledHere(promise, processed, call) {
  try {
    const value = await promise;
    const unheard = processed();
    if (unheard !== undefined) await unheard;
    return value;
  } finally {
    call.ended = true;
  }
}

/** @param {unknown} promise */
async function ignoreFailure(promise) {
  try {
    await promise;
  } catch {
    // It is somebody else's.
  }
}

/**
 * Whether a promise is another window's, whose script knows its own.
 * @param {any} promise
 * @returns {promise is Promise<unknown>}
 */
const isForeign = (promise) =>
  typeof promise?.then === 'function' && getPrototypeOf(promise) !== promisePrototype;

/**
 * A callback that comes after script has heard of what follows.
 * @param {() => Promise<void> | undefined} processed
 * @param {Function} callback
 */
const after = (processed, callback) =>
  /** @this {unknown} */
  function () {
    const unheard = processed();
    const call = () => apply(callback, this, arguments);
    return unheard === undefined ? call() : unheard.then(call);
  };

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
  for (const type of ['track', 'addstream', 'removestream']) {
    const key = `on${type}`;
    // A field is heard by whoever dispatches, after all listeners.
    if (getOwnPropertyDescriptor(prototype, key)?.set === undefined) continue;
    changes.repairSetter(
      prototype,
      key,
      (setter) =>
        /** @this {unknown} */
        function (value) {
          listen(this);
          apply(setter, this, [value]);
        },
      `RTCPeerConnection.${key}`,
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
