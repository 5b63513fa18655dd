/**
 * @file The remote tracks of an RTCPeerConnection: which streams the negotiation associates them with.
 * https://w3c.github.io/webrtc-pc/#process-remote-tracks
 */

import { AssociatedTracks } from '../window/associated-tracks.js';
import { areEventEmitters } from '../stack/event-emitters.js';
import { hostTrackSetOf } from '../window/host-track-set.js';
import { hostTrackOf } from '../window/host-track.js';
import { RemoteStreams } from './remote-streams.js';
import { mediaDescriptions } from './session-description.js';
import { createStream, followScript, restore } from '../stack/silent-stream.js';
import { fireTrackEvent, newTrackEvent } from './track-event.js';

/** @import { Changes } from '../changes.js' */
/** @import { HostMedia } from '../window/host-media.js' */
/** @import { MediaDescription } from './session-description.js' */

const RECEIVING = ['sendrecv', 'recvonly'];

/**
 * What is known of an RTCRtpReceiver.
 * @typedef {object} Receiver
 * @property {any} transceiver
 * @property {any} track
 * @property {boolean} receiving as the last `track` event, or removal, told script: the slot [[FiredDirection]]
 * @property {AssociatedTracks[]} streams the slot [[AssociatedRemoteMediaStreams]]
 * @property {boolean} described whether a description has ever said which streams: else, they are the host's choice
 */

export class RemoteTracks {
  /**
   * The remote description as it was given to a silent host, if that was not to roll back: @roamhq/wrtc crashes at times
   * when it is asked for one while candidates are added to it.
   * @type {{ sdp: string | undefined }}
   */
  given = { sdp: undefined };
  #connection;
  #host;
  #native;
  #changes;
  /** @type {Map<object, Receiver>} by their tracks */
  #receivers = new Map();
  /** A connection has one for each id. */
  #streams = new RemoteStreams();
  /**
   * The event that is dispatched for want of the host's, and what is to be called when it was heard.
   * @type {{ event: any, heard: () => void } | undefined}
   */
  #own;

  /**
   * @param {any} connection
   * @param {any} host
   * @param {HostMedia} native
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
    const connection = this.#connection;
    const heard = (/** @type {any} */ event) => this.#trackFired(event);
    // Before the listeners that script has already added: that is what capturing does, too.
    if (areEventEmitters(connection)) connection.prependListener('track', heard);
    else connection.addEventListener('track', heard, true);
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
    const receiver = this.#receivers.get(track) ?? { transceiver, track, receiving: false, streams: [], described: false };
    this.#receivers.set(track, receiver);
    if (this.#native.isSilent) hostTrackOf(track, this.#native).hostSource.label = `remote ${track.kind}`;
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
      associated = new AssociatedTracks(hostTrackSetOf(this.#native, stream), this.#native);
      this.#streams.add(stream.id, associated);
      if (this.#native.isSilent) {
        followScript(associated.trackSet, this.#native);
      } else {
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
    if (transceiver === undefined || !this.#changes.inForce) return;
    if (this.#own !== undefined && event === this.#own.event) return this.#own.heard();
    this.#restore();
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
   * @returns {Promise<void>} fulfilled when it was heard: some hosts dispatch it a little later
   */
  #fireTrack(transceiver, streams) {
    const { receiver } = transceiver;
    const connection = this.#connection;
    const event = newTrackEvent(this.#host, { connection, receiver, track: receiver.track, streams, transceiver });
    return new Promise((heard) => {
      this.#own = { event, heard };
      fireTrackEvent(connection, event, this.#host.RTCPeerConnection, this.#native.host);
      // A listener that throws may keep a stack's own dispatch from all others.
      setTimeout(heard);
    });
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
    return mediaDescriptions(this.given.sdp ? this.given : this.#connection.remoteDescription);
  }

  /**
   * What was negotiated for a receiver.
   * @param {Receiver} receiver
   * @param {Map<string, MediaDescription>} media
   */
  #negotiated({ transceiver, streams, described }, media) {
    const description = media.get(transceiver.mid);
    const offered = this.#connection.signalingState === 'have-remote-offer';
    const stopped =
      transceiver.currentDirection === 'stopped' ||
      !this.#connection.getTransceivers().includes(transceiver) ||
      // Then the transceiver is stopped at once, for which a host may wait until the answer.
      (this.#native.isSilent && offered && description?.rejected === true);
    const receiving = offered ? description?.sends === true : RECEIVING.includes(transceiver.currentDirection);
    if (stopped || !receiving) return { stopped, receiving: false, streams: [], described };
    const ids = description?.streams ?? (described ? [] : undefined);
    const associated = ids?.map((id) => this.#streamNamed(id)).filter((stream) => stream !== undefined);
    return { stopped, receiving, streams: associated ?? streams, described: ids !== undefined };
  }

  /**
   * The connection's stream of an id, or one that we make, because a silent host would have shown it before.
   * @param {string} id
   */
  #streamNamed(id) {
    const known = this.#streams.get(id);
    if (known !== undefined || !this.#native.isSilent) return known;
    const stream = createStream(id, this.#native);
    return stream && this.#streamOf(stream);
  }

  /** A silent host may have changed streams of which script knows otherwise. */
  #restore() {
    if (!this.#native.isSilent) return;
    for (const { trackSet } of this.#streams.all) restore(trackSet, this.#native);
  }

  /**
   * Process remote tracks, as far as the host has not done it.
   * @template T
   * @param {T} value
   * @returns {Promise<T>} of the value, when everybody has heard
   */
  async process(value) {
    if (!this.#changes.inForce || !this.#isNegotiated()) return value;
    this.#restore();
    const media = this.#media();
    const appearing = [];
    const disappearing = [];
    for (const receiver of this.#receivers.values()) {
      const { stopped, receiving, streams, described } = this.#negotiated(receiver, media);
      const appears = receiving && (!receiver.receiving || streams.some((stream) => !receiver.streams.includes(stream)));
      if (appears) appearing.push(receiver);
      if (stopped || (receiver.receiving && !receiving)) disappearing.push({ track: receiver.track, stopped });
      if (stopped) this.#receivers.delete(receiver.track);
      receiver.receiving = receiving;
      receiver.streams = streams;
      receiver.described = described;
    }
    const receivers = [...this.#receivers.values()];
    const tracksOf = (/** @type {AssociatedTracks} */ stream) =>
      receivers.filter(({ streams }) => streams.includes(stream)).map(({ track }) => track);
    if (this.#native.isSilent) for (const { track, stopped } of disappearing) this.#disappear(track, stopped);
    const { all } = this.#streams;
    for (const stream of all) stream.reconcile(tracksOf(stream).filter((track) => stream.has(track)));
    for (const stream of all) stream.reconcile(tracksOf(stream));
    this.#streams.releaseEmpty();
    for (const { transceiver, streams } of appearing) {
      if (this.#connection.signalingState === 'closed') break;
      await this.#fireTrack(transceiver, streams.map(({ stream }) => stream));
    }
    if (this.#native.isSilent && this.#connection.signalingState === 'stable') {
      for (const { track, receiving } of receivers) if (receiving) hostTrackOf(track, this.#native).hostSource.setReceived(true);
    }
    return value;
  }

  /**
   * @param {any} track
   * @param {boolean} stopped
   */
  #disappear(track, stopped) {
    const { hostSource } = hostTrackOf(track, this.#native);
    if (stopped) hostSource.end();
    else hostSource.setReceived(false);
  }
}
