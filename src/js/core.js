/** @file The Rust core: instantiated when it is first needed, and the bytes of state in its memory. */

import { initSync } from '#core';
import wasm from '#core.wasm';

/**
 * What src/exports.rs exports, with booleans as 0 and 1. There when a slot has been taken.
 * @type {import('#core').InitOutput}
 */
export let core;

const Bytes = Uint8Array;

let bytes = new Bytes(0);

/**
 * Instantiates the core, once. Whatever takes a slot in it calls this first, so that importing the
 * package costs nothing and is allowed everywhere.
 */
export function instantiate() {
  if (core !== undefined) return;
  try {
    core = initSync({ module: decode(wasm) });
  } catch (cause) {
    throw new Error(
      "mediastream-polyfill can't instantiate its WebAssembly module. A Content Security Policy must allow " +
        "'wasm-unsafe-eval' in script-src.",
      { cause },
    );
  }
}

/**
 * The state of a source, track or stream: the flags that src/source.rs, track.rs and stream.rs define.
 * @param {number} address where it is in the core's memory
 * @returns {number}
 */
export function stateAt(address) {
  // Growing the memory detaches the array: then there is nothing at any index.
  return bytes[address] ?? (bytes = new Bytes(core.memory.buffer))[address];
}

/**
 * The module is inlined as hexadecimal digits, which gzip packs much better than base64.
 * @param {string} digits
 */
function decode(digits) {
  const module = new Bytes(digits.length / 2);
  for (let i = 0; i < module.length; i++) module[i] = parseInt(digits.substr(2 * i, 2), 16);
  return module;
}
