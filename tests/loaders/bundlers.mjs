// What each bundler takes to build a page: as little as its documentation says.
import { cpSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** @typedef {(entry: string, outdir: string) => Promise<unknown>} Bundler makes outdir/main.js, and what it loads */

/** @type {Record<string, Bundler>} */
export const bundlers = {
  /** No bundler at all: the browser finds the package by the page's import map. */
  async 'an import map'(entry, outdir) {
    const from = path.join(entry, '..', '..', 'node_modules', 'mediastream-polyfill');
    const to = path.join(outdir, 'mediastream-polyfill');
    for (const file of ['index.js', 'core.js', 'sources.js', 'install.js', 'constraints.js']) cpSync(path.join(from, file), path.join(to, file));
    cpSync(entry, path.join(outdir, 'main.js'));
  },
  async esbuild(entry, outdir) {
    const { build } = await import('esbuild');
    await build({ entryPoints: { main: entry }, outdir, bundle: true, format: 'esm', splitting: true, minify: true });
  },
  async 'esbuild without splitting'(entry, outdir) {
    const { build } = await import('esbuild');
    await build({ entryPoints: { main: entry }, outdir, bundle: true, format: 'iife', minify: true });
  },
  async Rollup(entry, outdir) {
    const [{ rollup }, { nodeResolve }] = [await import('rollup'), await import('@rollup/plugin-node-resolve')];
    const bundle = await rollup({ input: { main: entry }, plugins: [nodeResolve({ browser: true })] });
    await bundle.write({ dir: outdir, format: 'es', entryFileNames: '[name].js' });
  },
  async webpack(entry, outdir) {
    const { default: webpack } = await import('webpack');
    await compiled(webpack({ ...webpackOptions(entry, outdir), context: path.dirname(entry) }));
  },
  async Rspack(entry, outdir) {
    const { rspack } = await import('@rspack/core');
    await compiled(rspack({ ...webpackOptions(entry, outdir), context: path.dirname(entry) }));
  },
  async Vite(entry, outdir) {
    const { build } = await import('vite');
    const output = { entryFileNames: '[name].js' };
    await build({
      root: path.dirname(entry),
      base: './',
      logLevel: 'error',
      build: { outDir: outdir, rollupOptions: { input: { main: entry }, output } },
    });
  },
  async Parcel(entry, outdir) {
    const { Parcel } = await import('@parcel/core');
    const parcel = new Parcel({
      entries: [entry],
      defaultConfig: fileURLToPath(import.meta.resolve('@parcel/config-default')),
      mode: 'production',
      shouldDisableCache: true,
      targets: { main: { distDir: outdir, context: 'browser', outputFormat: 'esmodule', scopeHoist: true, optimize: true, includeNodeModules: true, engines: { browsers: 'last 2 Chrome versions' } } },
    });
    await parcel.run();
  },
};

const webpackOptions = (entry, outdir) => ({
  mode: 'production',
  entry: { main: entry },
  output: { path: outdir, publicPath: 'auto' },
  performance: { hints: false },
});

/** webpack's and Rspack's way to run. */
const compiled = (compiler) =>
  new Promise((resolve, reject) => {
    compiler.run((error, stats) => {
      if (error) reject(error);
      else if (stats.hasErrors()) reject(new Error(stats.toString('errors-only')));
      else compiler.close(resolve);
    });
  });
