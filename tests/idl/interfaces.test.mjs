// The generated conformance tests in Node.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { runInThisContext } from 'node:vm';
import * as devices from '#devices';
import * as polyfill from '#package';
import { provideInterfaces, testInterfaces, unexpected } from './conformance.js';

const require = createRequire(import.meta.url);
const harness = join(dirname(require.resolve('wpt-runner/package.json')), 'testharness');
const idlFolder = dirname(require.resolve('@webref/idl/package.json'));
const expectations = JSON.parse(readFileSync(new URL('expectations.json', import.meta.url)));

/** A classic script of the harness, with the globals that scripts declare. */
function runScript(path) {
  runInThisContext(readFileSync(join(harness, path), 'utf8'), { filename: path });
}

// The interfaces are exposed in windows, which the harness knows by these names.
globalThis.self = globalThis;
globalThis.Window = class Window {};
const modules = { polyfill, devices };
provideInterfaces(modules);
for (const script of ['testharness.js', 'webidl2/lib/webidl2.js', 'idlharness.js']) runScript(script);
const results = await testInterfaces(modules, (name) => readFile(join(idlFolder, `${name}.idl`), 'utf8'));

for (const { name, passed, message } of results) {
  const expected = expectations.expectedFailures.find((failure) => failure.name === name && failure.engines.includes('node'));
  test(expected ? `expected to fail: ${name}` : name, () => {
    assert.equal(passed, expected === undefined, message ?? 'passed, though expected to fail');
  });
}

test('everything that is expected was generated, and as many tests as there have been', () => {
  assert.deepEqual(unexpected(results, expectations, 'node'), []);
});
