/** @file The Rust module that only install() brings: the machines of connections and captures. */

import { initSync } from '#host';
import wasm from '#host.wasm';
import { instantiateText } from './wasm-module.js';

/**
 * What wasm/host/src/lib.rs exports, with booleans as 0 and 1. There when it has been instantiated.
 * @type {import('#host').InitOutput}
 */
export let machines;

/** Instantiates the module, once. */
export function instantiateMachines() {
  if (machines === undefined) machines = instantiateText(initSync, wasm);
}
