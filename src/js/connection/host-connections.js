/** @file A host's RTCPeerConnection: what it says of itself, and how events are fired at it. */

import { apply, construct } from '../builtins.js';
import { areEventEmitters, reportExceptions } from '../stack/event-emitters.js';
import { Facts } from './facts.js';

/** @import { HostMedia } from '../window/host-media.js' */

export class HostConnections {
  #RTCTrackEvent;
  media;
  /** Whether it tells of its changes to streams and tracks. */
  announces;
  /** Whether its connections are EventEmitters: these dispatch at once, and know nothing of `ontrack`. */
  areEmitters;
  /** Whether a receiver's track may be another until `track` has fired: werift's are, which are emitters. */
  tracksChange;
  facts;

  /**
   * @param {any} host
   * @param {any} prototype RTCPeerConnection's
   * @param {HostMedia} media
   */
  constructor(host, prototype, media) {
    this.media = media;
    this.announces = !media.isUnannounced;
    this.areEmitters = areEventEmitters(prototype);
    this.tracksChange = !this.announces && this.areEmitters;
    this.facts = new Facts(host, prototype);
    this.#RTCTrackEvent = host.RTCTrackEvent;
  }

  /**
   * @param {any} connection
   * @param {any} receiver
   * @param {any} track
   * @param {any[]} streams
   * @param {any} transceiver
   */
  newTrackEvent(connection, receiver, track, streams, transceiver) {
    const RTCTrackEvent = this.#RTCTrackEvent;
    // https://w3c.github.io/webrtc-pc/#dom-rtctrackeventinit, with nothing of Object.prototype.
    const init = { __proto__: null, receiver, track, streams, transceiver };
    // @roamhq/wrtc has no such interface, and that of werift takes nothing but the dictionary.
    if (RTCTrackEvent === undefined) return { type: 'track', target: connection, ...init };
    return construct(RTCTrackEvent, RTCTrackEvent.length === 1 ? [init] : ['track', init]);
  }

  /**
   * @param {any} connection
   * @param {any} event
   */
  dispatch(connection, event) {
    const { host } = this.media;
    if (this.announces) {
      apply(host.dispatchEvent, connection, [event]);
      return;
    }
    reportExceptions(host, () => connection.dispatchEvent(event));
    if (!this.areEmitters) return;
    const { ontrack } = connection;
    if (typeof ontrack === 'function') reportExceptions(host, () => ontrack.call(connection, event));
  }
}
