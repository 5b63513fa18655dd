/** @file How the modules come into a bundle, and what stays out of it: plugins of esbuild. */

import path from 'node:path';
import { modules } from './modules.mjs';
import { debug, root, whenReleased } from './options.mjs';

const { toJavaScript } = await whenReleased('./javascript.mjs');

/**
 * A .wasm file as text, which src/js/wasm-module.js decodes. Each byte is a printable ASCII character, the larger ones
 * after a prefix: unlike base64, that keeps the same bytes the same text, which gzip packs to a quarter less.
 */
export const wasmAsText = {
  name: 'wasm-as-text',
  setup({ onLoad }) {
    onLoad({ filter: /\.wasm$/ }, (file) => ({ contents: encode(modules[path.basename(file.path)]), loader: 'text' }));
  },
};

/** Without Rust's standard library a module imports nothing, and this is all that is left of wasm-bindgen's bindings. */
export const plainBindings = {
  name: 'plain-bindings',
  setup({ onLoad }) {
    const contents =
      'export const initSync = ({ module }) => new WebAssembly.Instance(new WebAssembly.Module(module)).exports;';
    if (!debug) onLoad({ filter: /\bmediastream_\w+\.js$/ }, () => ({ contents }));
  },
};

/** @type {Record<string, Promise<string>>} the modules as JavaScript */
const javascript = {};

/** The modules as JavaScript, and what else goes without WebAssembly. */
export const withoutWebAssembly = {
  name: 'without-webassembly',
  setup({ onLoad, onResolve }) {
    onLoad({ filter: /\.wasm$/ }, async ({ path: file }) => {
      const name = path.basename(file);
      javascript[name] ??= toJavaScript(`${root}/target/javascript`, path.basename(name, '_bg.wasm'), modules[name]);
      return { contents: await javascript[name], resolveDir: `${root}/src/js/javascript` };
    });
    onLoad({ filter: /\bmediastream_\w+\.js$/ }, () => ({ contents: 'export const initSync = undefined;' }));
    onResolve({ filter: /\/wasm-module\.js$/ }, () => ({ path: `${root}/src/js/javascript/module.js` }));
  },
};

/** The modules as files, by their names in package.json without the `#`: workerd compiles what is imported. */
export const wasmAsFiles = {
  name: 'wasm-as-files',
  setup({ onLoad, onResolve }) {
    onResolve({ filter: /\.wasm$/ }, ({ path: name }) => ({ path: `./${name.slice(1)}`, external: true }));
    onLoad({ filter: /\bmediastream_\w+\.js$/ }, () => ({ contents: 'export const initSync = undefined;' }));
    onResolve({ filter: /\/wasm-module\.js$/ }, () => ({ path: `${root}/src/js/workerd/module.js` }));
  },
};

function encode(module) {
  return Array.from(module, (byte) => {
    // Of all numbers, gzip packs the four modules best with this one: 25 bytes less of each.
    const number = byte ^ 10;
    return ['', '!', ' '][Math.floor(number / 91)] + String.fromCharCode(35 + (number % 91));
  }).join('');
}

/** What only CommonJS or workerd uses leaves nothing behind in the other bundles. */
export const leavesNothing = {
  name: 'leaves-nothing',
  setup({ onResolve }) {
    // Whoever imports it, also another of its folder: which import is resolved first is chance.
    onResolve({ filter: /^\.\.?\/[\w./-]+\.js$/ }, ({ kind, path: file, resolveDir }) => {
      const resolved = path.join(resolveDir, file);
      const ofThem = /\/src\/js\/(?:node|workerd)\/[\w-]+\.js$/.test(resolved);
      return kind === 'import-statement' && ofThem ? { path: resolved, sideEffects: false } : undefined;
    });
  },
};

/** Leaves the import of another file of the package as it is, by its name in pkg/. */
export const staysOutside = (file, outside = file) => ({
  name: `${file}-stays-outside`,
  setup({ onResolve }) {
    onResolve({ filter: /^\.\.?\// }, ({ path }) => (path === file ? { path: outside, external: true } : undefined));
  },
});

/** The constraint solver, which src/js/solver/index.js imports dynamically. */
export const solverStaysOutside = (format) => staysOutside('./solver.js', `./constraints.${format}`);
