/** @file The receivers of a connection, by their numbers in its negotiation. */

import { machines } from '../machines.js';
import { hostTrackOf } from '../window/host-track.js';

/** @import { HostConnections } from './host-connections.js' */

/**
 * What belongs to a number.
 * @typedef {object} Receiver
 * @property {any} transceiver
 * @property {any} receiver
 * @property {any} track
 * @property {string | null} mid if it is known for good
 */

export class Receivers {
  #negotiation;
  #host;
  /** @type {(Receiver | undefined)[]} */
  #receivers = [];
  /** @type {WeakMap<object, number>} by transceivers, by receivers and by their tracks */
  #numbers = new WeakMap();

  /**
   * @param {number} negotiation
   * @param {HostConnections} host
   */
  constructor(negotiation, host) {
    this.#negotiation = negotiation;
    this.#host = host;
  }

  /** @param {number} number */
  of(number) {
    return /** @type {Receiver} */ (this.#receivers[number]);
  }

  /**
   * The number of the receiver that has a track; undefined if none has.
   * @param {any} track
   */
  numberOfTrack(track) {
    return this.#numbers.get(track);
  }

  /**
   * The number of a transceiver's receiver.
   * @param {any} transceiver
   */
  numberOf(transceiver) {
    const { announces, facts, media, tracksChange } = this.#host;
    let number = this.#numbers.get(transceiver);
    // Asked once: a stack may have to wait for another thread each time.
    if (number !== undefined && !tracksChange) return number;
    const receiver = facts.receiver(transceiver);
    const track = facts.track(receiver);
    number = this.#numbers.get(receiver);
    if (number === undefined) {
      number = machines.create_receiver(this.#negotiation);
      this.#numbers.set(receiver, number);
    } else if (this.#receivers[number]?.track === track) {
      return number;
    }
    // That of werift's receivers is another one when media is described for it.
    this.#receivers[number] = { transceiver, receiver, track, mid: null };
    this.#numbers.set(transceiver, number);
    this.#numbers.set(track, number);
    if (!announces) {
      const { hostSource } = hostTrackOf(track, media);
      hostSource.label = `remote ${track.kind}`;
      if (COMMONJS) hostSource.receiver = new WeakRef(receiver);
    }
    return number;
  }

  /**
   * The mid of a number's transceiver. What was negotiated stays, and a stack is asked for it once.
   * @param {number} number
   * @param {boolean} isNegotiated
   */
  midOf(number, isNegotiated) {
    const { announces, facts, tracksChange } = this.#host;
    const known = this.of(number);
    const mid = known.mid ?? facts.mid(known.transceiver) ?? null;
    if (isNegotiated && !announces && !tracksChange) known.mid = mid;
    return mid;
  }

  /**
   * It is gone: its number may be another's.
   * @param {number} number
   */
  forget(number) {
    const { transceiver, receiver, track } = this.of(number);
    this.#receivers[number] = undefined;
    this.#numbers.delete(transceiver);
    this.#numbers.delete(receiver);
    this.#numbers.delete(track);
  }
}
