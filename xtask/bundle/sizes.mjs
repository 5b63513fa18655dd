/** @file What is told of sizes. */

import { readFile } from 'node:fs/promises';
import { gzipSync } from 'node:zlib';
import { modules } from './modules.mjs';
import { debug, root } from './options.mjs';

const bytes = (count) => `${count.toLocaleString('en')} B`;
const gzipped = (...files) => gzippedIn('pkg', files);
async function gzippedIn(folder, files) {
  const sizes = files.map(async (file) => gzipSync(await readFile(`${root}/${folder}/${file}`), { level: 9 }).length);
  return (await Promise.all(sizes)).reduce((sum, size) => sum + size);
}

/** Prints what is how large. */
export async function tellSizes() {
  const wasm = modules['mediastream_core_bg.wasm'];
  console.log(
    `Gzipped, index.js, core.js and sources.js: ${bytes(await gzipped('index.js', 'core.js', 'sources.js'))}, ` +
      `install.js besides: ${bytes(await gzipped('install.js'))}; the wasm in them: ${bytes(wasm.length)}; ` +
      `devices.js: ${bytes(await gzipped('devices.js'))}, constraints.js: ${bytes(await gzipped('constraints.js'))}`,
  );
  const inCrate = async (...files) => bytes(await gzippedIn('src/web', files));
  console.log(
    `In a program in Rust: ${await inCrate('streams.js', 'core.js')}, install.js besides: ${await inCrate('install.js')}; ` +
      `with the feature devices: ${await inCrate('mediastream-polyfill.js')}`,
  );
  if (!debug) {
    console.log(
      `Without WebAssembly: ${bytes(await gzipped('js/index.js', 'js/core.js', 'js/sources.js'))}, ${bytes(await gzipped('js/install.js'))}; ` +
        `${bytes(await gzipped('js/devices.js'))}, ${bytes(await gzipped('js/constraints.js'))}`,
    );
  }
}
