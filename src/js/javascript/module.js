/** @file Stands for src/js/wasm-module.js in the package that does without WebAssembly: its modules are functions. */

export const Bytes = Uint8Array;

/**
 * @template Exports
 * @param {unknown} initSync
 * @param {(hasGrown: (() => void) | undefined) => Exports} create
 * @param {() => void} [hasGrown] is called when the module's memory is another buffer than before
 * @returns {Exports}
 */
export const instantiateText = (initSync, create, hasGrown) => create(hasGrown);
