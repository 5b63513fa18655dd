/**
 * @file A media element that is captured: tells src/capture what happens to it, and does what follows.
 * https://w3c.github.io/mediacapture-fromelement/#dom-htmlmediaelement-capturestream
 */

import { apply } from '../builtins.js';
import { machines } from '../machines.js';
import { Capture } from './capture.js';
import { numberOf } from './track-numbers.js';

/** @import { CapturedElements } from './captured-elements.js' */

/** In the order of `hears_media_event` in wasm/host/src/capture.rs. */
export const EVENT_TYPES = ['emptied', 'loadstart', 'loadedmetadata', 'loadeddata', 'resize', 'playing', 'ended'];

/** The kinds of effects, as `next_capture_effect` in wasm/host/src/capture.rs encodes them. */
const [END, END_FOR_SCRIPT, REMOVE, ADD] = [1, 2, 3, 4];
const KIND_SHIFT = 28;

/** Whose a track is, as `owner_of` in wasm/host/src/capture.rs has it. */
const [ELEMENT, COPY, PAGE] = [0, 1, 2];

const HAVE_NOTHING = 0;

const freed = new FinalizationRegistry((/** @type {number} */ number) => machines.free_captured_element(number));

/** @type {FinalizationRegistry<() => void>} */
const forgotten = new FinalizationRegistry((forget) => forget());

export class CapturedElement {
  /** @type {Map<number, WeakRef<Capture>>} by their numbers */
  #captures = new Map();
  #element;
  #captureAgain;
  /** @type {WeakSet<Event>} */
  #heard = new WeakSet();
  /** @type {any[]} the tracks that the element plays as those of a stream, and those of the stream before */
  #played = [];
  /** @type {any[]} */
  #playedBefore = [];
  /** @type {WeakRef<object> | undefined} the stream that it plays and has captures of */
  #followed;
  /** @type {unknown} */
  #timer;
  #wakesAt = Infinity;
  elements;
  number;

  /**
   * @param {HTMLMediaElement} element
   * @param {() => EventTarget} capture makes a stream of the host's, or throws
   * @param {CapturedElements} elements
   */
  constructor(element, capture, elements) {
    this.#element = element;
    this.#captureAgain = capture;
    this.elements = elements;
    this.number = machines.create_captured_element(elements.areOurs ? 1 : 0);
    freed.register(this, this.number);
    const { addEventListener } = elements.native.host;
    const listener = (/** @type {Event} */ event) => this.hears(event);
    for (let i = 0; i < EVENT_TYPES.length; i++) apply(addEventListener, element, [EVENT_TYPES[i], listener, true]);
  }

  /**
   * Script has captured it.
   * @param {EventTarget} stream
   */
  add(stream) {
    const number = machines.capture_element(this.number);
    if (number === 0) return;
    const capture = new Capture(stream, number, this);
    this.#captures.set(number, new WeakRef(capture));
    const weakThis = new WeakRef(this);
    forgotten.register(capture, () => weakThis.deref()?.forget(number));
    this.notePlayed();
    capture.follow(stream);
  }

  /** @param {number} number of a capture that nobody can see any more */
  forget(number) {
    this.#captures.delete(number);
    machines.forget_capture(this.number, number);
  }

  /** @param {Event} event */
  hears(event) {
    if (this.#heard.has(event) || !this.elements.changes.inForce) return;
    this.#heard.add(event);
    const type = EVENT_TYPES.indexOf(event.type);
    this.notePlayed();
    if (event.type === 'emptied') {
      for (const capture of this.#captures.values()) capture.deref()?.meet();
      this.#tellPlayed();
    }
    const isAtElement = this.elements.targetOf(event) === this.#element;
    machines.hears_media_event(this.number, type, event.isTrusted ? 1 : 0, isAtElement ? 1 : 0, this.elements.clock.now());
    this.act();
  }

  /** The stream that it plays may have other tracks. */
  playsOthers() {
    // Else it is about to tell that it has another source.
    if (this.#element.srcObject !== this.#followed?.deref()) return;
    this.notePlayed();
    this.#tellPlayed();
    machines.plays_those_tracks(this.number);
    this.act();
  }

  #tellPlayed() {
    for (const track of this.#played) {
      const isVideo = track.kind === 'video';
      if (track.readyState !== 'live' || (isVideo && !('videoWidth' in this.#element))) continue;
      machines.plays_track(this.number, numberOf(track), isVideo ? 1 : 0);
    }
  }

  /** Does what follows from what has been told. */
  act() {
    for (let effect; (effect = machines.next_capture_effect(this.number)) !== 0; ) {
      this.#happens(effect >>> KIND_SHIFT, effect & ((1 << KIND_SHIFT) - 1));
    }
    this.#wakeInTime();
  }

  /**
   * Whose a track of a capture is, and the number of the page's: what `owner_of` in wasm/host/src/capture.rs takes.
   * @param {any} track
   */
  ownerOf(track) {
    const original = this.originalOf(track);
    if (original === undefined) return [ELEMENT, 0];
    return [this.elements.copies.originalOf(track) ? COPY : PAGE, numberOf(original)];
  }

  /**
   * The page's track that a track of a capture shows.
   * @param {any} track
   */
  originalOf(track) {
    const { id } = track;
    const isIt = (/** @type {any} */ played) => played.id === id;
    // Where a track is captured as itself, in another object, that has its id.
    return this.elements.copies.originalOf(track) ?? this.#played.find(isIt) ?? this.#playedBefore.find(isIt);
  }

  /** Notes which tracks of the page's it plays. The host may have announced the last ones late. */
  notePlayed() {
    const { srcObject } = this.#element;
    const { native } = this.elements;
    const tracks = native.isStream(srcObject) ? native.tracksOf(srcObject) : [];
    if (tracks.length === this.#played.length && tracks.every((track, i) => track === this.#played[i])) return;
    this.#playedBefore = this.#played;
    this.#played = tracks;
  }

  /** It plays the page's tracks, and follows which they are. */
  followPlayed() {
    const { srcObject } = this.#element;
    if (!this.elements.native.isStream(srcObject)) return;
    this.#followed = new WeakRef(srcObject);
    this.elements.playedStreams.follow(srcObject, this);
  }

  get hasNothing() {
    return this.#element.readyState === HAVE_NOTHING;
  }

  /** Of all of its captures. */
  get tracks() {
    return [...this.#captures.values()].flatMap((capture) => capture.deref()?.tracks ?? []);
  }

  /**
   * @param {number} kind
   * @param {number} number a track's, or the capture's
   */
  #happens(kind, number) {
    const isTracks = kind <= ADD;
    const capture = this.#captures.get(isTracks ? machines.capture_of_track(this.number, number) : number)?.deref();
    if (capture === undefined || (isTracks && !capture.has(number))) return;
    if (kind === END) capture.end(number);
    else if (kind === END_FOR_SCRIPT) capture.endForScript(number);
    else if (kind === REMOVE) capture.remove(number);
    else if (kind === ADD) capture.add(number);
    else this.#captureAnew(capture);
  }

  /** @param {Capture} capture */
  #captureAnew(capture) {
    this.notePlayed();
    try {
      capture.follow(this.#captureAgain());
    } catch {
      // What the element plays now may not be captured.
    }
    machines.captured_anew(this.number, capture.number, this.elements.clock.now());
  }

  #wakeInTime() {
    const at = machines.wake_captured_element_at(this.number);
    if (at === this.#wakesAt) return;
    this.elements.clock.cancel(this.#timer);
    this.#wakesAt = at;
    if (at === Infinity) return;
    const wake = () => {
      this.#wakesAt = Infinity;
      if (!this.elements.changes.inForce) return;
      machines.wake_captured_element(this.number, this.elements.clock.now());
      this.act();
    };
    this.#timer = this.elements.clock.later(wake, Math.max(0, at - this.elements.clock.now()));
  }
}
