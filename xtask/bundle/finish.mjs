/** @file What is done to files that esbuild has written. */

import { readFile, writeFile } from 'node:fs/promises';
import { whenReleased } from './options.mjs';
import { handOn, separateSuper } from './statements.mjs';

const { minify } = await whenReleased('terser');

/** What esbuild defines CommonJS exports by has nothing of Object.prototype, where a page may have put a `get` or a `set`. */
export async function defineByWhatIsTheirs(file) {
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
export async function minifyAgain(file) {
  const { code } = await minify(definedByWhatIsTheirs(await readFile(file, 'utf8')), {
    module: true,
    ecma: 2022,
    compress: { passes: 5, hoist_funs: true, unsafe_arrows: true, pure_getters: true },
    // A line a statement is no larger, and is what consoles and test runners show of it.
    format: { semicolons: false },
  });
  await writeFile(file, handOn(separateSuper(code)));
}
