/**
 * @file Bundles src/js and the core in target/core into pkg/:
 *
 *   index.js              the package: core.js, sources.js and install.js
 *   core.js               the interfaces, with the Rust core inlined
 *   sources.js            what makes tracks, apart with the loading of the solver
 *   install.js            install(), apart so that bundlers leave it out where nobody calls it
 *   index.cjs             all of it for require()
 *   node.js               ESM for Node, over node.cjs: import and require() get the same classes there
 *   auto.js, auto.cjs     over index.js and index.cjs, for the same reason
 *   devices.js, devices.cjs, devices-node.js
 *                         the virtual devices, over index.js and index.cjs, and their ESM for Node
 *   devices-worker.js     the same for service workers, which can't load anything later
 *   constraints.js, constraints.cjs
 *                         the constraint solver, with its wasm, which is loaded when it is first needed
 *
 *   classic.js            all of it as a classic script, which makes one global, MediaStreamPolyfill
 *   classic-auto.js       auto as a classic script
 *
 * js/ has the same without WebAssembly: the modules are JavaScript there. And in Node, require() finds out which of the two:
 *
 *   node.cjs, devices-node.cjs, auto-node.cjs
 *
 * workerd/ has the ES modules, and the WebAssembly ones as the files that they import; workerd/js/ those without WebAssembly.
 *
 * And in src/web, for programs in Rust, of which wasm-bindgen copies the files that it is told:
 *
 *   streams.js, core.js, install.js
 *                         the interfaces, and install() for who calls it
 *   mediastream-polyfill.js
 *                         all of it in one file, with the virtual devices and the solver
 *
 * With --debug: ES modules unminified as well, with source maps. With --pages besides: only what pages import. With --revision=…
 * or --version=…: the modules have a custom section of that name, which says so.
 */

import { copyFile, mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { JAVASCRIPT, WEBASSEMBLY, WORKERD, WORKERD_JAVASCRIPT, bundle } from './bundle.mjs';
import { modules } from './modules.mjs';
import { shortNames } from './names.mjs';
import { debug, forPages, root } from './options.mjs';
import { solverStaysOutside, staysOutside } from './plugins.mjs';
import { tellSizes } from './sizes.mjs';
import { choose, declare, makeClassic, wrap } from './wrappers.mjs';

const { imports } = JSON.parse(await readFile(`${root}/package.json`, 'utf8'));

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
if (forPages) {
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

await makeClassic('pkg/classic.js', 'src/web/mediastream-polyfill.js');
await makeClassic('pkg/classic-auto.js');
if (!debug) {
  await makeClassic('pkg/js/classic.js');
  await makeClassic('pkg/js/classic-auto.js');
}

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
await declare();

/** For who sees the exports of what is published: tests/traces/recorder.mjs. */
await writeFile(`${root}/target/short-names.json`, JSON.stringify(debug ? {} : shortNames));

/** What is how large in each file, before minifyAgain(): `cargo xtask sizes` prints it. */
await writeFile(`${root}/target/sizes.json`, JSON.stringify(Object.assign({}, ...all)));

await tellSizes();
