/** @file What a host's connections say of themselves, read as it was when install() was called. */

import { apply, getOwnPropertyDescriptor } from '../builtins.js';

/**
 * As src/negotiation/signaling.rs counts them: https://w3c.github.io/webrtc-pc/#dom-rtcsignalingstate
 * @type {Record<string, number>}
 */
const STATES = {
  __proto__: /** @type {any} */ (null),
  'have-local-offer': 1,
  'have-remote-offer': 2,
  'have-local-pranswer': 3,
  'have-remote-pranswer': 4,
  closed: 5,
};

/**
 * As src/negotiation/signaling.rs counts them: https://w3c.github.io/webrtc-pc/#dom-rtcrtptransceiverdirection
 * @type {Record<string, number>}
 */
const DIRECTIONS = { __proto__: /** @type {any} */ (null), sendrecv: 1, sendonly: 2, recvonly: 3, inactive: 4, stopped: 5 };

const { isPrototypeOf } = Object.prototype;

/** In the place of a state. */
export const CLOSED = STATES.closed;

/**
 * Reads an attribute of an interface's objects: by its getter, or by its name where there is none.
 * @param {any} prototype undefined if nobody can see it
 * @param {string} name
 * @returns {(object: any) => any}
 */
function reader(prototype, name) {
  const get = prototype && getOwnPropertyDescriptor(prototype, name)?.get;
  return get === undefined ? (object) => object[name] : (object) => apply(get, object, []);
}

export class Facts {
  #signalingState;
  #remoteDescription;
  #sdp;
  #getTransceivers;
  #getRemoteStreams;
  mid;
  receiver;
  track;
  direction;
  streamId;
  /** Whether a value is a connection of this host's, whatever its RTCPeerConnection is now: false, or it throws. */
  isConnection;

  /**
   * @param {any} host
   * @param {any} prototype RTCPeerConnection's
   */
  constructor({ RTCSessionDescription, RTCRtpTransceiver, RTCRtpReceiver, MediaStream }, prototype) {
    this.#signalingState = reader(prototype, 'signalingState');
    this.#remoteDescription = reader(prototype, 'remoteDescription');
    this.#sdp = reader(RTCSessionDescription?.prototype, 'sdp');
    this.#getTransceivers = prototype.getTransceivers;
    this.#getRemoteStreams = prototype.getRemoteStreams;
    this.mid = reader(RTCRtpTransceiver?.prototype, 'mid');
    const currentDirection = reader(RTCRtpTransceiver?.prototype, 'currentDirection');
    /** @param {any} transceiver */
    this.direction = (transceiver) => DIRECTIONS[currentDirection(transceiver)] ?? 0;
    this.receiver = reader(RTCRtpTransceiver?.prototype, 'receiver');
    this.track = reader(RTCRtpReceiver?.prototype, 'track');
    const streamId = reader(MediaStream.prototype, 'id');
    /** @param {any} stream */
    this.streamId = (stream) => `${streamId(stream)}`;
    this.isConnection =
      // Objects of a stack have fields.
      getOwnPropertyDescriptor(prototype, 'signalingState')?.get === undefined
        ? (/** @type {any} */ value) => apply(isPrototypeOf, prototype, [value]) && typeof value.signalingState === 'string'
        : (/** @type {any} */ value) => this.#signalingState(value) !== undefined;
  }

  /**
   * @param {any} connection
   * @returns {number}
   */
  state(connection) {
    return STATES[this.#signalingState(connection)] ?? 0;
  }

  /**
   * The text of the remote description, if there is one.
   * @param {any} connection
   * @returns {string}
   */
  remoteDescription(connection) {
    const description = this.#remoteDescription(connection);
    return description ? `${this.#sdp(description)}` : '';
  }

  /**
   * @param {any} connection
   * @returns {any[]}
   */
  transceivers(connection) {
    return apply(this.#getTransceivers, connection, []);
  }

  /**
   * The streams that are received, where a host says so.
   * @param {any} connection
   * @returns {any[]}
   */
  remoteStreams(connection) {
    try {
      return apply(this.#getRemoteStreams, connection, []);
    } catch {
      // Not every host has them, and those of a closed connection can't be asked for everywhere.
      return [];
    }
  }
}
