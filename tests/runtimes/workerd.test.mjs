// workerd, which runs edge workers and forbids them to compile WebAssembly: bundled by wrangler, from the packed package.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { installProject, run } from '../project.mjs';
import { bundleTests, everyTestPassed } from './guests.mjs';

const compatibilityDate = '2026-01-01';
const project = installProject('runtimes/workerd');
const programs = fileURLToPath(new URL('node_modules/.bin', import.meta.url));

/**
 * Has a worker bundled as its author would, into a folder of its own.
 * @returns {string[]} the files in it that workerd loads, first the script
 */
function bundle(name, main) {
  writeFileSync(join(project, `${name}.json`), JSON.stringify({ name, main, compatibility_date: compatibilityDate }));
  const args = ['deploy', '--dry-run', '--config', `${name}.json`, '--outdir', name];
  const { status, output } = run(project, join(programs, 'wrangler'), args);
  assert.equal(status, 0, output);
  const files = readdirSync(join(project, name));
  return [...files.filter((file) => file.endsWith('.js')), ...files.filter((file) => file.endsWith('.wasm'))];
}

/** Runs a worker's test(), and gives what it printed. */
function runWorker(name, files) {
  const modules = files.map((file) => `(name = "${file}", ${file.endsWith('.wasm') ? 'wasm' : 'esModule'} = embed "${name}/${file}")`);
  writeFileSync(
    join(project, `${name}.capnp`),
    `using Workerd = import "/workerd/workerd.capnp";
    const config :Workerd.Config = (services = [(name = "main", worker = .worker)]);
    const worker :Workerd.Worker = (compatibilityDate = "${compatibilityDate}", modules = [${modules}]);`,
  );
  const { status, output } = run(project, join(programs, 'workerd'), ['test', `${name}.capnp`]);
  assert.equal(status, 0, output);
  return output;
}

const expected = 'first, reported: boom, second, Camera, function, Camera, function, 36, true';

for (const [what, entry, compiled] of [
  ['the package that has no WebAssembly', 'mediastream-polyfill', 0],
  ['the package without WebAssembly, by its name,', 'mediastream-polyfill/js', 0],
  ['the package whose WebAssembly workerd compiles', 'mediastream-polyfill/workerd', 4],
]) {
  const name = entry.replace('/', '-');
  test(`in workerd, ${what} does what it does in Node`, async (context) => {
    await bundleTests(join(project, 'tests.mjs'), entry);
    const files = bundle(name, 'worker.mjs');
    assert.equal(files.filter((file) => file.endsWith('.wasm')).length, compiled);
    await everyTestPassed(context, runWorker(name, files));
  });

  test(`in workerd, ${what} is there before a handler runs, calls handlers once, and reports what they throw`, () => {
    const main = `${name}-listeners.mjs`;
    writeFileSync(join(project, main), readFileSync(join(project, 'listeners.mjs'), 'utf8').replaceAll('PACKAGE', entry));
    const files = bundle(`${name}-listeners`, main);
    assert.match(runWorker(`${name}-listeners`, files), new RegExp(`^${expected}$`, 'm'));
  });
}
