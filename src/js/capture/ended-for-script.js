/**
 * @file Tracks that have ended for script only: where a host's capture of a stream has the page's own tracks in other
 * objects, to stop one would stop the page's.
 */

import { apply, getOwnPropertyDescriptor } from '../builtins.js';
import { fire } from '../fire.js';

/** @import { Changes } from '../changes.js' */
/** @import { HostMedia } from '../window/host-media.js' */

export class EndedForScript {
  /** @type {WeakMap<object, WeakRef<any>>} the page's, by the captures' */
  #originals = new WeakMap();
  /** @type {WeakSet<object>} */
  #ended = new WeakSet();
  #native;
  #changes;
  #prototype;
  #readyState;
  #repairs = false;

  /**
   * @param {HostMedia} native
   * @param {Changes} changes
   */
  constructor(native, changes) {
    this.#native = native;
    this.#changes = changes;
    this.#prototype = native.interfaces.MediaStreamTrack.prototype;
    this.#readyState = /** @type {any} */ (getOwnPropertyDescriptor(this.#prototype, 'readyState'))?.get;
  }

  /**
   * @param {object} track
   * @param {object} original the page's own, that it is in another object
   */
  mayEnd(track, original) {
    this.#originals.set(track, new WeakRef(original));
  }

  /** @param {any} track */
  end(track) {
    if (this.#ended.has(track) || !this.#isLive(track)) return;
    this.#repair();
    this.#ended.add(track);
    const { trackHost } = this.#native;
    fire(trackHost, track, new trackHost.Event('ended'));
  }

  /**
   * Whether the host's event is one that script has heard already: then nobody hears it.
   * @param {object} track
   * @param {Event} event
   */
  holdsBack(track, event) {
    const heard = this.#ended.has(track);
    if (heard) event.stopImmediatePropagation();
    return heard;
  }

  /** @param {object} track */
  #isLive(track) {
    return apply(this.#readyState, track, []) === 'live';
  }

  /** Not before there is such a track: most hosts have none. */
  #repair() {
    if (this.#repairs) return;
    this.#repairs = true;
    const changes = this.#changes;
    const prototype = this.#prototype;
    const hasEnded = (/** @type {object} */ track) => this.#ended.has(track);
    changes.repairAttribute(
      prototype,
      'readyState',
      ({ get }) => ({
        /** @this {object} */
        get() {
          return hasEnded(this) ? 'ended' : apply(get, this, []);
        },
      }),
      'MediaStreamTrack.readyState',
    );
    const isPages = (/** @type {object} */ track) => this.#isPages(track);
    changes.repair(
      prototype,
      'stop',
      (stop) =>
        ({
          /** @this {object} */
          stop() {
            // It has ended, and to stop it would stop the page's.
            if (!hasEnded(this) || !isPages(this)) apply(stop, this, []);
          },
        }).stop,
      'MediaStreamTrack.stop',
    );
  }

  /**
   * Whether the page may still use the track that this one is in another object.
   * @param {object} track
   */
  #isPages(track) {
    const original = this.#originals.get(track)?.deref();
    return original !== undefined && this.#isLive(original);
  }
}
