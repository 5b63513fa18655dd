/** @file Everything in one file, for who can load no more: src/web, whose file wasm-bindgen copies, and tests. */

export * from './index.js';
export { VirtualDevices } from './devices/index.js';
