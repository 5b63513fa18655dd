/**
 * @file How an object is known as ours: private fields, stamped on it.
 *
 * Interfaces are made once for each window (realm.js), while what is behind their objects is one for the whole
 * package, so that a stream of one window takes a track of another.
 */

import { markAsUncloneable } from './node/uncloneable.js';
import { illegalInvocation } from './webidl.js';

/** Its constructor returns what it is given, so that a subclass puts its private fields on that. */
export class Stamp {
  /** @param {object} object */
  constructor(object) {
    if (COMMONJS) markAsUncloneable(object);
    return object;
  }
}

/**
 * What makes an object one of an interface, and tells what is behind it. Streams, tracks and their event have classes of their
 * own for that: engines find a private field at once only where they know its class, and all that they do begins there.
 * @template State
 * @returns {{ new (object: object, state: State): object, get: (value: unknown) => State }}
 */
export const createBrand = () =>
  class Brand extends Stamp {
    #state;

    /**
     * @param {object} object
     * @param {State} state
     */
    constructor(object, state) {
      super(object);
      this.#state = state;
    }

    /**
     * What is behind an object; throws for what isn't one. Engines look for a field once where they are not asked for it first.
     * @param {unknown} value
     */
    static get(value) {
      try {
        return /** @type {Brand} */ (value).#state;
      } catch {
        return illegalInvocation();
      }
    }
  };
