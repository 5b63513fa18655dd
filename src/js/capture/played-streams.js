/**
 * @file Streams that captured elements play, and of which script takes tracks away, adds others, or stops some, which
 * fires no event: https://www.w3.org/TR/mediacapture-streams/#dom-mediastream-addtrack
 */

import { apply, construct } from '../builtins.js';
import { WeakList } from './weak-list.js';

/** @import { CapturedElement } from './captured-element.js' */
/** @import { CapturedElements } from './captured-elements.js' */

/** How often a page is asked whether it has stopped a track, where nobody tells, in milliseconds. */
const INTERVAL = 1000;

export class PlayedStreams {
  /** @type {WeakList<CapturedElement>} */
  #players = new WeakList();
  /** @type {WeakSet<CapturedElement>} */
  #arePlayers = new WeakSet();
  /** @type {WeakSet<object>} */
  #streams = new WeakSet();
  /** @type {WeakMap<object, any>} streams of one track each, by it */
  #alone = new WeakMap();
  #elements;
  /** Whether a stream that isn't active any more tells so. */
  #tells;
  #repairs = false;
  #isDue = false;

  /** @param {CapturedElements} elements */
  constructor(elements) {
    this.#elements = elements;
    this.#tells = 'oninactive' in elements.native.interfaces.MediaStream.prototype;
    if (!this.#tells) elements.changes.whenUndone(() => this.#ask());
  }

  /**
   * @param {EventTarget} stream
   * @param {CapturedElement} element that plays it
   */
  follow(stream, element) {
    this.#repair();
    if (!this.#arePlayers.has(element)) {
      this.#arePlayers.add(element);
      this.#players.add(element);
    }
    const { native } = this.#elements;
    if (!this.#streams.has(stream)) {
      this.#streams.add(stream);
      for (const type of ['addtrack', 'removetrack']) {
        apply(native.host.addEventListener, stream, [type, () => this.#changed()]);
      }
    }
    if (this.#tells) for (const track of native.tracksOf(stream)) this.#watch(track);
  }

  /**
   * Goes on when nothing is installed any more: no copy is to keep a camera on that the page has turned off.
   * @param {EventTarget} track
   */
  #watch(track) {
    if (this.#alone.has(track)) return;
    const { native, copies, changes } = this.#elements;
    const alone = construct(native.interfaces.MediaStream, [[track]]);
    this.#alone.set(track, alone);
    const stopped = () => (changes.inForce ? this.#changed() : copies.stop(track));
    apply(native.host.addEventListener, alone, ['inactive', stopped]);
  }

  /** Goes on in the place of a wrapped `stop()`, for the same reason, as long as there are copies. */
  #ask() {
    const { copies, clock } = this.#elements;
    let some = false;
    for (const player of this.#players.items) {
      for (const track of player.tracks) if (copies.stopWithOriginal(track)) some = true;
    }
    if (some) clock.later(() => this.#ask(), INTERVAL);
  }

  /** Elements hear of it when script is done. */
  #changed() {
    if (this.#isDue) return;
    this.#isDue = true;
    this.#elements.clock.later(() => {
      this.#isDue = false;
      if (!this.#elements.changes.inForce) return;
      for (const player of this.#players.items) player.playsOthers();
    }, 0);
  }

  /** Not before there is such a stream: a host that follows its own is left as it is. */
  #repair() {
    if (this.#repairs) return;
    this.#repairs = true;
    const { MediaStream, MediaStreamTrack } = this.#elements.native.interfaces;
    this.#hearOf(MediaStream.prototype, 'addTrack', 'MediaStream.addTrack');
    this.#hearOf(MediaStream.prototype, 'removeTrack', 'MediaStream.removeTrack');
    if (!this.#tells) this.#hearOf(MediaStreamTrack.prototype, 'stop', 'MediaStreamTrack.stop');
  }

  /**
   * @param {object} prototype
   * @param {string} key
   * @param {string} name as in `repaired`
   */
  #hearOf(prototype, key, name) {
    const changed = () => this.#changed();
    this.#elements.changes.repair(
      prototype,
      key,
      (method) =>
        ({
          /** @this {object} */
          [key]() {
            apply(method, this, arguments);
            changed();
          },
        })[key],
      name,
    );
  }
}
