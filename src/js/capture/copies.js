/**
 * @file Copies of the page's tracks, as captures of the streams that elements play. They are what the element renders:
 * disabled while the page's are, and ended when these are.
 */

import { apply, construct, getOwnPropertyDescriptor } from '../builtins.js';
import { WeakList } from './weak-list.js';

/** @import { Changes } from '../changes.js' */
/** @import { HostMedia } from '../window/host-media.js' */

/**
 * @typedef {object} Copy
 * @property {WeakRef<any>} original
 * @property {boolean} enabled as script has it
 */

export class Copies {
  /** @type {WeakMap<object, Copy>} */
  #copies = new WeakMap();
  /** @type {WeakMap<object, WeakList<any>>} by their originals */
  #copiesOf = new WeakMap();
  /** @type {WeakSet<object>} */
  #made = new WeakSet();
  #MediaStream;
  #changes;
  #prototype;
  /** The host's own, of which the core doesn't hear. */
  #clone;
  /** @type {any} */
  #enabled;
  #stop;
  #repairs = false;

  /**
   * @param {HostMedia} native
   * @param {Changes} changes
   */
  constructor(native, changes) {
    this.#changes = changes;
    this.#MediaStream = native.interfaces.MediaStream;
    this.#prototype = native.interfaces.MediaStreamTrack.prototype;
    this.#clone = this.#prototype.clone;
    this.#stop = this.#prototype.stop;
    this.#enabled = getOwnPropertyDescriptor(this.#prototype, 'enabled');
  }

  /**
   * A new stream of copies of what an element plays of another.
   * @param {any} stream
   * @param {HTMLMediaElement} element
   */
  ofPlayed(stream, element) {
    const isLive = (/** @type {any} */ { readyState }) => readyState === 'live';
    const heard = stream.getAudioTracks().filter(isLive);
    const shown = 'videoWidth' in element ? stream.getVideoTracks().filter(isLive).slice(0, 1) : [];
    const copies = [...heard, ...shown].map((track) => this.#copy(track));
    const made = construct(this.#MediaStream, [copies]);
    this.#made.add(made);
    return made;
  }

  /**
   * Whether a stream is one of copies.
   * @param {object} stream
   */
  made(stream) {
    return this.#made.has(stream);
  }

  /**
   * The page's track that a track is a copy of.
   * @param {object} track
   */
  originalOf(track) {
    return this.#copies.get(track)?.original.deref();
  }

  /**
   * The page has stopped a track.
   * @param {object} original
   */
  stop(original) {
    for (const copy of this.#copiesOf.get(original)?.items ?? []) apply(this.#stop, copy, []);
  }

  /**
   * Stops a copy if the page has stopped the original.
   * @param {any} copy
   * @returns {boolean} whether that may still come
   */
  stopWithOriginal(copy) {
    const original = this.originalOf(copy);
    if (original === undefined || copy.readyState === 'ended') return false;
    if (original.readyState === 'live') return true;
    apply(this.#stop, copy, []);
    return false;
  }

  /** @param {any} original */
  #copy(original) {
    this.#repair();
    const track = apply(this.#clone, original, []);
    this.#copies.set(track, { original: new WeakRef(original), enabled: true });
    const copies = this.#copiesOf.get(original) ?? new WeakList();
    copies.add(track);
    this.#copiesOf.set(original, copies);
    return track;
  }

  /** Not before there is a copy: a host that captures streams itself is left as it is. */
  #repair() {
    if (this.#repairs) return;
    this.#repairs = true;
    const copies = this.#copies;
    const enable = (/** @type {object} */ track, /** @type {boolean} */ value) => this.#enable(track, value);
    this.#changes.repairAttribute(
      this.#prototype,
      'enabled',
      ({ get }) => ({
        /** @this {object} */
        get() {
          return copies.get(this)?.enabled ?? apply(get, this, []);
        },
        /** @this {object} */
        set(value) {
          enable(this, Boolean(value));
        },
      }),
      'MediaStreamTrack.enabled',
    );
  }

  /**
   * @param {object} track
   * @param {boolean} value
   */
  #enable(track, value) {
    const copy = this.#copies.get(track);
    if (copy !== undefined) copy.enabled = value;
    const original = copy?.original.deref();
    this.#set(track, value && (original === undefined || this.#isEnabled(original)));
    for (const other of this.#copiesOf.get(track)?.items ?? []) {
      this.#set(other, value && /** @type {Copy} */ (this.#copies.get(other)).enabled);
    }
  }

  /**
   * In the host.
   * @param {object} track
   * @param {boolean} value
   */
  #set(track, value) {
    apply(this.#enabled.set, track, [value]);
  }

  /** @param {object} track */
  #isEnabled(track) {
    return apply(this.#enabled.get, track, []);
  }
}
