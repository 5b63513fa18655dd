// Tests of tests/node for hosts that aren't Node: one module that has them all and exports run(), with stand-ins for what only
// Node has. They import the package by its name, as a program of a user's does.
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const here = fileURLToPath(new URL('.', import.meta.url));

/** Those that need nothing but the package. */
const FILES = [
  ...['bad-input', 'constraints', 'conversion', 'devices-change', 'devices-enumerate', 'devices-get-user-media', 'iterables'],
  ...['media-stream', 'media-stream-track', 'stream-controller', 'track-event', 'track-source', 'web-idl-shape'],
];

/**
 * @param {string} file to be written
 * @param {string} name of the package, or of an entry of it
 */
export async function bundleTests(file, name = 'mediastream-polyfill') {
  const standIns = {
    '#package': { path: name, external: true },
    '#devices': { path: `${name}/devices`, external: true },
    './harness.mjs': { path: join(here, '../node/streams.mjs') },
    'node:test': { path: join(here, 'guest/test.mjs') },
    'node:assert/strict': { path: join(here, 'guest/assert.mjs') },
  };
  const imports = FILES.map((each) => `import '../node/${each}.test.mjs';`);
  await build({
    stdin: { contents: [...imports, "export { run } from 'node:test';"].join('\n'), resolveDir: here },
    outfile: file,
    bundle: true,
    format: 'esm',
    platform: 'browser',
    define: { global: 'globalThis' },
    inject: [join(here, 'guest/process.mjs')],
    logLevel: 'warning',
    plugins: [
      {
        name: 'stand-ins',
        setup: ({ onResolve }) => onResolve({ filter: /^(#|node:|\.\/harness)/ }, ({ path }) => standIns[path]),
      },
    ],
  });
}

/**
 * Each test that ran elsewhere, as a test here.
 * @param {import('node:test').TestContext} context
 * @param {string} output lines of JSON, among others
 * @param {RegExp[]} [except] the names of those that can't hold there, and don't
 */
export async function everyTestPassed(context, output, except = []) {
  const outcomes = output.split('\n').flatMap((line) => (line.startsWith('{"name":') ? [JSON.parse(line)] : []));
  for (const { name, failure } of outcomes) {
    if (except.some((each) => each.test(name))) {
      await context.test(`not there: ${name}`, () => assert.notEqual(failure, null));
    } else {
      await context.test(name, () => assert.equal(failure, null, failure));
    }
  }
  assert.ok(outcomes.length >= 200, `${outcomes.length} tests ran:\n${output}`);
}
