/** @file The WebAssembly modules, as the package has them. */

import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { RUST_NAME, shorten } from './names.mjs';
import { built, debug, root, section, whenReleased } from './options.mjs';

const { default: binaryen } = await whenReleased('binaryen');

/** What Rust would say of a panic, and in which file it was: the modules' panics trap without a word. */
const MESSAGES = /\/rustc\/[\w/]+\.rs|memory allocation of | bytes failed|capacity overflow|(?:0[0-9]){10}\d{180}/g;

/** A module without the messages that nobody hears. */
function silent(bytes) {
  const module = Buffer.from(bytes);
  for (const { 0: message, index } of module.toString('latin1').matchAll(MESSAGES)) {
    module.fill(0, index, index + message.length);
  }
  return module;
}

/** A module whose exports have short names, without those that are wasm-bindgen's own. */
function slim(bytes) {
  const module = binaryen.readBinary(silent(bytes));
  module.setFeatures(binaryen.Features.All);
  for (let i = module.getNumExports() - 1; i >= 0; i--) {
    const { name, value } = binaryen.getExportInfo(module.getExportByIndex(i));
    if (name.startsWith('__')) module.removeExport(name);
    if (!RUST_NAME.test(name)) continue;
    module.removeExport(name);
    module.addFunctionExport(value, shorten(name));
  }
  module.runPasses(['remove-unused-module-elements', 'memory-packing']);
  return section === undefined ? module.emitBinary() : Buffer.concat([module.emitBinary(), customSection(section, built)]);
}

/** A custom section as a module has it, of less than 128 bytes. */
function customSection(name, text) {
  const bytes = Buffer.from(`${String.fromCharCode(name.length)}${name}${text}`);
  return Buffer.concat([Uint8Array.of(0, bytes.length), bytes]);
}

/** The .wasm files, by their names. */
export const modules = {};
const crates = [
  'core/mediastream_core',
  'host/mediastream_host',
  'devices/mediastream_devices',
  'constraints/mediastream_solver',
];
for (const name of crates) {
  const file = `${name}_bg.wasm`;
  const bytes = await readFile(`${root}/target/${file}`);
  modules[path.basename(file)] = debug ? bytes : slim(bytes);
}
