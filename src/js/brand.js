/**
 * @file How an object is known as ours: private fields, stamped on it.
 *
 * Interfaces are made once for each window (realm.js), while what is behind their objects is one for the whole
 * package, so that a stream of one window takes a track of another.
 */

/** Its constructor returns what it is given, so that a subclass puts its private fields on that. */
export class Stamp {
  /** @param {object} object */
  constructor(object) {
    return object;
  }
}
