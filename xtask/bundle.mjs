// Bundles src/js and the core in target/core into pkg/:
//
//   index.js              the package: core.js, sources.js and install.js
//   core.js               the interfaces, with the Rust core inlined
//   sources.js            what makes tracks, apart with the loading of the solver
//   install.js            install(), apart so that bundlers leave it out where nobody calls it
//   index.cjs             all of it for require()
//   node.js               ESM for Node, over node.cjs: import and require() get the same classes there
//   auto.js, auto.cjs     over index.js and index.cjs, for the same reason
//   devices.js, devices.cjs, devices-node.js
//                         the virtual devices, over index.js and index.cjs, and their ESM for Node
//   devices-worker.js     the same for service workers, which can't load anything later
//   constraints.js, constraints.cjs
//                         the constraint solver, with its wasm, which is loaded when it is first needed
//
//   classic.js            all of it as a classic script, which makes one global, MediaStreamPolyfill
//   classic-auto.js       auto as a classic script
//
// js/ has the same without WebAssembly: the modules are JavaScript there. And in Node, require() finds out which of the two:
//
//   node.cjs, devices-node.cjs, auto-node.cjs
//
// workerd/ has the ES modules, and the WebAssembly ones as the files that they import; workerd/js/ those without WebAssembly.
//
// And in src/web, for programs in Rust, of which wasm-bindgen copies the files that it is told:
//
//   streams.js, core.js, install.js
//                         the interfaces, and install() for who calls it
//   mediastream-polyfill.js
//                         all of it in one file, with the virtual devices and the solver
//
// With --debug: ES modules unminified as well, with source maps. With --pages besides: only what pages import. With --revision=…
// or --version=…: the modules have a custom section of that name, which says so.
import { copyFile, mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('..', import.meta.url));
const debug = process.argv.includes('--debug');
// What only a release needs takes half a second to load.
const whenReleased = (module) => (debug ? Promise.resolve({}) : import(module));
const { default: binaryen } = await whenReleased('binaryen');
const { minify } = await whenReleased('terser');
const { toJavaScript } = await whenReleased('./wasm2js.mjs');
const { version } = JSON.parse(await readFile(`${root}/pkg/package.json`, 'utf8'));
const { imports } = JSON.parse(await readFile(`${root}/package.json`, 'utf8'));

/** The custom section that says what the modules were built from, if anything does. */
const [, section, built] = process.argv.map((argument) => /^--(revision|version)=(.+)$/.exec(argument)).find(Boolean) ?? [];

/** Names that are Rust's rather than JavaScript's. */
const RUST_NAME = /^[a-z]+(_[a-z]+)+$/;
const LETTERS = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ';

/** A letter, or two where there are no more. */
const shortName = (number) =>
  number < LETTERS.length
    ? LETTERS[number]
    : shortName(Math.floor(number / LETTERS.length) - 1) + LETTERS[number % LETTERS.length];

/** Members of objects that script never sees, nor any other file of the package: no host and no user knows these names.
 * What devices.js calls of an installation (src/js/changes.js) isn't among them. */
const INTERNAL_NAMES = [
  ...['act', 'address', 'allProvided', 'allRepaired', 'announces', 'areLive', 'areOurs', 'atNextFrame', 'begin', 'byId'],
  ...['changeSettings', 'cloned', 'constrainable', 'copySettings', 'createStream', 'created', 'differ', 'drain'],
  ...['endForScript', 'endedForScript', 'eventTypes', 'fire', 'fireTrack', 'fireTrackEvent', 'flows', 'follow'],
  ...['followPlayed', 'followsScript', 'found', 'giveTo', 'gone', 'group', 'handlerChanged', 'handlers', 'happens'],
  ...['handled', 'hasNothing', 'heard', 'hears', 'holdsBack', 'holes', 'hostSource', 'idOf', 'interfaces', 'isConnection'],
  ...['isKept', 'isRunning', 'isStream', 'isTrack', 'isUnannounced', 'keep', 'later'],
  ...['latest', 'list', 'listen', 'listenerAdded', 'listenerRemoved', 'listeners', 'live', 'mayEnd', 'mirror', 'natives', 'newTrackEvent', 'newest'],
  ...['notePlayed', 'number', 'numberOfTrack', 'objectOf', 'ofPlayed', 'originalOf', 'ownerOf', 'page', 'playsOthers'],
  ...['remoteStreams', 'repairSetter', 'setReceived', 'setUser', 'settle', 'stateOf', 'stopWithOriginal', 'streamId'],
  ...['streamsOf', 'targetOf', 'tellsFlow', 'trackHost', 'tracksById', 'tracksOf', 'transceivers', 'undo'],
  ...['uniqueId', 'uuid', 'weak', 'withId'],
];

/** @type {Record<string, string>} one for each of the modules' exports that has such a name */
const shortNames = {};

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
    shortNames[name] ??= shortName(Object.keys(shortNames).length);
    module.removeExport(name);
    module.addFunctionExport(value, shortNames[name]);
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
const modules = {};
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

/**
 * A .wasm file as text, which src/js/wasm-module.js decodes. Each byte is a printable ASCII character, the larger ones
 * after a prefix: unlike base64, that keeps the same bytes the same text, which gzip packs to a quarter less.
 */
const wasmAsText = {
  name: 'wasm-as-text',
  setup({ onLoad }) {
    onLoad({ filter: /\.wasm$/ }, (file) => ({ contents: encode(modules[path.basename(file.path)]), loader: 'text' }));
  },
};

/** Without Rust's standard library a module imports nothing, and this is all that is left of wasm-bindgen's bindings. */
const plainBindings = {
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
const withoutWebAssembly = {
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
const wasmAsFiles = {
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
const leavesNothing = {
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
const staysOutside = (file, outside = file) => ({
  name: `${file}-stays-outside`,
  setup({ onResolve }) {
    onResolve({ filter: /^\.\.?\// }, ({ path }) => (path === file ? { path: outside, external: true } : undefined));
  },
});

/** The constraint solver, which src/js/solver/index.js imports dynamically. */
const solverStaysOutside = (format) => staysOutside('./solver.js', `./constraints.${format}`);

/** A folder of the package, how the modules come into it, and whether it is for workerd alone. */
const WEBASSEMBLY = { outdir: 'pkg', inject: [], plugins: [wasmAsText, plainBindings] };
const JAVASCRIPT = { outdir: 'pkg/js', inject: [`${root}/src/js/javascript/weak-references.js`], plugins: [withoutWebAssembly] };
const WORKERD = { outdir: 'pkg/workerd', inject: [], plugins: [wasmAsFiles], workerd: true };
const WORKERD_JAVASCRIPT = { ...JAVASCRIPT, outdir: 'pkg/workerd/js', workerd: true };

async function bundle(entryPoints, format, plugins, flavour = WEBASSEMBLY, outdir = flavour.outdir) {
  // What is downloaded is small. CommonJS isn't: it is what Node prints the lines of when something is uncaught there.
  const minified = format === 'esm' && !debug;
  const workerd = flavour.workerd || (flavour === JAVASCRIPT && format === 'cjs');
  const commonjsEntry = JSON.stringify(entryPoints).includes('src/js/node/');
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints,
    outdir,
    outExtension: format === 'cjs' ? { '.js': '.cjs' } : {},
    // What two entries share becomes a file of its own.
    splitting: format === 'esm' && entryPoints.length > 1,
    chunkNames: 'core',
    bundle: true,
    format,
    // The package is for every host: nothing of Node's or of the browsers' may be imported.
    platform: 'neutral',
    target: 'es2022',
    // What Babel makes of classes for React Native knows no static blocks.
    supported: { 'class-static-blocks': flavour === WEBASSEMBLY || flavour === WORKERD },
    mangleProps: debug ? undefined : new RegExp(`^(${[...Object.keys(shortNames), ...INTERNAL_NAMES].join('|')})$`),
    mangleCache: shortNames,
    // Where there is require(), import() may not be: in Jest, for one.
    // Errors are of the window that they are thrown to.
    inject: [...flavour.inject, ...(commonjsEntry ? [`${root}/src/js/node/window-objects.js`] : [])],
    define: { COMMONJS: `${format === 'cjs'}`, WORKERD: `${workerd}`, VERSION: JSON.stringify(version) },
    minify: minified,
    sourcemap: debug,
    legalComments: 'none',
    metafile: true,
    logLevel: 'warning',
    plugins: [...plugins, leavesNothing, ...flavour.plugins],
  });
  const { outputs } = metafile;
  const finish = format === 'cjs' ? defineByWhatIsTheirs : minified ? minifyAgain : () => {};
  await Promise.all(Object.keys(outputs).map((output) => finish(`${root}/${output}`)));
  return outputs;
}

/** What esbuild defines CommonJS exports by has nothing of Object.prototype, where a page may have put a `get` or a `set`. */
async function defineByWhatIsTheirs(file) {
  const code = await readFile(file, 'utf8');
  const end = code.indexOf('\n// src/');
  const helpers = code
    .slice(0, end)
    .replaceAll(/\{ (?=(?:get|value): )/g, '{ __proto__: null, ')
    .replace('for (var name in all)', 'for (let name of __getOwnPropNames(all))');
  await writeFile(file, helpers + code.slice(end));
}

/** The same where esbuild has minified it: a module that another imports as a whole, in one file with it. */
const definedByWhatIsTheirs = (code) =>
  code.replaceAll(
    /for\(var ([\w$]+) in ([\w$]+)\)([\w$]+\([\w$]+,)\1,\{get:\2\[\1\],enumerable:!0\}\)/g,
    'for(let $1 of Object.keys($2))$3$1,{__proto__:null,get:$2[$1],enumerable:!0})',
  );

/** Terser looks further than esbuild: another fiftieth off. */
async function minifyAgain(file) {
  const { code } = await minify(definedByWhatIsTheirs(await readFile(file, 'utf8')), {
    module: true,
    ecma: 2022,
    compress: { passes: 5, hoist_funs: true, unsafe_arrows: true, pure_getters: true },
    // A line a statement is no larger, and is what consoles and test runners show of it.
    format: { semicolons: false },
  });
  await writeFile(file, handOn(separateSuper(code)));
}

/**
 * Exports from where it is what a file imports for nothing else. Turbopack leaves such a file out of a page that doesn't use it,
 * also where another page of the application does; what is imported is in both.
 */
function handOn(code) {
  const IMPORT = /\bimport(\{[^}]*\})from/g;
  const EXPORT = /\bexport(\{[^}]*\})(?=\s*$)/;
  let exported = clause(code.match(EXPORT)?.[1] ?? '{}');
  const words = new Set(code.replaceAll(IMPORT, '').replace(EXPORT, '').match(/[\w$]+/g));
  const handed = code.replaceAll(IMPORT, (statement, list) => {
    const names = new Map(clause(list).map(([name, local]) => [local, name]));
    const those = exported.filter(([local]) => names.has(local));
    if (new Set(those.map(([local]) => local)).size < names.size || Array.from(names.keys()).some((local) => words.has(local))) return statement;
    exported = exported.filter((pair) => !those.includes(pair));
    return `export${clauseOf(those.map(([local, as]) => [names.get(local), as]))}from`;
  });
  return handed.replace(EXPORT, () => (exported.length > 0 ? `export${clauseOf(exported)}` : ''));
}

/** `{a as b,c}`, as pairs: what is there, and what it is called then. */
const clause = (text) =>
  text.slice(1, -1).split(',').filter((each) => each !== '').map((each) => each.trim().split(/\s+as\s+/)).map(([name, as = name]) => [name, as]);
const clauseOf = (pairs) => `{${pairs.map(([name, as]) => (name === as ? name : `${name} as ${as}`)).join(',')}}`;

/**
 * Makes each `super(…)` a statement of its own, which minifiers join with what follows it. Compilers that lower private
 * fields look for that statement, and put the fields before everything else where there is none.
 */
function separateSuper(code) {
  let separated = '';
  let from = 0;
  for (const { index } of code.matchAll(/\bsuper\(/g)) {
    const end = endOfCall(code, index);
    separated += code.slice(from, index).replace(/,$/, ';') + code.slice(index, end);
    from = end;
    if (code[end] === ',') {
      separated += ';';
      from++;
    }
  }
  return separated + code.slice(from);
}

/** Where a call ends, whose arguments have no parenthesis in a string. */
function endOfCall(code, start) {
  let depth = 0;
  for (let end = start; ; end++) {
    if (code[end] === '(') depth++;
    if (code[end] === ')' && --depth === 0) return end + 1;
  }
}

const devices = [{ in: 'src/js/devices/index.js', out: 'devices' }];
const constraints = [{ in: 'src/js/solver/solver.js', out: 'constraints' }];

/** What is imported. */
const bundleModules = (flavour, ...more) => [
  bundle(
    ['src/js/index.js', 'src/js/install.js', 'src/js/sources.js', ...more],
    'esm',
    [staysOutside('./install.js'), staysOutside('./sources.js'), solverStaysOutside('js')],
    flavour,
  ),
  bundle(devices, 'esm', [staysOutside('../index.js', './index.js'), solverStaysOutside('js')], flavour),
  bundle(['src/js/auto.js'], 'esm', [staysOutside('./index.js')], flavour),
  bundle(constraints, 'esm', [], flavour),
];

/** All files of a folder, and what more is wanted of the first bundle. */
const bundleAll = (flavour, ...more) => [
  ...bundleModules(flavour, ...more),
  bundle(
    [{ in: 'src/js/node/devices.js', out: 'devices' }],
    'cjs',
    [staysOutside('../index.js', './index.cjs'), solverStaysOutside('cjs')],
    flavour,
  ),
  bundle(
    [{ in: 'src/js/devices/worker.js', out: 'devices-worker' }],
    'esm',
    [staysOutside('./index.js', './devices.js'), staysOutside('../solver/solver.js', './constraints.js'), solverStaysOutside('js')],
    flavour,
  ),
  bundle(['src/js/node/index.js'], 'cjs', [solverStaysOutside('cjs')], flavour),
  bundle(['src/js/auto.js'], 'cjs', [staysOutside('./index.js', './index.cjs')], flavour),
  bundle(constraints, 'cjs', [], flavour),
  bundle([{ in: 'src/js/auto.js', out: 'classic-auto' }], 'esm', [solverStaysOutside('js')], flavour),
];
if (process.argv.includes('--pages')) {
  await Promise.all(bundleModules(WEBASSEMBLY));
  process.exit();
}
const all = await Promise.all([
  // The crate's, which has core.js and install.js as well.
  ...bundleAll(WEBASSEMBLY, 'src/js/streams.js'),
  bundle([{ in: 'src/js/single-file.js', out: 'mediastream-polyfill' }], 'esm', [], WEBASSEMBLY, 'src/web'),
  // Rust's standard library imports what neither can give it.
  ...(debug
    ? []
    : [
        ...bundleAll(JAVASCRIPT),
        bundle([{ in: 'src/js/single-file.js', out: 'classic' }], 'esm', [], JAVASCRIPT),
        ...bundleModules(WORKERD),
        ...bundleModules(WORKERD_JAVASCRIPT),
      ]),
]);
const [{ 'pkg/index.js': { exports: names } }, { 'pkg/devices.js': { exports: devicesNames } }] = all;

for (const file of ['core.js', 'install.js']) await copyFile(`${root}/pkg/${file}`, `${root}/src/web/${file}`);
for (const file of ['streams.js', ...(debug ? ['streams.js.map'] : [])]) await rename(`${root}/pkg/${file}`, `${root}/src/web/${file}`);

/** Makes a classic script of an ES module that imports nothing: what it exports becomes a global. */
async function makeClassic(script, module = script) {
  const text = await readFile(`${root}/${module}`, 'utf8');
  const body = text.replace(/\bexport\s*\{([^}]*)\}[;\s]*$/, (_, list) => {
    const members = list.split(',').map((each) => {
      const [name, exported = name] = each.trim().split(/\s+as\s+/);
      return `${exported}:${name}`;
    });
    return `globalThis.MediaStreamPolyfill={${members.join(',')}}\n`;
  });
  // Modules are strict.
  await writeFile(`${root}/${script}`, `(()=>{"use strict"\n${body}})()\n`);
}
await makeClassic('pkg/classic.js', 'src/web/mediastream-polyfill.js');
await makeClassic('pkg/classic-auto.js');
if (!debug) {
  await makeClassic('pkg/js/classic.js');
  await makeClassic('pkg/js/classic-auto.js');
}

/** An ES module over a CommonJS one, with the same exports as another. */
const wrap = (file, commonjs, exports) =>
  writeFile(
    `${root}/pkg/${file}`,
    `import commonjs from './${commonjs}';\nexport const { ${exports.toSorted().join(', ')} } = commonjs;\n`,
  );

/** What require() gives in Node, where it can tell which of the two works. An empty module shows it. */
const choose = (file, commonjs) =>
  writeFile(
    `${root}/pkg/${file}`,
    `'use strict';
let works = true;
try {
  new WebAssembly.Instance(new WebAssembly.Module(Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0)));
} catch {
  works = false;
}
module.exports = works ? require('./${commonjs}') : require('./js/${commonjs}');
`,
  );
await choose('node.cjs', 'index.cjs');
await choose('devices-node.cjs', 'devices.cjs');
await choose('auto-node.cjs', 'auto.cjs');
await wrap('node.js', 'node.cjs', names);
await wrap('devices-node.js', 'devices-node.cjs', devicesNames);
await wrap('js/node.js', 'index.cjs', names);
await wrap('js/devices-node.js', 'devices.cjs', devicesNames);

await mkdir(`${root}/pkg/workerd`, { recursive: true });
for (const [name, file] of debug ? [] : Object.entries(imports)) {
  if (name.endsWith('.wasm')) await writeFile(`${root}/pkg/workerd/${name.slice(1)}`, modules[path.basename(file)]);
}

/** All folders have the same types. */
for (const entry of ['index', 'auto', 'devices']) {
  for (const [folder, kind] of [['js', ''], ['js', 'c'], ['workerd', '']]) {
    const declarations = entry === 'auto' ? `import '../auto.${kind}js';\n` : `export * from '../${entry}.${kind}js';\n`;
    await writeFile(`${root}/pkg/${folder}/${entry}.d.${kind}ts`, declarations);
  }
}

/** For who sees the exports of what is published: tests/traces/recorder.mjs. */
await writeFile(`${root}/target/short-names.json`, JSON.stringify(debug ? {} : shortNames));

/** What is how large in each file, before minifyAgain(): `cargo xtask sizes` prints it. */
await writeFile(`${root}/target/sizes.json`, JSON.stringify(Object.assign({}, ...all)));

const bytes = (count) => `${count.toLocaleString('en')} B`;
const gzipped = (...files) => gzippedIn('pkg', files);
async function gzippedIn(folder, files) {
  const sizes = files.map(async (file) => gzipSync(await readFile(`${root}/${folder}/${file}`), { level: 9 }).length);
  return (await Promise.all(sizes)).reduce((sum, size) => sum + size);
}
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
