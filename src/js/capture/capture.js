/** @file One stream that captures a media element: its tracks, by the numbers that src/capture knows them by. */

import { apply } from '../builtins.js';
import { machines } from '../machines.js';
import { userAgentAdds, userAgentRemoves } from '../user-agent.js';
import { hostTrackSetOf } from '../window/host-track-set.js';
import { hostTrackOf } from '../window/host-track.js';

/** @import { CapturedElement } from './captured-element.js' */

/**
 * A capture lives as long as its stream or one of its tracks does.
 * @type {WeakMap<object, Capture>}
 */
const captures = new WeakMap();

export class Capture {
  #stream;
  /** The element lives as long as it likes. */
  #element;
  #elements;
  /** @type {Map<number, any>} */
  #tracks = new Map();
  /** @type {WeakMap<any, number>} */
  #numbers = new WeakMap();
  /** @type {WeakMap<any, EventTarget>} in which of the host's streams a track came */
  #streams = new WeakMap();
  /** @type {{ stream: EventTarget, at: number }[]} script's stream, and the last one of the host's that was followed instead */
  #followed = [];
  number;

  /**
   * @param {EventTarget} stream script's
   * @param {number} number
   * @param {CapturedElement} element
   */
  constructor(stream, number, element) {
    this.#stream = stream;
    this.number = number;
    this.#element = new WeakRef(element);
    this.#elements = element.elements;
    captures.set(stream, this);
  }

  get tracks() {
    return [...this.#tracks.values()];
  }

  /** @param {number} number */
  has(number) {
    return this.#tracks.has(number);
  }

  /**
   * The capture is this stream, or has been replaced by it.
   * @param {EventTarget} stream
   */
  follow(stream) {
    const element = this.#element.deref();
    if (element === undefined) return;
    const { native, copies, areOurs } = this.#elements;
    const at = machines.newest_stream(element.number, this.number);
    if (at === machines.followed_stream(element.number, this.number)) this.#followed[Math.min(at, 1)] = { stream, at };
    for (const track of /** @type {any[]} */ (native.tracksOf(stream))) {
      const [owner, source] = element.ownerOf(track);
      const isVideo = track.kind === 'video' ? 1 : 0;
      const hasNothing = element.hasNothing ? 1 : 0;
      const number = machines.has_captured(element.number, this.number, owner, source, isVideo, hasNothing);
      if (number !== 0) this.#know(track, number, stream);
      // Made for nobody else.
      else if (areOurs) track.stop();
    }
    if (copies.made(stream)) {
      machines.captured_copies(element.number, this.number);
      element.followPlayed();
    }
    if (!areOurs) this.#listenTo(stream, at);
  }

  /** The streams that are followed may have tracks of which nobody has heard. */
  meet() {
    for (const { stream, at } of this.#followed) {
      for (const track of this.#elements.native.tracksOf(stream)) if (!this.#tracks.has(this.#numberOf(track))) this.#meet(track, at);
    }
  }

  /**
   * Its source is gone: it ends, and its clones.
   * @param {number} number
   */
  end(number) {
    hostTrackOf(this.#tracks.get(number), this.#elements.native).hostSource.end();
  }

  /** @param {number} number */
  endForScript(number) {
    const track = this.#tracks.get(number);
    this.#elements.endedForScript.end(track);
  }

  /** @param {number} number */
  remove(number) {
    const { native } = this.#elements;
    const track = this.#tracks.get(number);
    this.#tracks.delete(number);
    const stream = this.#streams.get(track);
    if (stream !== this.#stream) native.remove(/** @type {EventTarget} */ (stream), track);
    userAgentRemoves(hostTrackSetOf(native, this.#stream), track);
  }

  /** @param {number} number */
  add(number) {
    userAgentAdds(hostTrackSetOf(this.#elements.native, this.#stream), this.#tracks.get(number));
  }

  /** @param {any} track */
  #numberOf(track) {
    return this.#numbers.get(track) ?? 0;
  }

  /**
   * @param {any} track
   * @param {number} at which of the host's streams it is in
   */
  #meet(track, at) {
    const element = this.#element.deref();
    if (element === undefined) return 0;
    const [owner, source] = element.ownerOf(track);
    const isVideo = track.kind === 'video' ? 1 : 0;
    const number = machines.has_met(element.number, this.number, at, owner, source, isVideo);
    this.#numbers.set(track, number);
    return number;
  }

  /**
   * @param {any} track
   * @param {number} number
   * @param {EventTarget} stream in which it came
   */
  #know(track, number, stream) {
    const { native, endedForScript } = this.#elements;
    this.#numbers.set(track, number);
    this.#streams.set(track, stream);
    this.#tracks.set(number, track);
    captures.set(track, this);
    const original = this.#element.deref()?.originalOf(track);
    const ended = (/** @type {Event} */ event) => {
      if (!event.isTrusted || endedForScript.holdsBack(track, event)) return;
      this.#tell((element, now) => machines.host_ended(element, number, now));
    };
    if (original !== undefined) endedForScript.mayEnd(track, original);
    // First of all listeners, as long as script has not seen the track.
    apply(native.trackHost.addEventListener, track, ['ended', ended, true]);
  }

  /**
   * @param {EventTarget} stream
   * @param {number} at
   */
  #listenTo(stream, at) {
    const { native } = this.#elements;
    const { addEventListener } = native.host;
    const added = (/** @type {any} */ { isTrusted, track }) => {
      // Script may have taken it out already.
      if (!isTrusted || !native.tracksOf(stream).includes(track)) return;
      const element = this.#element.deref();
      if (element === undefined || !this.#elements.changes.inForce) return;
      element.notePlayed();
      const number = this.#numberOf(track) || this.#meet(track, at);
      this.#know(track, number, stream);
      element.followPlayed();
      this.#tell((element, now) => machines.host_added(element, number, now));
    };
    const removed = (/** @type {any} */ { isTrusted, track }) => {
      if (!isTrusted) return;
      const number = this.#numberOf(track);
      if (at === 0) this.#tracks.delete(number);
      this.#tell((element) => machines.host_removed(element, number));
    };
    apply(addEventListener, stream, ['addtrack', added]);
    apply(addEventListener, stream, ['removetrack', removed]);
  }

  /** @param {(element: number, now: number) => void} fact */
  #tell(fact) {
    const element = this.#element.deref();
    if (element === undefined || !this.#elements.changes.inForce) return;
    fact(element.number, this.#elements.clock.now());
    element.act();
  }
}
