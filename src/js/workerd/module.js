/**
 * @file Stands for src/js/wasm-module.js in the package for workerd, which compiles the WebAssembly that a script imports and
 * forbids it to compile any: https://developers.cloudflare.com/workers/runtime-apis/webassembly/
 */

export const Bytes = Uint8Array;

const { Instance } = WebAssembly;

/**
 * @template Exports
 * @param {unknown} initSync
 * @param {WebAssembly.Module} module
 * @returns {Exports}
 */
export const instantiateText = (initSync, module) => /** @type {any} */ (new Instance(module).exports);
