/** @file The Rust core: instantiated when it is first needed, and the bytes of state in its memory. */

import { initSync } from '#core';
import wasm from '#core.wasm';
import { Bytes, instantiateText } from './wasm-module.js';

/**
 * What wasm/core/src/lib.rs exports, with booleans as 0 and 1. There when a slot has been taken.
 * @type {import('#core').InitOutput}
 */
export let core;

/** The core's memory. Where that has grown, there is nothing at any index until {@link readBytes} is called. */
export let bytes = new Bytes(0);

/**
 * Instantiates the core, once. Whatever takes a slot in it calls this first, so that importing the
 * package costs nothing and is allowed everywhere.
 */
export function instantiate() {
  if (core !== undefined) return;
  // Memory that isn't WebAssembly's leaves the array as it was when it grows.
  core = instantiateText(initSync, wasm, readBytes);
  readBytes();
}

/** The core's memory as it is now. */
export const readBytes = () => (bytes = new Bytes(core.memory.buffer));

/**
 * After a call by which memory may have grown. Whoever reads a byte would notice as well; but where an engine has once read
 * what isn't there, it is slower from then on.
 */
export const noticeGrowth = () => bytes[0] ?? readBytes();

/**
 * There is no memory for what is asked of the core, which is as it was.
 * @returns {never}
 */
export function outOfMemory() {
  throw new RangeError('Out of memory');
}
