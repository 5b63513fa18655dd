/** @file The memory of a module that is JavaScript: xtask/bundle/javascript.mjs makes it of the WebAssembly module. */

import { apply } from '../builtins.js';

const Buffer = ArrayBuffer;
const [I8, I16, I32] = [Int8Array, Int16Array, Int32Array];
const [U8, U16, U32] = [Uint8Array, Uint16Array, Uint32Array];
const [F32, F64] = [Float32Array, Float64Array];
const { copyWithin, fill, set } = U8.prototype;
const { charCodeAt } = String.prototype;

const PAGE = 65_536;

/** The functions of such a module take addresses for signed numbers: it has half of what WebAssembly has. */
const MOST_PAGES = 32_767;

/**
 * By the names that wasm2js has for them.
 * @param {ArrayBuffer} buffer
 */
const viewsOf = (buffer) => ({
  HEAP8: new I8(buffer),
  HEAP16: new I16(buffer),
  HEAP32: new I32(buffer),
  HEAPU8: new U8(buffer),
  HEAPU16: new U16(buffer),
  HEAPU32: new U32(buffer),
  HEAPF32: new F32(buffer),
  HEAPF64: new F64(buffer),
});

export class Memory {
  pages;
  buffer;
  views;

  /** @param {number} pages */
  constructor(pages) {
    this.pages = pages;
    this.buffer = new Buffer(pages * PAGE);
    this.views = viewsOf(this.buffer);
  }

  /**
   * https://webassembly.github.io/spec/core/exec/instructions.html#exec-memory-grow. Where there is more to come, all of it
   * is copied: so there is room for as much again.
   * @param {number} count
   * @returns {number} how many pages there were, or -1 where there are no more
   */
  grow(count) {
    const { pages, buffer } = this;
    const wanted = pages + count;
    if (wanted > MOST_PAGES) return -1;
    if (wanted * PAGE > buffer.byteLength) {
      const larger = allocate(2 * wanted) ?? allocate(wanted);
      if (larger === undefined) return -1;
      const { HEAPU8 } = this.views;
      this.buffer = larger;
      this.views = viewsOf(larger);
      apply(set, this.views.HEAPU8, [HEAPU8]);
    }
    this.pages = wanted;
    return pages;
  }

  /**
   * Initializes a part of it.
   * @param {number} address
   * @param {string} text a character a byte
   */
  initialize(address, text) {
    for (let i = 0; i < text.length; i++) this.views.HEAPU8[address + i] = apply(charCodeAt, text, [i]);
  }

  /**
   * @param {number} to
   * @param {number} from
   * @param {number} length
   */
  copy(to, from, length) {
    apply(copyWithin, this.views.HEAPU8, [to, from, from + length]);
  }

  /**
   * @param {number} address
   * @param {number} byte
   * @param {number} length
   */
  fill(address, byte, length) {
    apply(fill, this.views.HEAPU8, [byte, address, address + length]);
  }
}

/** @param {number} pages */
function allocate(pages) {
  try {
    return new Buffer(pages * PAGE);
  } catch {
    return undefined;
  }
}

/** A number of 64 bits, and its halves. */
const scratch = new F64(1);
const halves = new I32(scratch.buffer);

/** @param {number} index */
export const loadHalf = (index) => halves[index];

/**
 * @param {number} index
 * @param {number} half
 */
export function storeHalf(index, half) {
  halves[index] = half;
}

export const loadNumber = () => scratch[0];

/** @param {number} number */
export function storeNumber(number) {
  scratch[0] = number;
}

/** @returns {never} */
export function trap() {
  throw new Error('unreachable');
}
