// The rules: compares what happened since it was made with what the specifications ask for, and says in words
// what differs.

import { isLive, waysInOrder } from './witness.js';

export class Judge {
  /** @type {string[]} */
  complaints = [];
  #log;
  #witness;
  #since;
  /** What the streams had, and whether each track was muted, when it began. */
  #before;
  #muted;
  #live;
  /** What was said to leave, mute or end; everything else stays as it was. */
  #leaving = new Set();
  #changing = new Set();
  #ending = new Set();
  #muting = new Set();
  #mutes;

  /**
   * @param {import('./log.js').Log} log
   * @param {import('./witness.js').Witness} witness
   * @param {{ mutes?: boolean }} host
   */
  constructor(log, witness, host) {
    this.#mutes = host.mutes !== false;
    this.#log = log;
    this.#witness = witness;
    this.#since = log.mark();
    this.#before = witness.memberships();
    this.#muted = new Map([...witness.tracks].map((track) => [track, track.muted]));
    this.#live = new Map([...witness.tracks].map((track) => [track, isLive(track)]));
  }

  complain(complaint) {
    this.complaints.push(complaint);
  }

  /** The streams that a track was in. */
  streamsOf(track) {
    return this.#before.filter((membership) => membership.track === track).map(({ stream }) => stream);
  }

  /** What a stream had. */
  streamContents(stream) {
    return this.#before.filter((membership) => membership.stream === stream).map(({ track }) => track);
  }

  /**
   * The user agent took a track out of every stream that it was in, or out of `streams`: once, with an event that is
   * as it should be.
   * @param {object} [rule]
   * @param {string} [rule.during] the step between whose call and whose resolution it must be
   * @param {string} [rule.after] the step after whose call it must be
   * @param {string} [rule.by] the step before whose resolution it must be
   * @param {boolean} [rule.live] whether the track is to be live then; if not given, either will do
   */
  left(track, { streams = this.streamsOf(track), ...rule } = {}) {
    this.#changing.add(track);
    if (streams.length === 0) this.complain(`${this.#name(track)} was in no stream to begin with`);
    for (const stream of streams) this.#leftStream(track, stream, rule);
  }

  #leftStream(track, stream, { during, after = during, by = during, live }) {
    const what = `removetrack ${this.#name(track)}${this.#place(stream)}`;
    const fired = this.#events('removetrack', track, stream);
    for (const { entry } of fired) this.#leaving.add(entry);
    if ([...stream.getTracks()].includes(track)) this.complain(`${this.#name(track)} is still in the ${this.#log.name(stream)}`);
    if (fired.length !== 1) {
      this.complain(fired.length === 0 ? `${what} did not fire` : `${what} fired ${fired.length} times`);
      return;
    }
    const [{ entry, at }] = fired;
    for (const fault of entry.faults) this.complain(`${what} ${fault}`);
    const ways = waysInOrder();
    if (entry.heardBy.join() !== ways.join()) {
      this.complain(`${what} was heard by ${entry.heardBy.join(', then ')}, not by ${ways.join(', then ')}`);
    }
    if (live !== undefined && entry.live !== live) {
      this.complain(`${what} fired while the track was ${entry.live ? 'live' : 'ended'}`);
    }
    if (after && at < this.#step('called', after)) this.complain(`${what} fired before ${after}`);
    if (by && at > this.#step('resolved', by)) this.complain(`${what} fired after ${by} had resolved`);
  }

  /** A track that left was muted first, unless it was muted already or can't be. */
  mutedFirst(track, { during, after = during }) {
    if (!this.#mutes) return;
    const what = `mute ${this.#name(track)}`;
    const mutes = this.#events('mute', track);
    const expected = this.#muted.get(track) ? 0 : 1;
    if (mutes.length !== expected) {
      this.complain(`${what} fired ${mutes.length} times, not ${expected === 0 ? 'never: it was muted already' : 'once'}`);
      return;
    }
    if (expected === 0) return;
    const [{ at }] = mutes;
    if (at < this.#step('called', after)) this.complain(`${what} fired before ${after}`);
    const removal = this.#events('removetrack', track)[0];
    if (removal && removal.at < at) this.complain(`${what} fired after its removetrack`);
  }

  /** A track ended once, with its event, and before its removetrack if `first`. */
  ended(track, { first = false, after } = {}) {
    this.#changing.add(track);
    this.#ending.add(track);
    const what = `ended ${this.#name(track)}`;
    const fired = this.#events('ended', track);
    if (isLive(track)) this.complain(`${this.#name(track)} is still live`);
    if (fired.length !== 1) {
      this.complain(fired.length === 0 ? `${what} did not fire` : `${what} fired ${fired.length} times`);
      return;
    }
    const [{ entry, at }] = fired;
    if (entry.live) this.complain(`${what} fired while the track was live`);
    if (after && at < this.#step('called', after)) this.complain(`${what} fired before ${after}`);
    const removal = this.#events('removetrack', track)[0];
    if (first && removal && removal.at < at) this.complain(`${what} fired after its removetrack`);
  }

  /** A track left a stream and goes on, in others or in none. */
  unmuted(track) {
    if (this.#events('mute', track).length > 0) this.complain(`mute ${this.#name(track)} fired, and should not have`);
  }

  /** Whether these mute or not is not what it's about. */
  mayMute(...tracks) {
    for (const track of tracks) this.#muting.add(track);
  }

  /** A track may come into a stream: that isn't what it's about. */
  mayArrive(track) {
    this.#changing.add(track);
  }

  /** A track is in a stream again or for the first time, and whoever knew the stream was told. */
  arrived(track) {
    this.#changing.add(track);
    const streams = this.#witness.memberships().filter((membership) => membership.track === track).map(({ stream }) => stream);
    if (streams.length === 0) this.complain(`${this.#name(track)} is in no stream`);
    if (!isLive(track)) this.complain(`${this.#name(track)} is not live`);
    const told = ['addtrack', 'track'].some((type) => this.#events(type, track).length > 0);
    if (!told) this.complain(`${this.#name(track)} came without an event`);
    for (const { entry } of this.#events('addtrack', track)) {
      for (const fault of entry.faults) this.complain(`addtrack ${this.#name(track)} ${fault}`);
    }
  }

  /**
   * A stream lost its old tracks, and has others of these kinds instead: what is old was gone before the first that is
   * new came, and what came and did not stay ended and left as well.
   */
  replaced(stream, old, kinds) {
    const added = this.#events('addtrack', undefined, stream);
    const first = Math.min(...added.map(({ at }) => at));
    for (const track of old) {
      const late = this.#events('removetrack', track, stream).some(({ at }) => at > first);
      if (late) this.complain(`removetrack ${this.#name(track)}${this.#place(stream)} fired after an addtrack`);
    }
    const before = new Set(this.streamContents(stream));
    const fresh = [...stream.getTracks()].filter((track) => !before.has(track));
    for (const track of fresh) {
      this.#changing.add(track);
      const times = added.filter(({ entry }) => entry.track === track).length;
      if (times !== 1) this.complain(`addtrack ${this.#name(track)}${this.#place(stream)} fired ${times} times`);
      if (!isLive(track)) this.complain(`${this.#name(track)} is new, and not live`);
    }
    for (const { entry } of added) {
      for (const fault of entry.faults) this.complain(`${entry.text} ${fault}`);
      if (!fresh.includes(entry.track) && !before.has(entry.track)) {
        this.ended(entry.track, { first: true });
        this.left(entry.track, { streams: [stream], live: false });
      }
    }
    const now = fresh.map(({ kind }) => kind).sort();
    if (now.join() !== kinds.join()) {
      this.complain(`the ${this.#log.name(stream)} got ${now.join(' and ') || 'nothing'} instead of ${kinds.join(' and ') || 'nothing'}`);
    }
  }

  /** Script itself took a track out of a stream meanwhile: it is out, and nothing fired for it. */
  takenOut(track, stream) {
    this.#changing.add(track);
    if ([...stream.getTracks()].includes(track)) this.complain(`${this.#name(track)} is still in the ${this.#log.name(stream)}`);
  }

  /** Nothing left but what was said, nothing else ended or muted, and what else was there still is. */
  nothingElse() {
    for (const { entry } of this.#events('removetrack')) {
      if (!this.#leaving.has(entry)) this.complain(`${entry.text} fired, and should not have`);
    }
    for (const { entry } of this.#events('ended')) {
      if (!this.#ending.has(entry.track)) this.complain(`${entry.text} fired, and should not have`);
    }
    for (const { entry } of this.#mutes ? this.#events('mute') : []) {
      if (!this.#changing.has(entry.track) && !this.#muting.has(entry.track)) this.complain(`${entry.text} fired, and should not have`);
    }
    const untouched = this.#before.filter(({ track }) => !this.#changing.has(track));
    for (const { stream, track } of untouched) {
      const name = this.#name(track);
      if (![...stream.getTracks()].includes(track)) this.complain(`${name} is not in the ${this.#log.name(stream)} any more`);
      if (this.#live.get(track) && !isLive(track)) this.complain(`${name} is not live any more`);
    }
    return this.complaints;
  }

  /** Nothing at all happened to the streams. */
  nothing() {
    for (const { entry } of this.#events('addtrack')) this.complain(`${entry.text} fired, and should not have`);
    return this.nothingElse();
  }

  #name(track) {
    return this.#log.name(track);
  }

  #place(stream) {
    const name = this.#log.name(stream, 'stream');
    return name === 'stream' ? '' : ` (${name})`;
  }

  #events(type, track, stream) {
    return this.#log.entries
      .map((entry, at) => ({ entry, at }))
      .filter(({ entry, at }) => at >= this.#since && entry.type === type)
      .filter(({ entry }) => !track || entry.track === track)
      .filter(({ entry }) => !stream || entry.stream === stream);
  }

  #step(type, step) {
    const at = this.#log.entries.findIndex((entry, place) => place >= this.#since && entry.type === type && entry.step === step);
    if (at < 0) this.complain(`${step} was never ${type}`);
    return at < 0 ? NaN : at;
  }
}
