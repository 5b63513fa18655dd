// The packed package as publint and @arethetypeswrong/cli see it: its files, its exports, and whether its
// types say what each way of loading it gives.
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'mediastream-polyfill-'));
after(() => rmSync(folder, { recursive: true }));

const packed = execFileSync('npm', ['pack', '--json', '--pack-destination', folder], { cwd: join(root, 'pkg'), encoding: 'utf8' });
const [{ filename, files }] = JSON.parse(packed);
const tarball = join(folder, filename);

function succeeds(tool, ...args) {
  const { status, stdout, stderr } = spawnSync(join(root, 'node_modules', '.bin', tool), args, { encoding: 'utf8' });
  assert.equal(status, 0, `${tool} says:\n${stdout}\n${stderr}`);
}

test('publint has nothing to say, not even a suggestion', () => {
  succeeds('publint', 'run', tarball, '--strict');
});

test('types and code agree for every way of resolving the package', () => {
  // A classic script is loaded by a page, and required by nobody.
  const scripts = ['classic.js', 'classic-auto.js', 'js/classic.js', 'js/classic-auto.js'];
  // In workerd nobody requires anything that is not bundled.
  const modules = ['workerd', 'workerd/auto', 'workerd/devices'];
  succeeds('attw', tarball, '--exclude-entrypoints', ...scripts, ...modules);
});

test('it contains the code, the declarations, the documents, the licences and nothing else', () => {
  const paths = files.map(({ path }) => path).sort();
  const unwanted = paths.filter((path) => !/^(package\.json|README\.md|LICENSE-(MIT|APACHE|COMPILED-IN)|((workerd|js|workerd\/js)\/)?[\w-]+\.(js|cjs|d\.ts|d\.cts)|workerd\/[\w-]+\.wasm|docs\/[\w-]+\.md)$/.test(path));
  assert.deepEqual(unwanted, []);
  for (const needed of ['LICENSE-APACHE', 'LICENSE-MIT', 'auto-node.cjs', 'auto.cjs', 'auto.d.cts', 'auto.d.ts', 'auto.js', 'classic-auto.js', 'classic.d.ts', 'classic.js', 'constraints.cjs', 'constraints.js', 'devices-node.cjs', 'devices-node.js', 'devices-worker.js', 'devices.cjs', 'devices.d.cts', 'devices.d.ts', 'devices.js', 'index.cjs', 'index.d.cts', 'index.d.ts', 'index.js', 'node.cjs', 'node.js', 'package.json', 'sources.js']) {
    assert.ok(paths.includes(needed), needed);
  }
});
