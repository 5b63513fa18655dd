/** @file Fires a `track` event at an RTCPeerConnection of the host's. */

import { getOwnPropertyDescriptor } from '../builtins.js';
import { reportExceptions } from '../stack/event-emitters.js';

/** @import { Host } from '../realm.js' */

/** @type {WeakMap<object, boolean>} by the hosts' RTCPeerConnection */
const heard = new WeakMap();

/**
 * @param {any} host
 * @param {{ connection: any, receiver: any, track: any, streams: any[], transceiver: any }} init
 */
export function newTrackEvent({ RTCTrackEvent }, { connection, ...init }) {
  // @roamhq/wrtc has no such interface, and that of werift takes nothing but the dictionary.
  if (RTCTrackEvent === undefined) return { type: 'track', target: connection, ...init };
  return RTCTrackEvent.length === 1 ? new RTCTrackEvent(init) : new RTCTrackEvent('track', init);
}

/**
 * Whether a connection's attribute `ontrack` hears what script dispatches. In some hosts only listeners do.
 * @param {any} RTCPeerConnection
 * @param {Host} realmHost
 */
function attributeHears(RTCPeerConnection, { Event }) {
  let hears = heard.get(RTCPeerConnection);
  if (hears === undefined) {
    // A field is read by whoever dispatches.
    hears = getOwnPropertyDescriptor(RTCPeerConnection.prototype, 'ontrack')?.set === undefined;
    if (!hears) {
      const connection = new RTCPeerConnection();
      connection.ontrack = () => (hears = true);
      connection.dispatchEvent(new Event('track'));
      connection.close();
    }
    heard.set(RTCPeerConnection, hears);
  }
  return hears;
}

/**
 * @param {any} connection
 * @param {any} event
 * @param {any} RTCPeerConnection
 * @param {Host} realmHost
 */
export function fireTrackEvent(connection, event, RTCPeerConnection, realmHost) {
  reportExceptions(realmHost, () => connection.dispatchEvent(event));
  const { ontrack } = connection;
  if (typeof ontrack !== 'function' || attributeHears(RTCPeerConnection, realmHost)) return;
  reportExceptions(realmHost, () => ontrack.call(connection, event));
}
