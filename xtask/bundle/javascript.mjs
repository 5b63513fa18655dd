/** @file WebAssembly modules as JavaScript, by binaryen's wasm2js: for hosts that have no WebAssembly or forbid it. */

import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import binaryen from 'binaryen';
import { minify } from 'terser';

const run = promisify(execFile);

/** What LLVM uses for wasm32-unknown-unknown. wasm2js takes these for granted or lowers them. */
const FEATURES = ['bulk-memory', 'multivalue', 'mutable-globals', 'nontrapping-float-to-int', 'reference-types', 'sign-ext'];

const wasm2js = fileURLToPath(new URL('../../node_modules/.bin/wasm2js', import.meta.url));

/**
 * An ES module of src/js/javascript whose default export makes an instance, as src/js/javascript/module.js calls it.
 * @param {string} folder where it is kept: it takes seconds, and most builds change no module
 * @param {string} name of the module
 * @param {Uint8Array} wasm without imports
 */
export async function toJavaScript(folder, name, wasm) {
  await mkdir(folder, { recursive: true });
  const file = `${folder}/${name}.js`;
  const own = await readFile(new URL(import.meta.url));
  const sources = `// ${createHash('sha256').update(wasm).update(own).digest('hex')}\n`;
  const kept = await readFile(file, 'utf8').catch(() => '');
  if (kept.startsWith(sources)) return kept;
  const lowered = `${folder}/${name}.wasm`;
  await writeFile(lowered, lower(wasm));
  const features = FEATURES.map((feature) => `--enable-${feature}`);
  const { stdout } = await run(wasm2js, [...features, '-O3', lowered], { maxBuffer: 1e8 });
  const { code } = await minify(rewrite(stdout), {
    module: true,
    ecma: 2022,
    compress: { passes: 5, hoist_funs: true, unsafe_arrows: true },
    format: { semicolons: false },
  });
  await writeFile(file, sources + code);
  return sources + code;
}

/** What wasm2js can't take is expressed otherwise. */
function lower(wasm) {
  const module = binaryen.readBinary(wasm);
  module.setFeatures(binaryen.Features.All);
  module.runPasses(['llvm-nontrapping-fptoint-lowering']);
  return module.emitBinary();
}

/**
 * What wasm2js makes, with a memory of ours in the place of its own: that one says that it has grown where it can't, takes
 * negative addresses beyond 2 GiB, copies everything for each page, and looks up what it needs when it is used, where the
 * page may have replaced it.
 */
function rewrite(text) {
  const part = (pattern, what) => {
    const found = pattern.exec(text);
    if (found === null) throw new Error(`wasm2js has changed: there is no ${what}`);
    return found;
  };
  const [, segments] = part(/function initActiveSegments\(imports\) \{\n([^]*?)\n\}\n/, 'initial memory');
  const [, bytes] = part(/var buffer = new ArrayBuffer\((\d+)\);\n/, 'memory');
  const [, functions] = part(/var HEAPF64 = new Float64Array\(buffer\);\n([^]*?)\n bufferView = HEAPU8;/, 'list of functions');
  const [, table = ''] = /initActiveSegments\(imports\);\n( var FUNCTION_TABLE = [^]*?;\n)/.exec(text) ?? [];
  const [, exported] = part(/\n return \{\n {2}"memory": Object\.create\([^]*?\}\n {2}\}\), \n([^]*?\n \};)\n\}\n\nvar retasmFunc/, 'list of exports');
  const code = functions.replaceAll(/ var Math_\w+ = [^\n]*\n/g, '');
  const math = [...new Set(code.match(/(?<=\bMath_)\w+/g))];
  const views = [...new Set(code.match(/\bHEAPU?\w+/g))].join(', ');
  const initial = [...segments.matchAll(/\(bufferView, (\d+), "([^"]*)"\)/g)].map(
    ([, address, base64]) => ` memory.initialize(${address}, ${JSON.stringify(Buffer.from(base64, 'base64').toString('latin1'))});`,
  );
  return `
import { Memory, loadHalf, loadNumber, storeHalf, storeNumber, trap } from './memory.js';
${math.map((name) => `const Math_${name} = Math.${name};`).join('\n')}
const wasm2js_scratch_load_i32 = loadHalf, wasm2js_scratch_store_i32 = storeHalf;
const wasm2js_scratch_load_f64 = loadNumber, wasm2js_scratch_store_f64 = storeNumber;
const wasm2js_trap = trap;
export default (hasGrown) => {
 const memory = new Memory(${bytes / 65_536});
 let { ${views} } = memory.views;
 const wasm2js_memory_copy = (to, from, length) => memory.copy(to >>> 0, from >>> 0, length >>> 0);
 const wasm2js_memory_fill = (address, byte, length) => memory.fill(address >>> 0, byte, length >>> 0);
${code}
${initial.join('\n')}
${table}
 function __wasm_memory_size() { return memory.pages; }
 function __wasm_memory_grow(count) {
  const before = memory.grow(count);
  ({ ${views} } = memory.views);
  hasGrown?.();
  return before;
 }
 return { memory,
${exported}
};`;
}
