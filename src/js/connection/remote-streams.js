/** @file The streams that a connection receives, by their numbers in its negotiation. */

import { machines } from '../machines.js';
import { writeText } from './text.js';

/**
 * What is known of a stream. Other objects that the host has for it, as browsers do for a stream that has tracks again,
 * share it.
 * @typedef {object} RemoteStream
 * @property {number} number
 * @property {any} object the one that script has, as long as there are tracks in it
 * @property {WeakRef<any>} reference to it
 */

/** In the place of the number of a stream that is gone: nothing has it. */
export const GONE = 2 ** 32 - 1;

export class RemoteStreams {
  #negotiation;
  /** @type {(RemoteStream | undefined)[]} */
  #streams = [];
  /** @type {WeakMap<object, RemoteStream>} */
  #known = new WeakMap();
  /** @type {RemoteStream[]} without tracks: these live as long as script has them */
  #released = [];
  #swept = 0;
  /** Whether script has other objects than the host. */
  differ = false;

  /** @param {number} negotiation */
  constructor(negotiation) {
    this.#negotiation = negotiation;
  }

  /**
   * What is known of an object of the host's.
   * @param {object} object
   */
  of(object) {
    const stream = this.#known.get(object);
    return stream === undefined || stream.number === GONE ? undefined : stream;
  }

  /**
   * The object that script has for a stream.
   * @param {number} number
   */
  objectOf(number) {
    const stream = this.#streams[number];
    return stream?.object ?? stream?.reference.deref();
  }

  /**
   * Those in which there are tracks.
   * @param {(object: any, number: number) => void} visit
   */
  forEach(visit) {
    for (let i = 0; i < this.#streams.length; i++) {
      const object = this.#streams[i]?.object;
      if (object !== undefined) visit(object, i);
    }
  }

  /**
   * The connection's stream that has an object's id, if that is known.
   * @param {string} id
   */
  withId(id) {
    writeText(id);
    const found = machines.find_stream(this.#negotiation);
    return found === 0 ? undefined : this.#streams[found - 1];
  }

  /**
   * The host has an object for a stream: script has it from now on, unless it has another.
   * @param {number} number
   * @param {object} object
   * @returns {RemoteStream}
   */
  bind(number, object) {
    let stream = this.#streams[number];
    if (stream === undefined) {
      stream = { number, object, reference: new WeakRef(object) };
      this.#streams[number] = stream;
      machines.bind_stream(this.#negotiation, number);
    } else if (this.objectOf(number) !== object) {
      this.differ = true;
    }
    this.#known.set(object, stream);
    return stream;
  }

  /**
   * A stream has tracks again.
   * @param {number} number
   */
  keep(number) {
    const stream = /** @type {RemoteStream} */ (this.#streams[number]);
    stream.object = stream.reference.deref();
    if (stream.object === undefined) this.#lose(stream);
    else machines.bind_stream(this.#negotiation, number);
  }

  /**
   * A stream has no tracks any more.
   * @param {number} number
   */
  release(number) {
    const stream = /** @type {RemoteStream} */ (this.#streams[number]);
    stream.object = undefined;
    this.#released[this.#released.length] = stream;
    // Each is looked at a few times for each time that one is released.
    if (this.#released.length > 2 * this.#swept + 8) this.#sweep();
  }

  /** Forgets those that nobody has any more. */
  #sweep() {
    const left = [];
    for (let i = 0; i < this.#released.length; i++) {
      const stream = this.#released[i];
      if (stream.number === GONE || stream.object !== undefined) continue;
      if (stream.reference.deref() === undefined) this.#lose(stream);
      else left[left.length] = stream;
    }
    this.#released = left;
    this.#swept = left.length;
  }

  /** @param {RemoteStream} stream */
  #lose(stream) {
    const { number } = stream;
    this.#streams[number] = undefined;
    stream.number = GONE;
    machines.lose_stream(this.#negotiation, number);
  }
}
