/** @file One finalizer a page: see src/media/pages.rs. */

import { apply } from './builtins.js';
import { stateAt } from './core.js';

const PAGE_SIZE = 64;

// A host without finalizers keeps its pages.
const Registry = typeof FinalizationRegistry === 'function' ? FinalizationRegistry : undefined;
const register = /** @type {Function} */ (Registry?.prototype.register);

/** What the wrappers of a page's slots refer to. When they are all gone, so is this, and the page is freed. */
class Page {
  /** @param {number} address */
  constructor(address) {
    this.address = address;
  }
}

/** The pages of one type of slot. */
export class Pages {
  /** @type {Page} */
  #current = new Page(0);
  #addressOf;
  #registry;

  /**
   * @param {(page: number) => number} addressOf where a page's states are in the core's memory
   * @param {(page: number) => void} free
   */
  constructor(addressOf, free) {
    this.#addressOf = addressOf;
    this.#registry = Registry && new Registry(free);
  }

  /**
   * The page of a slot that was just taken. The page that is being filled stays, whoever else lets it go.
   * @param {number} id
   * @returns {Page}
   */
  of(id) {
    if (id % PAGE_SIZE === 0) {
      const number = id / PAGE_SIZE;
      this.#current = new Page(this.#addressOf(number));
      if (this.#registry !== undefined) apply(register, this.#registry, [this.#current, number]);
    }
    return this.#current;
  }
}

/** What stands behind a wrapper: its slot in the core. */
export class Slot {
  /**
   * @param {Pages} pages
   * @param {number} id
   */
  constructor(pages, id) {
    this.id = id;
    this.page = pages.of(id);
  }

  /** The flags that src/media/source.rs, src/media/track.rs and src/media/stream.rs define. */
  get state() {
    return stateAt(this.page.address + (this.id & (PAGE_SIZE - 1)));
  }
}

