/** @file A list that keeps nothing alive. */

/** How long it may be in any case. */
const MIN_LENGTH = 8;

/** @template {object} T */
export class WeakList {
  /** @type {WeakRef<T>[]} */
  #references = [];
  /** How long it may be until it is looked through for what is gone: twice as long as it was then. */
  #maxLength = MIN_LENGTH;

  /** @param {T} item */
  add(item) {
    if (this.#references.length >= this.#maxLength) {
      /** @type {WeakRef<T>[]} */
      const kept = [];
      for (const reference of this.#references) if (reference.deref()) kept[kept.length] = reference;
      this.#references = kept;
      this.#maxLength = MIN_LENGTH + 2 * kept.length;
    }
    this.#references[this.#references.length] = new WeakRef(item);
  }

  /** What there still is, in the order in which it was added. */
  get items() {
    /** @type {T[]} */
    const items = [];
    for (const reference of this.#references) {
      const item = reference.deref();
      if (item !== undefined) items[items.length] = item;
    }
    return items;
  }
}
