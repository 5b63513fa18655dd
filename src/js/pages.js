/** @file One finalizer a page: see src/media/pages.rs. */

import { apply, setPrototypeOf } from './builtins.js';
import { core, noticeGrowth, outOfMemory } from './core.js';
import { uniqueId } from './unique-id.js';

// As src/media/pages.rs has them.
export const PAGE_SIZE = 64;
export const STRIDE_SHIFT = 5;

// The types of slots, numbered as in wasm/core/src/lib.rs.
export const SOURCE = 1;
export const TRACK = 2;
export const STREAM = 3;

const Registry = FinalizationRegistry;
const { register } = Registry.prototype;

/**
 * What the wrappers of a page's slots refer to. When they are all gone, so is this, and the page is freed.
 * @typedef {object} Page
 * @property {number} latest the id of the slot that was taken last
 * @property {number} address where it begins in the core's memory
 */

/** The pages of one type of slot. */
export class Pages {
  #type;
  /** @type {Page | undefined} */
  #current;
  #registry;

  /** @param {number} type */
  constructor(type) {
    this.#type = type;
    this.#registry = new Registry((/** @type {number} */ page) => core.free_page(type, page));
  }

  /** The page of the slot that is taken next. It stays until it is full, whoever else lets it go. */
  get current() {
    const page = this.#current;
    return !page || page.latest % PAGE_SIZE === PAGE_SIZE - 1 ? this.#begin() : page;
  }

  #begin() {
    // The same again if this fails below: nothing is taken yet.
    const number = core.reserve_slot(this.#type);
    if (!number) outOfMemory();
    noticeGrowth();
    const page = { latest: 0, address: core.page_address(this.#type, number) };
    apply(register, this.#registry, [page, number]);
    return (this.#current = page);
  }
}

/**
 * What stands behind a wrapper: a slot in the core. It has nothing of Object.prototype, where the page could define setters
 * and getters that hear of it. Whoever takes it does so when all else is ready, as
 *
 *     slot.page.latest = slot.id = core.create_…();
 *
 * after which nothing is called: where the stack ends, the core and JavaScript both have it or neither.
 */
export class Slot {
  id = 0;
  /** @type {string | undefined} */
  uuid = undefined;

  /** @param {Pages} pages */
  constructor(pages) {
    this.page = pages.current;
    this.address = this.page.address;
  }

  /** The id that script sees, if any: it is made when it is first read. */
  get uniqueId() {
    return (this.uuid ??= uniqueId());
  }

  static {
    setPrototypeOf(this.prototype, null);
  }
}
