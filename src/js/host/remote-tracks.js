/**
 * @file The remote tracks of an RTCPeerConnection: which streams the negotiation associates them with.
 * https://w3c.github.io/webrtc-pc/#process-remote-tracks
 */

import { AssociatedTracks } from './associated-tracks.js';
import { nativeTrackSetOf } from './native-track-set.js';
import { RemoteStreams } from './remote-streams.js';
import { mediaDescriptions } from './session-description.js';
import { fireTrackEvent } from './track-event.js';

/** @import { Changes } from './changes.js' */
/** @import { NativeHost } from './native-host.js' */
/** @import { MediaDescription } from './session-description.js' */

const RECEIVING = ['sendrecv', 'recvonly'];

/**
 * What is known of an RTCRtpReceiver.
 * @typedef {object} Receiver
 * @property {any} transceiver
 * @property {any} track
 * @property {boolean} receiving as the last `track` event, or removal, told script: the slot [[FiredDirection]]
 * @property {AssociatedTracks[]} streams the slot [[AssociatedRemoteMediaStreams]]
 */

export class RemoteTracks {
  #connection;
  #host;
  #native;
  #changes;
  /** @type {Map<object, Receiver>} by their tracks */
  #receivers = new Map();
  /** A connection has one for each id. */
  #streams = new RemoteStreams();
  /**
   * The event that is dispatched for want of the host's.
   * @type {Event | undefined}
   */
  #ownEvent;

  /**
   * @param {any} connection
   * @param {any} host
   * @param {NativeHost} native
   * @param {Changes} changes
   */
  constructor(connection, host, native, changes) {
    this.#connection = connection;
    this.#host = host;
    this.#native = native;
    this.#changes = changes;
  }

  /** Begins to follow the connection. */
  follow() {
    this.#learn();
    // Capturing, so before the listeners that script has already added.
    this.#connection.addEventListener('track', (/** @type {any} */ event) => this.#trackFired(event), true);
  }

  /** What was negotiated before the installation. */
  #learn() {
    const streams = this.#connection.getRemoteStreams?.() ?? [];
    for (const transceiver of this.#connection.getTransceivers()) {
      const { track } = transceiver.receiver;
      const associated = streams.filter((/** @type {any} */ stream) => this.#native.tracksOf(stream).includes(track));
      if (associated.length > 0) this.#receive(transceiver, associated);
    }
  }

  /**
   * Receives a track in streams. Returns whether that is news to script.
   * @param {any} transceiver
   * @param {EventTarget[]} streams
   */
  #receive(transceiver, streams) {
    const { track } = transceiver.receiver;
    const receiver = this.#receivers.get(track) ?? { transceiver, track, receiving: false, streams: [] };
    this.#receivers.set(track, receiver);
    const before = receiver.receiving ? receiver.streams : undefined;
    receiver.streams = streams.map((stream) => this.#streamOf(stream));
    receiver.receiving = true;
    for (const stream of receiver.streams) if (!stream.has(track)) stream.reconcile([...stream.tracks, track]);
    return before === undefined || receiver.streams.some((stream) => !before.includes(stream));
  }

  /**
   * The connection's stream of that id, which may be another object than the host has now.
   * @param {any} stream
   */
  #streamOf(stream) {
    let associated = this.#streams.get(stream.id);
    if (associated === undefined) {
      associated = new AssociatedTracks(nativeTrackSetOf(this.#native, stream), this.#native);
      this.#streams.add(stream.id, associated);
      if (!this.#native.isSilent) {
        stream.addEventListener('removetrack', (/** @type {any} */ event) => this.#trackRemoved(stream, event), true);
      }
    }
    return associated;
  }

  /**
   * The host fires a `track` event, at the wrong time or with another stream object than the one that script has.
   * @param {any} event
   */
  #trackFired(event) {
    const { track, transceiver } = event;
    // Script may dispatch anything, also of this type.
    if (event === this.#ownEvent || transceiver === undefined || !this.#changes.inForce) return;
    const news = this.#receive(transceiver, event.streams);
    const streams = this.#receivers.get(track)?.streams.map(({ stream }) => stream) ?? [];
    const same = streams.every((stream, i) => stream === event.streams[i]);
    if (news && same) return;
    if (event.stopImmediatePropagation === undefined) {
      event.streams = streams;
    } else {
      event.stopImmediatePropagation();
      if (news) this.#fireTrack(transceiver, streams);
    }
  }

  /**
   * @param {any} transceiver
   * @param {EventTarget[]} streams
   */
  #fireTrack(transceiver, streams) {
    const { receiver } = transceiver;
    const event = new this.#host.RTCTrackEvent('track', { receiver, track: receiver.track, streams, transceiver });
    this.#ownEvent = event;
    fireTrackEvent(this.#connection, event, this.#host);
  }

  /**
   * The host removed a track from a stream: before it should, or rightly.
   * @param {EventTarget} stream
   * @param {any} event
   */
  #trackRemoved(stream, event) {
    if (!event.isTrusted || !this.#changes.inForce) return;
    const receiver = this.#receivers.get(event.track);
    if (receiver === undefined) return;
    const { streams } = this.#isNegotiated() ? this.#negotiated(receiver, this.#media()) : receiver;
    if (streams.every((associated) => associated.stream !== stream)) return;
    event.stopImmediatePropagation();
    this.#native.add(stream, event.track);
  }

  /** Nothing is negotiated by offering, and all is over in a closed connection. */
  #isNegotiated() {
    return !['have-local-offer', 'closed'].includes(this.#connection.signalingState);
  }

  #media() {
    return mediaDescriptions(this.#connection.remoteDescription);
  }

  /**
   * What was negotiated for a receiver.
   * @param {Receiver} receiver
   * @param {Map<string, MediaDescription>} media
   */
  #negotiated({ transceiver, streams }, media) {
    const description = media.get(transceiver.mid);
    const stopped =
      transceiver.currentDirection === 'stopped' || !this.#connection.getTransceivers().includes(transceiver);
    const receiving =
      this.#connection.signalingState === 'have-remote-offer'
        ? description?.sends === true
        : RECEIVING.includes(transceiver.currentDirection);
    if (stopped || !receiving) return { stopped, receiving: false, streams: [] };
    const ids = description?.streams;
    const associated = ids?.map((id) => this.#streams.get(id)).filter((stream) => stream !== undefined);
    return { stopped, receiving, streams: associated ?? streams };
  }

  /** Process remote tracks, as far as the host has not done it. */
  process() {
    if (!this.#changes.inForce || !this.#isNegotiated()) return;
    const media = this.#media();
    const news = [];
    for (const receiver of this.#receivers.values()) {
      const { stopped, receiving, streams } = this.#negotiated(receiver, media);
      const appears = receiving && (!receiver.receiving || streams.some((stream) => !receiver.streams.includes(stream)));
      if (appears) news.push(receiver);
      if (stopped) this.#receivers.delete(receiver.track);
      receiver.receiving = receiving;
      receiver.streams = streams;
    }
    const receivers = [...this.#receivers.values()];
    const tracksOf = (/** @type {AssociatedTracks} */ stream) =>
      receivers.filter(({ streams }) => streams.includes(stream)).map(({ track }) => track);
    const { all } = this.#streams;
    for (const stream of all) stream.reconcile(tracksOf(stream).filter((track) => stream.has(track)));
    for (const stream of all) stream.reconcile(tracksOf(stream));
    this.#streams.releaseEmpty();
    for (const { transceiver, streams } of news) this.#fireTrack(transceiver, streams.map(({ stream }) => stream));
  }
}
