/** @file The elements of a window that are captured, for one installation: under the next, nothing of this decides. */

import { apply, getOwnPropertyDescriptor } from '../builtins.js';
import { instantiateMachines } from '../machines.js';
import { CapturedElement, EVENT_TYPES } from './captured-element.js';
import { clockOf } from './clock.js';
import { Copies } from './copies.js';
import { EndedForScript } from './ended-for-script.js';
import { PlayedStreams } from './played-streams.js';

/** @import { Changes } from '../changes.js' */
/** @import { HostMedia } from '../window/host-media.js' */

export class CapturedElements {
  /** @type {WeakMap<EventTarget, CapturedElement>} */
  #elements = new WeakMap();
  #window;
  #targetOf;
  clock;
  native;
  changes;
  /** Whether captureStream() is the package's. */
  areOurs;
  copies;
  endedForScript;
  playedStreams;

  /**
   * @param {any} window
   * @param {HostMedia} native
   * @param {Changes} changes
   * @param {boolean} areOurs
   */
  constructor(window, native, changes, areOurs) {
    instantiateMachines();
    this.#window = window;
    this.clock = clockOf(window);
    this.#targetOf = /** @type {any} */ (getOwnPropertyDescriptor(window.Event.prototype, 'target')).get;
    this.native = native;
    this.changes = changes;
    this.areOurs = areOurs;
    this.copies = new Copies(native, changes);
    this.endedForScript = new EndedForScript(native, changes);
    this.playedStreams = new PlayedStreams(this);
    this.#hearFirst(native.host);
  }

  /**
   * @param {HTMLMediaElement} element
   * @param {() => EventTarget} capture makes a stream of the host's, or throws
   */
  of(element, capture) {
    let captured = this.#elements.get(element);
    if (captured === undefined) {
      captured = new CapturedElement(element, capture, this);
      this.#elements.set(element, captured);
    }
    return captured;
  }

  /** @param {Event} event */
  targetOf(event) {
    return apply(this.#targetOf, event, []);
  }

  /**
   * Hears of events before the page's listeners can stop them, those that it has on the window since then.
   * @param {HostMedia['host']} host
   */
  #hearFirst({ addEventListener, removeEventListener }) {
    const listener = (/** @type {Event} */ event) => this.#elements.get(this.targetOf(event))?.hears(event);
    for (let i = 0; i < EVENT_TYPES.length; i++) {
      const listen = [EVENT_TYPES[i], listener, true];
      apply(addEventListener, this.#window, listen);
      this.changes.whenUndone(() => apply(removeEventListener, this.#window, listen));
    }
  }
}
