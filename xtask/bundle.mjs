// Bundles src/js and the core in target/core into pkg/:
//
//   index.js, index.cjs   the package, with the core inlined
//   node.js               ESM for Node, over index.cjs: import and require() get the same classes there
//   auto.js, auto.cjs     over index.js and index.cjs, for the same reason
//
// With --debug: unminified, with source maps.
import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { minify } from 'terser';

const root = fileURLToPath(new URL('..', import.meta.url));
const debug = process.argv.includes('--debug');

/**
 * A .wasm file as text, which src/js/core.js decodes. Each byte is a printable ASCII character, the larger ones after a
 * prefix: unlike base64, that keeps the same bytes the same text, which gzip packs to a quarter less.
 */
const wasmAsText = {
  name: 'wasm-as-text',
  setup({ onLoad }) {
    onLoad({ filter: /\.wasm$/ }, async ({ path }) => ({ contents: encode(await readFile(path)), loader: 'text' }));
  },
};

function encode(module) {
  return Array.from(module, (byte) => {
    const character = String.fromCharCode(35 + (byte % 91));
    return ['', '!', ' '][Math.floor(byte / 91)] + character;
  }).join('');
}

/** Leaves auto's import of the package itself as it is, by its name in pkg/. */
const packageStaysOutside = (outside) => ({
  name: 'package-stays-outside',
  setup({ onResolve }) {
    onResolve({ filter: /^\.\/index\.js$/ }, () => ({ path: outside, external: true }));
  },
});

async function bundle(entry, output, format, plugins) {
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints: [entry],
    outfile: `pkg/${output}`,
    bundle: true,
    format,
    // The package is for every host: nothing of Node's or of the browsers' may be imported.
    platform: 'neutral',
    target: 'es2022',
    minify: !debug,
    sourcemap: debug,
    legalComments: 'none',
    metafile: true,
    logLevel: 'warning',
    plugins,
  });
  if (!debug) await minifyAgain(`${root}/pkg/${output}`);
  return metafile.outputs[`pkg/${output}`];
}

/** Terser looks further than esbuild: another fiftieth off. */
async function minifyAgain(path) {
  const { code } = await minify(await readFile(path, 'utf8'), {
    module: true,
    ecma: 2022,
    compress: { passes: 3, unsafe_arrows: true },
  });
  await writeFile(path, code);
}

const [{ exports: names }] = await Promise.all([
  bundle('src/js/index.js', 'index.js', 'esm', [wasmAsText]),
  bundle('src/js/index.js', 'index.cjs', 'cjs', [wasmAsText]),
  bundle('src/js/auto.js', 'auto.js', 'esm', [packageStaysOutside('./index.js')]),
  bundle('src/js/auto.js', 'auto.cjs', 'cjs', [packageStaysOutside('./index.cjs')]),
]);
await writeFile(
  `${root}/pkg/node.js`,
  `import commonjs from './index.cjs';\nexport const { ${names.toSorted().join(', ')} } = commonjs;\n`,
);

const bytes = (count) => `${count.toLocaleString('en')} B`;
const index = await readFile(`${root}/pkg/index.js`);
const wasm = await readFile(`${root}/target/core/mediastream_polyfill_bg.wasm`);
console.log(
  `pkg/index.js: ${bytes(index.length)}, gzipped ${bytes(gzipSync(index, { level: 9 }).length)}; ` +
    `the wasm in it: ${bytes(wasm.length)}`,
);
