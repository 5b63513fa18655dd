/** @file Fires a `track` event at an RTCPeerConnection of the host's. */

/** @type {WeakMap<object, boolean>} by the hosts' RTCPeerConnection */
const heard = new WeakMap();

/**
 * Whether a connection's attribute `ontrack` hears what script dispatches. In some hosts only listeners do.
 * @param {any} host
 */
function attributeHears({ RTCPeerConnection, Event }) {
  let hears = heard.get(RTCPeerConnection);
  if (hears === undefined) {
    hears = false;
    const connection = new RTCPeerConnection();
    connection.ontrack = () => (hears = true);
    connection.dispatchEvent(new Event('track'));
    connection.close();
    heard.set(RTCPeerConnection, hears);
  }
  return hears;
}

/**
 * @param {any} connection
 * @param {Event} event
 * @param {any} host
 */
export function fireTrackEvent(connection, event, host) {
  connection.dispatchEvent(event);
  const { ontrack } = connection;
  if (typeof ontrack !== 'function' || attributeHears(host)) return;
  // By way of another target, for what it throws to be reported.
  const target = new host.EventTarget();
  target.addEventListener('track', () => ontrack.call(connection, event));
  target.dispatchEvent(new host.Event('track'));
}
