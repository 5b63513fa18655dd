/**
 * @file The remote tracks of an RTCPeerConnection: what the host knows, and what it fires, goes into a negotiation, the
 * machine in src/negotiation. https://w3c.github.io/webrtc-pc/#process-remote-tracks
 */

import { apply, construct, removeItem } from '../builtins.js';
import { machines } from '../machines.js';
import { areEventEmitters } from '../stack/event-emitters.js';
import { followScript, restore } from '../stack/unannounced-stream.js';
import { hostTrackSetOf } from '../window/host-track-set.js';
import * as effects from './effects.js';
import { Owed } from './owed.js';
import { Receivers } from './receivers.js';
import { GONE, RemoteStreams } from './remote-streams.js';
import { writeText } from './text.js';

/** @import { Changes } from '../changes.js' */
/** @import { Call } from './calls.js' */
/** @import { HostConnections } from './host-connections.js' */
/** @import { StackHost } from '../stack/stack-host.js' */

/** A direction's number; before it come those that were negotiated, and 0 for none. */
const STOPPED = 5;

/** In the place of the length of a transceiver's mid, if it has none. */
const NO_MID = 2 ** 32 - 1;

/** Frees the negotiations of connections that are gone. */
const registry = new FinalizationRegistry((/** @type {number} */ negotiation) => machines.free_negotiation(negotiation));

export class RemoteTracks {
  #connection;
  #host;
  #facts;
  #negotiation;
  #streams;
  #receivers;
  #owed;
  /** The text of the last remote description that was read. */
  #sdp = '';
  /** @type {Call[]} by which descriptions are being set */
  #calls = [];
  #settlesSoon = false;
  /**
   * What was installed last. Where script has other streams than the host, their repair outlives it.
   * @type {Changes}
   */
  changes;

  /**
   * @param {any} connection
   * @param {HostConnections} host
   * @param {Changes} changes
   */
  constructor(connection, host, changes) {
    this.#connection = connection;
    this.#host = host;
    this.#facts = host.facts;
    this.changes = changes;
    this.#negotiation = machines.create_negotiation(host.announces ? 1 : 0, host.tracksChange ? 1 : 0);
    this.#streams = new RemoteStreams(this.#negotiation);
    this.#receivers = new Receivers(this.#negotiation, host);
    this.#owed = new Owed(connection, host, this.#negotiation, this.#streams, this.#receivers);
    registry.register(connection, this.#negotiation);
    this.#learn();
  }

  /** What was negotiated before. */
  #learn() {
    this.#read(() => {
      const streams = this.#facts.remoteStreams(this.#connection);
      for (let i = 0; i < streams.length; i++) this.#learnStream(this.#named(streams[i]).number, streams[i]);
    });
    this.#owed.settle();
  }

  /**
   * Which tracks are in a stream.
   * @param {number} number
   * @param {any} object
   */
  #learnStream(number, object) {
    const tracks = this.#host.media.tracksOf(object);
    for (let i = 0; i < tracks.length; i++) {
      const receiver = this.#receivers.numberOfTrack(tracks[i]);
      if (receiver !== undefined) machines.learn_stream(this.#negotiation, receiver, number);
    }
  }

  /** Looks what script has taken out of its streams. */
  #look() {
    machines.look_into_streams(this.#negotiation);
    this.#streams.forEach((object, number) => this.#learnStream(number, object));
  }

  /** Listens to the connection, once. */
  listen() {
    const connection = this.#connection;
    const heard = (/** @type {any} */ event) => this.#attempt(() => this.#trackFired(event));
    // Before the listeners that script has already added: that is what capturing does, too.
    if (areEventEmitters(connection)) return connection.prependListener('track', heard);
    if (!this.#host.announces) return connection.addEventListener('track', heard, true);
    const { addEventListener } = this.#host.media.host;
    const added = (/** @type {any} */ event) => this.#attempt(() => this.#streamFired(event, true));
    const removed = (/** @type {any} */ event) => this.#attempt(() => this.#streamFired(event, false));
    apply(addEventListener, connection, ['track', heard, true]);
    apply(addEventListener, connection, ['addstream', added, true]);
    apply(addEventListener, connection, ['removestream', removed, true]);
  }

  /** Whether anything is repaired here. */
  get #isInForce() {
    return this.changes.inForce || (this.#host.announces && this.#streams.differ);
  }

  /**
   * Does something that a host may be unable to do. Then this stands aside: script is not to see it.
   * @template T
   * @param {() => T} act
   * @returns {T | undefined}
   */
  #attempt(act) {
    try {
      return act();
    } catch {
      machines.settle_negotiation(this.#negotiation);
      return undefined;
    }
  }

  // ── Facts

  /**
   * Reads what the host knows.
   * @param {() => void} [learn] what else there is to know the first time
   */
  #read(learn = undefined) {
    const negotiation = this.#negotiation;
    const call = this.#call;
    const needed = machines.begin_reading(negotiation, this.#facts.state(this.#connection), call?.kind ?? 0);
    const sdp = this.#host.announces ? this.#facts.remoteDescription(this.#connection) : (call?.sdp ?? this.#sdp);
    if (sdp !== this.#sdp) {
      this.#sdp = sdp;
      writeText(sdp);
      machines.read_description(negotiation);
    }
    const transceivers = needed === effects.NOTHING ? [] : this.#facts.transceivers(this.#connection);
    for (let i = 0; i < transceivers.length; i++) {
      const number = this.#receivers.numberOf(transceivers[i]);
      // A stack may have to ask another thread. Where a mid stays, nothing but a description stops its transceiver.
      const isNeeded = !COMMONJS || needed === effects.ALL || this.#receivers.of(number).mid === null;
      const direction = isNeeded ? this.#facts.direction(transceivers[i]) : 0;
      machines.read_transceiver(negotiation, number, this.#writeMid(number, direction), direction);
    }
    learn?.();
    machines.process_transceivers(negotiation);
    if (this.#host.announces) return;
    const { media } = this.#host;
    // A host that tells nobody may have changed streams of which script knows otherwise.
    this.#streams.forEach((object, stream) => {
      if (COMMONJS && !machines.may_have_changed(negotiation, stream)) return;
      restore(hostTrackSetOf(media, object), media);
    });
  }

  /** Reads it if it may be another than it was. */
  #refresh() {
    if (machines.is_stale(this.#negotiation, this.#facts.state(this.#connection))) this.#read();
  }

  /**
   * @param {number} number
   * @param {number} direction
   */
  #writeMid(number, direction) {
    const mid = this.#receivers.midOf(number, direction % STOPPED > 0);
    return mid === null ? NO_MID : writeText(mid);
  }

  /**
   * What is known of a stream of the host's, by its id if need be.
   * @param {any} object
   */
  #named(object) {
    const known = this.#streams.of(object);
    if (known !== undefined) return known;
    writeText(this.#facts.streamId(object));
    return this.#bind(machines.stream_named(this.#negotiation), object);
  }

  /**
   * @param {number} number
   * @param {any} object
   */
  #bind(number, object) {
    const stream = this.#streams.bind(number, object);
    const { announces, media } = this.#host;
    if (announces) this.#listenTo(object);
    else followScript(hostTrackSetOf(media, object), media);
    return stream;
  }

  /** @param {any} object a stream of the host's */
  #listenTo(object) {
    // A stream may live longer than its connection.
    const reference = new WeakRef(this);
    const hear = (/** @type {boolean} */ isAdded) => (/** @type {any} */ event) => {
      const self = reference.deref();
      if (self !== undefined) self.#attempt(() => self.#membershipFired(event, isAdded));
    };
    const { addEventListener } = this.#host.media.host;
    apply(addEventListener, object, ['addtrack', hear(true), true]);
    apply(addEventListener, object, ['removetrack', hear(false), true]);
  }

  // ── Events of the host's

  /**
   * `track`: https://w3c.github.io/webrtc-pc/#dom-rtcpeerconnection-ontrack
   * @param {any} event
   */
  #trackFired(event) {
    if (COMMONJS) /** @type {StackHost} */ (this.#host.media).adoptTrackEvent?.(event);
    if (this.#owed.hears(event)) return;
    const { transceiver, track, isTrusted } = event;
    const streams = event.streams ?? [];
    // Connections of another kind have no transceivers.
    if (!transceiver || !this.#isInForce) return;
    // A host whose events don't tell fires this while a description is being set.
    if (!(isTrusted ?? this.#call !== undefined)) return this.#trackHeard(track, streams);
    const number = this.#receivers.numberOf(transceiver);
    this.#refresh();
    if (machines.has_read(this.#negotiation, number) === 0) {
      const direction = this.#facts.direction(transceiver);
      machines.process_transceiver(this.#negotiation, number, this.#writeMid(number, direction), direction);
    }
    for (let i = 0; i < streams.length; i++) {
      const stream = this.#streams.of(streams[i]) ?? this.#given(number, i, streams[i]);
      machines.push_given(this.#negotiation, stream.number, this.#isTheObject(stream, streams[i]));
    }
    const verdict = machines.track_fired(this.#negotiation, number);
    this.#owed.drain(effects.ADDED);
    this.#settleSoon();
    if (verdict === effects.PASS) return;
    if (event.stopImmediatePropagation === undefined) {
      event.streams = this.#owed.streamsOf(number);
    } else {
      event.stopImmediatePropagation();
      if (verdict === effects.REPLACE) this.#owed.fireTrack(number);
    }
  }

  /**
   * Somebody else fires `track`: script, or another copy of this package.
   * @param {any} track
   * @param {any[]} streams
   */
  #trackHeard(track, streams) {
    const number = this.#receivers.numberOfTrack(track);
    if (number === undefined) return;
    for (let i = 0; i < streams.length; i++) {
      machines.push_given(this.#negotiation, this.#streams.of(streams[i])?.number ?? GONE, 1);
    }
    machines.track_heard(this.#negotiation, number);
  }

  /**
   * @param {number} receiver
   * @param {number} place
   * @param {any} object
   */
  #given(receiver, place, object) {
    writeText(this.#facts.streamId(object));
    return this.#bind(machines.given_stream(this.#negotiation, receiver, place), object);
  }

  /**
   * `addtrack` or `removetrack`: https://www.w3.org/TR/mediacapture-streams/#event-mediastream-addtrack
   * @param {any} event
   * @param {boolean} isAdded
   */
  #membershipFired(event, isAdded) {
    if (!event.isTrusted || !this.#isInForce) return;
    const object = event.currentTarget;
    const stream = this.#streams.of(object);
    const receiver = this.#receivers.numberOfTrack(event.track);
    if (stream === undefined || receiver === undefined) return;
    this.#refresh();
    this.#owed.drain(isAdded ? effects.REMOVED : effects.MUTED);
    const isTheObject = this.#isTheObject(stream, object);
    const verdict = isAdded
      ? machines.track_added(this.#negotiation, stream.number, receiver, isTheObject)
      : machines.track_removed(this.#negotiation, stream.number, receiver, isTheObject);
    this.#settleSoon();
    if (verdict === effects.PASS) return;
    event.stopImmediatePropagation();
    if (verdict !== effects.UNDO) return;
    const { media } = this.#host;
    if (isAdded) media.remove(object, event.track);
    else media.add(object, event.track);
  }

  /**
   * `addstream` or `removestream`, which browsers still have.
   * @param {any} event
   * @param {boolean} isAdded
   */
  #streamFired(event, isAdded) {
    if (!event.isTrusted || !this.#isInForce) return;
    const object = event.stream;
    this.#refresh();
    const stream = this.#named(object);
    this.#owed.drain(effects.ADDED);
    const isTheObject = this.#isTheObject(stream, object);
    const verdict = isAdded
      ? machines.stream_added(this.#negotiation, stream.number, isTheObject)
      : machines.stream_removed(this.#negotiation, stream.number, isTheObject);
    this.#settleSoon();
    if (verdict === effects.PASS) return;
    event.stopImmediatePropagation();
    if (verdict !== effects.REPLACE) return;
    const instead = { __proto__: null, stream: this.#streams.objectOf(stream.number) };
    this.#host.dispatch(this.#connection, construct(event.constructor, [event.type, instead]));
  }

  /**
   * @param {import('./remote-streams.js').RemoteStream} stream
   * @param {any} object
   */
  #isTheObject(stream, object) {
    return this.#streams.objectOf(stream.number) === object ? 1 : 0;
  }

  /**
   * Where no description is being set by a call that we know, who has fired may not fire again.
   */
  async #settleSoon() {
    if (this.#call !== undefined || this.#settlesSoon) return;
    this.#settlesSoon = true;
    await undefined;
    this.#settlesSoon = false;
    this.#attempt(() => this.#owed.settle());
  }

  // ── Calls

  /**
   * A description is being set.
   * @param {Call} call
   * @returns {() => Promise<void> | undefined} to be called when it has been: until script has heard of everything
   */
  begin(call) {
    if (this.#host.announces) this.#attempt(() => this.#look());
    // To ask for the first one forgets those that have ended.
    this.#calls[this.#call === undefined ? 0 : this.#calls.length] = call;
    return () => this.#attempt(() => this.#apply());
  }

  /** The first call that has not ended. Those that were before it are forgotten. */
  get #call() {
    for (; this.#calls.length > 0; removeItem(this.#calls, this.#calls[0])) {
      if (!this.#calls[0].ended) return this.#calls[0];
    }
    return undefined;
  }

  #apply() {
    if (!this.#isInForce) return undefined;
    // What a stack knew when it fired `track` may not have been all.
    if (this.#host.announces) this.#refresh();
    else this.#read();
    return this.#owed.settle();
  }

  /**
   * The objects that script has for streams of the host's, each once.
   * @param {any[]} streams
   */
  known(streams) {
    /** @type {any[]} */
    const known = [];
    for (let i = 0; i < streams.length; i++) {
      const stream = this.#streams.of(streams[i]) ?? this.#streams.withId(this.#facts.streamId(streams[i]));
      const object = (stream && this.#streams.objectOf(stream.number)) ?? streams[i];
      if (!known.includes(object)) known[known.length] = object;
    }
    return known;
  }
}
