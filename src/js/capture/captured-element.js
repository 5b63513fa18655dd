/**
 * @file A media element that is captured: what becomes of its streams when it loads another source, or has played to
 * its end. https://w3c.github.io/mediacapture-fromelement/#dom-htmlmediaelement-capturestream
 */

import { apply } from '../builtins.js';
import { Capture } from './capture.js';

/** @import { Changes } from '../changes.js' */
/** @import { HostMedia } from '../window/host-media.js' */

/** How long the host may take to end the tracks of an element that has ended, or to announce new ones, in ms. */
const PATIENCE = 200;

/** How long it may take to end those of an element that has lost its source, in ms. */
const SHORT_PATIENCE = 50;

/** How often it may be late. */
const ATTEMPTS = 5;

/** @type {WeakMap<HTMLMediaElement, CapturedElement>} */
const capturedElements = new WeakMap();

export class CapturedElement {
  /** @type {WeakRef<Capture>[]} The element keeps none of them alive. */
  #captures = [];
  #native;

  /**
   * @param {HTMLMediaElement} element
   * @param {() => EventTarget} capture makes a stream of the host's, or throws
   * @param {HostMedia} native
   * @param {Changes} changes
   */
  constructor(element, capture, native, changes) {
    this.#native = native;
    const later = (/** @type {() => void} */ act, delay = 0) => native.host.window.setTimeout(act, delay);
    const fillSoon = (attempts = ATTEMPTS, delay = 0) =>
      later(() => later(() => this.#fill(capture, attempts > 0) && fillSoon(attempts - 1, PATIENCE)), delay);
    /** @type {Record<string, () => void>} */
    const listeners = {
      // The host that sees to it does so between this event and `loadstart`, which comes if there is another source.
      emptied: () => {
        const leave = this.#leaving();
        apply(native.host.addEventListener, element, ['loadstart', leave, { once: true }]);
        later(leave, SHORT_PATIENCE);
      },
      ended: () => later(this.#leaving(), PATIENCE),
      loadeddata: () => fillSoon(),
      playing: () => fillSoon(),
    };
    for (const type in listeners) {
      apply(native.host.addEventListener, element, [type, () => changes.inForce && listeners[type]()]);
    }
  }

  /** @param {EventTarget} stream */
  add(stream) {
    this.#captures = [...this.#captures.filter((capture) => capture.deref()), new WeakRef(new Capture(stream, this.#native))];
  }

  get #alive() {
    return this.#captures.map((capture) => capture.deref()).filter((capture) => capture !== undefined);
  }

  /** What will make the tracks that there are now leave. */
  #leaving() {
    const leaving = this.#alive.map((capture) => /** @type {const} */ ([new WeakRef(capture), capture.tracks]));
    return () => {
      // Taken out, since the listener that holds this may stay for long.
      for (const [capture, tracks] of leaving.splice(0)) capture.deref()?.leave(tracks);
    };
  }

  /**
   * @param {() => EventTarget} capture
   * @param {boolean} patient
   * @returns {boolean} whether one of the captures may still get its tracks from the host
   */
  #fill(capture, patient) {
    let waits = false;
    for (const each of this.#alive) {
      try {
        if (each.fill(capture, patient)) waits = true;
      } catch {
        // What the element plays now may not be captured.
      }
    }
    return waits;
  }
}

/**
 * Has the streams that an element is captured with follow what it plays.
 * @param {HTMLMediaElement} element
 * @param {() => EventTarget} capture
 * @param {HostMedia} native
 * @param {Changes} changes
 */
export function capturedElementOf(element, capture, native, changes) {
  let captured = capturedElements.get(element);
  if (captured === undefined) {
    captured = new CapturedElement(element, capture, native, changes);
    capturedElements.set(element, captured);
  }
  return captured;
}
