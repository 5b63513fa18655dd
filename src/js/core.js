/** @file The Rust core: instantiated when it is first needed, and the bytes of state in its memory. */

import { initSync } from '#core';
import wasm from '#core.wasm';
import { Bytes, instantiateText } from './wasm-module.js';

/**
 * What wasm/core/src/lib.rs exports, with booleans as 0 and 1. There when a slot has been taken.
 * @type {import('#core').InitOutput}
 */
export let core;

let bytes = new Bytes(0);

/**
 * Instantiates the core, once. Whatever takes a slot in it calls this first, so that importing the
 * package costs nothing and is allowed everywhere.
 */
export function instantiate() {
  if (core === undefined) core = instantiateText(initSync, wasm, forgetBytes);
}

/** Memory that isn't WebAssembly's leaves the array as it was when it grows. */
function forgetBytes() {
  bytes = new Bytes(0);
}

/**
 * A byte of the core's memory.
 * @param {number} address
 * @returns {number}
 */
export function stateAt(address) {
  // Growing the memory detaches the array: then there is nothing at any index.
  return bytes[address] ?? (bytes = new Bytes(core.memory.buffer))[address];
}

/**
 * There is no memory for what is asked of the core, which is as it was.
 * @returns {never}
 */
export function outOfMemory() {
  throw new RangeError('Out of memory');
}
