/** @file What script is owed by a negotiation, done: the effects of the machine in src/negotiation, in its order. */

import { machines } from '../machines.js';
import { createStream, followScript } from '../stack/unannounced-stream.js';
import { userAgentAdds, userAgentRemoves } from '../user-agent.js';
import { hostTrackSetOf } from '../window/host-track-set.js';
import { hostTrackOf } from '../window/host-track.js';
import * as effects from './effects.js';
import { CLOSED } from './facts.js';
import { readText } from './text.js';

/** @import { HostConnections } from './host-connections.js' */
/** @import { Receivers } from './receivers.js' */
/** @import { RemoteStreams } from './remote-streams.js' */

const { setTimeout } = globalThis;

export class Owed {
  #connection;
  #host;
  #negotiation;
  #streams;
  #receivers;
  /**
   * The event that is dispatched for want of the host's, and what is to be called when it was heard.
   * @type {{ event: any, heard: () => boolean } | undefined}
   */
  #own;

  /**
   * @param {any} connection
   * @param {HostConnections} host
   * @param {number} negotiation
   * @param {RemoteStreams} streams
   * @param {Receivers} receivers
   */
  constructor(connection, host, negotiation, streams, receivers) {
    this.#connection = connection;
    this.#host = host;
    this.#negotiation = negotiation;
    this.#streams = streams;
    this.#receivers = receivers;
  }

  /**
   * Whether an event is the one that is being dispatched, which was heard.
   * @param {any} event
   */
  hears(event) {
    const own = /** @type {any} */ (this.#own);
    return own?.event === event && own.heard();
  }

  /**
   * Does what follows from what was read.
   * @param {number} phase up to which
   * @returns {Promise<void> | undefined} where script has not heard everything yet
   */
  drain(phase) {
    const negotiation = this.#negotiation;
    // Whether it is closed counts for what comes last. A stack has to ask another thread.
    if (phase === effects.SETTLED) this.drain(effects.REMOVED);
    for (let isClosed; ; ) {
      isClosed ??= phase === effects.SETTLED && this.#host.facts.state(this.#connection) === CLOSED ? 1 : 0;
      const effect = machines.next_negotiation_effect(negotiation, phase, isClosed);
      if (effect === 0) return undefined;
      const kind = effects.kindOf(effect);
      // The others fire events, and script may close it.
      if (kind > effects.MAKE) isClosed = undefined;
      const heard = this.#perform(kind, effects.numberOf(effect));
      if (heard !== undefined) return this.#drainWhenHeard(heard, phase);
    }
  }

  /**
   * @param {Promise<void>} heard
   * @param {number} phase
   */
  async #drainWhenHeard(heard, phase) {
    await heard;
    await this.drain(phase);
  }

  /** Does all of it. */
  settle() {
    const unheard = this.drain(effects.SETTLED);
    if (unheard !== undefined) return this.#settleWhenHeard(unheard);
    machines.settle_negotiation(this.#negotiation);
    return undefined;
  }

  /** @param {Promise<void>} unheard */
  async #settleWhenHeard(unheard) {
    await unheard;
    machines.settle_negotiation(this.#negotiation);
  }

  /**
   * @param {number} kind
   * @param {number} number
   * @returns {Promise<void> | undefined}
   */
  #perform(kind, number) {
    switch (kind) {
      case effects.TRACK:
        return this.fireTrack(number);
      case effects.KEEP:
        this.#streams.keep(number);
        break;
      case effects.RELEASE:
        this.#streams.release(number);
        break;
      case effects.MAKE:
        this.#make(number);
        break;
      case effects.FORGET:
        this.#receivers.forget(number);
        break;
      case effects.REMOVE:
      case effects.ADD:
        this.#change(kind, number);
        break;
      default:
        this.#control(kind, number);
    }
    return undefined;
  }

  /**
   * Mutes, unmutes or ends a track, of a host that doesn't.
   * @param {number} kind
   * @param {number} number
   */
  #control(kind, number) {
    const { track } = this.#receivers.of(number);
    const { hostSource } = hostTrackOf(track, this.#host.media);
    if (kind === effects.END) hostSource.end();
    else hostSource.setReceived(kind === effects.UNMUTE);
  }

  /**
   * @param {number} kind
   * @param {number} number a stream's
   */
  #change(kind, number) {
    const { track } = this.#receivers.of(machines.receiver_of_effect());
    const trackSet = hostTrackSetOf(this.#host.media, this.#streams.objectOf(number));
    const happened = kind === effects.ADD ? userAgentAdds(trackSet, track) : userAgentRemoves(trackSet, track);
    machines.effect_performed(this.#negotiation, happened ? 1 : 0);
  }

  /** @param {number} number a stream's */
  #make(number) {
    const id = readText(machines.stream_id(this.#negotiation, number));
    const object = id && createStream(id, this.#host.media);
    if (!object) return;
    this.#streams.bind(number, object);
    followScript(hostTrackSetOf(this.#host.media, object), this.#host.media);
  }

  /**
   * The streams of a receiver: [[AssociatedRemoteMediaStreams]].
   * @param {number} number
   */
  streamsOf(number) {
    const streams = [];
    const count = machines.count_streams(this.#negotiation, number);
    for (let i = 0; i < count; i++) {
      const object = this.#streams.objectOf(machines.stream_at(this.#negotiation, number, i));
      if (object !== undefined) streams[streams.length] = object;
    }
    return streams;
  }

  /**
   * @param {number} number
   * @returns {Promise<void> | undefined} until it was heard: some hosts dispatch it a little later
   */
  fireTrack(number) {
    const { transceiver, receiver, track } = this.#receivers.of(number);
    const connection = this.#connection;
    const event = this.#host.newTrackEvent(connection, receiver, track, this.streamsOf(number), transceiver);
    let isHeard = false;
    let tell = () => {};
    this.#own = {
      event,
      heard: () => {
        tell();
        return (isHeard = true);
      },
    };
    this.#host.dispatch(connection, event);
    if (isHeard) return undefined;
    return new Promise((resolve) => {
      tell = resolve;
      // A listener that throws may keep a stack's own dispatch from all others.
      setTimeout(resolve);
    });
  }
}
