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
 * A byte of the core's memory.
 * @param {number} address
 * @returns {number}
 */
export function stateAt(address) {
  // Growing the memory detaches the array: then there is nothing at any index.
  return bytes[address] ?? (bytes = new Bytes(core.memory.buffer))[address];
}

/**
 * Undoes `encode` in xtask/bundle.mjs.
 * @param {string} text
 */
function decode(text) {
  const module = new Bytes(text.length);
  let length = 0;
  let base = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i) - 35;
    if (code < 0) {
      base = code === -2 ? 91 : 182;
    } else {
      module[length++] = base + code;
      base = 0;
    }
  }
  return module.subarray(0, length);
}
