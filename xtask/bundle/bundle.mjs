/** @file A file of the package, or some that share code. */

import { readFile } from 'node:fs/promises';
import { build } from 'esbuild';
import { defineByWhatIsTheirs, minifyAgain } from './finish.mjs';
import { INTERNAL_NAMES, shortNames } from './names.mjs';
import { debug, root } from './options.mjs';
import { leavesNothing, plainBindings, wasmAsFiles, wasmAsText, withoutWebAssembly } from './plugins.mjs';

const { version } = JSON.parse(await readFile(`${root}/pkg/package.json`, 'utf8'));

/** A folder of the package, how the modules come into it, and whether it is for workerd alone. */
export const WEBASSEMBLY = { outdir: 'pkg', inject: [], plugins: [wasmAsText, plainBindings] };
export const JAVASCRIPT = { outdir: 'pkg/js', inject: [`${root}/src/js/javascript/weak-references.js`], plugins: [withoutWebAssembly] };
export const WORKERD = { outdir: 'pkg/workerd', inject: [], plugins: [wasmAsFiles], workerd: true };
export const WORKERD_JAVASCRIPT = { ...JAVASCRIPT, outdir: 'pkg/workerd/js', workerd: true };

/** @returns what esbuild says of each file */
export async function bundle(entryPoints, format, plugins, flavour = WEBASSEMBLY, outdir = flavour.outdir) {
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
