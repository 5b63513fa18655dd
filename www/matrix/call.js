// A call between two connections in one place. The remote one sends; ours receives, and is what we watch.

import { Judge } from './judge.js';
import { settle, until } from './wait.js';
import { isLive, Witness } from './witness.js';

/** The steps in which a removal may happen, as the log names them. */
export const OFFER = 'setRemoteDescription(offer)';
export const OUR_ANSWER = 'setLocalDescription(answer)';
export const THEIR_ANSWER = 'setRemoteDescription(answer)';

/** How long after a step what may come after it may take. */
const SOON = 1000;

/** Something the remote sends: its transceiver, and once it is negotiated, the track that we get. */
class Line {
  constructor(local, sender, transceiver) {
    this.local = local;
    this.sender = sender;
    this.transceiver = transceiver;
    /** Ours. */
    this.receiving = undefined;
    this.track = undefined;
  }
}

export class Call {
  /** @type {Line[]} */
  lines = [];
  /** Called with each stream that we get, before we listen to it. */
  onstream = undefined;
  #host;
  #log;
  #witness;
  #streams = new Map();
  #local = [];
  /** The connections that have a remote description. */
  #described = new Set();

  constructor(host, log) {
    this.#host = host;
    this.#log = log;
    this.#witness = new Witness(host, log);
    this.remote = new host.RTCPeerConnection();
    this.ours = new host.RTCPeerConnection();
    this.ours.ontrack = (event) => this.#received(event);
    this.#passCandidates(this.remote, this.ours);
    this.#passCandidates(this.ours, this.remote);
  }

  get streams() {
    return [...this.#witness.streams];
  }

  /** A stream of the remote's, by a name of ours. */
  stream(name) {
    if (!this.#streams.has(name)) this.#streams.set(name, new this.#host.MediaStream());
    return this.#streams.get(name);
  }

  /** The remote sends a track of this kind in these streams. It is to be negotiated yet. */
  send(kind, streams = ['a']) {
    const local = this.createTrack(kind);
    const sender = this.remote.addTrack(local, ...streams.map((name) => this.stream(name)));
    return this.#line(local, sender, this.remote.getTransceivers().find((transceiver) => transceiver.sender === sender));
  }

  /** The remote offers a track, but never sends anything for it: it stays muted. */
  sendNothing(kind, streams = ['a']) {
    const transceiver = this.remote.addTransceiver(kind, {
      direction: 'sendonly',
      streams: streams.map((name) => this.stream(name)),
    });
    return this.#line(undefined, transceiver.sender, transceiver);
  }

  /** We send a track back on a line of the remote's, so that it goes both ways. */
  sendBack(line) {
    const sender = this.ours.addTrack(this.createTrack(line.track.kind), new this.#host.MediaStream());
    if (sender !== line.receiving.sender) throw new Error('our track is not sent on that line');
  }

  createTrack(kind) {
    const track = this.#host.createTrack(kind);
    this.#local.push(track);
    return track;
  }

  /**
   * The remote sends these, in one offer, and media flows.
   * @param {...(string | [string, string[]])} what kinds, or kinds and the names of their streams
   */
  async start(...what) {
    const lines = what.map((each) => (typeof each === 'string' ? this.send(each) : this.send(...each)));
    await this.negotiate();
    await this.flowing(lines);
    return lines;
  }

  /** Waits until media has arrived on these lines, where that can be told. */
  async flowing(lines) {
    if (this.#host.mutes === false) return;
    const flows = () => lines.every(({ track }) => !track.muted);
    const states = () => [this.remote, this.ours].map(({ connectionState }) => connectionState);
    await until(() => flows() || states().includes('failed'));
    if (flows()) return;
    const connected = states().every((state) => state === 'connected');
    throw new Error(connected ? 'no media arrived' : `no connection: ${states().join(', ')}`);
  }

  async negotiate() {
    await this.theyOffer();
    await this.weAnswer();
  }

  async negotiateOurs() {
    await this.weOffer();
    await this.theyAnswer();
  }

  // Descriptions are made and set one after the other: not every host has setLocalDescription() without arguments. And
  // none is read from a connection, because @roamhq/wrtc crashes at times when there are new candidates in it.

  async theyOffer() {
    const offer = await this.remote.createOffer();
    await this.remote.setLocalDescription(offer);
    await this.#log.step(OFFER, () => this.#setRemote(this.ours, offer));
    this.#match();
  }

  async weAnswer() {
    const answer = await this.ours.createAnswer();
    await this.#log.step(OUR_ANSWER, () => this.ours.setLocalDescription(answer));
    await this.#setRemote(this.remote, answer);
  }

  async weOffer() {
    const offer = await this.ours.createOffer();
    await this.#log.step('setLocalDescription(offer)', () => this.ours.setLocalDescription(offer));
    await this.#setRemote(this.remote, offer);
  }

  async theyAnswer() {
    const answer = await this.remote.createAnswer();
    await this.remote.setLocalDescription(answer);
    await this.#log.step(THEIR_ANSWER, () => this.#setRemote(this.ours, answer));
  }

  async theyRollBack() {
    await this.#log.step('setRemoteDescription(rollback)', () => this.ours.setRemoteDescription({ type: 'rollback' }));
    await this.remote.setLocalDescription({ type: 'rollback' });
  }

  async weRollBack() {
    await this.#log.step('setLocalDescription(rollback)', () => this.ours.setLocalDescription({ type: 'rollback' }));
    await this.remote.setRemoteDescription({ type: 'rollback' });
  }

  setDirection(transceiver, direction) {
    this.#host.setDirection(transceiver, direction);
  }

  stop(transceiver) {
    this.#host.stop(transceiver);
  }

  /** The remote assigns a line these streams, by names of ours. */
  setStreams(line, ...names) {
    this.#host.setStreams(line.sender, names.map((name) => this.stream(name)));
  }

  /** A judge of what happens from now on. */
  judge() {
    return new Judge(this.#log, this.#witness, this.#host);
  }

  /** Listens to a stream of script's own as well. */
  watch(stream) {
    this.#witness.watchStream(stream);
  }

  /** Waits, but not for ever, until these lines' tracks are ended. */
  ended(lines) {
    return until(() => lines.every(({ track }) => !isLive(track)), SOON);
  }

  /** Waits, but not for ever, until these lines' tracks are ended and in no stream. */
  async gone(lines) {
    await this.ended(lines);
    const left = () => !this.#witness.memberships().some(({ track }) => lines.some((line) => line.track === track));
    await until(left, SOON);
  }

  settle() {
    return settle();
  }

  async close() {
    await this.remote.close();
    await this.ours.close();
    for (const track of this.#local) track.stop?.();
  }

  #line(local, sender, transceiver) {
    const line = new Line(local, sender, transceiver);
    this.lines.push(line);
    return line;
  }

  async #setRemote(connection, description) {
    await connection.setRemoteDescription(description);
    this.#described.add(connection);
  }

  /** Finds what we receive on lines that are new. */
  #match() {
    for (const line of this.lines) {
      line.receiving ??= this.ours.getTransceivers().find(({ mid }) => mid !== null && mid !== undefined && mid === line.transceiver.mid);
      if (!line.receiving || line.track) continue;
      line.track = line.receiving.receiver.track;
      this.#witness.watchTrack(line.track);
    }
  }

  #received({ track, streams }) {
    this.#witness.watchTrack(track);
    for (const stream of streams) {
      if (!this.#witness.streams.has(stream)) this.onstream?.(stream);
      this.#witness.watchStream(stream);
    }
    this.#log.record({ type: 'track', track, text: `track ${this.#log.name(track)}` });
  }

  #passCandidates(from, to) {
    from.onicecandidate = async ({ candidate }) => {
      if (!candidate || !(await until(() => this.#described.has(to)))) return;
      try {
        await to.addIceCandidate(candidate);
      } catch {
        // One of a description that was rolled back, or after the end: another, or none, is needed.
      }
    };
  }
}

/** Makes a call, does something with it, and hangs up whatever comes of it. */
export async function withCall(host, log, action) {
  const call = new Call(host, log);
  try {
    return await action(call, host);
  } finally {
    await call.close();
  }
}
