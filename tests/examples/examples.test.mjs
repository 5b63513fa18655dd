// The documents' examples print what these say, in Node, and README.md's in jsdom.
// (tests/browsers/tests/readme_examples.rs says so of the three engines.)
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readdir, readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { JSDOM } from 'jsdom';
import { createRealm } from '#package';
import { readExample } from './readme.mjs';

for (const name of ['user-agent', 'devices']) {
  test(`${name}: in Node, with import`, async () => {
    const { code, output } = await readExample(name);
    assert.equal(run('module', code), output);
  });

  test(`${name}: in Node, with require`, async () => {
    const { code, output } = await readExample(name);
    const body = withoutImports(code, (module) => `require('${module}')`);
    assert.equal(run('commonjs', `(async () => { ${body} })()`), output);
  });

  test(`${name}: it is short enough to be read`, async () => {
    const { code } = await readExample(name);
    assert.ok(code.split('\n').length <= 20);
  });
}

for (const [name, file] of [
  ['webrtc', 'docs/webrtc-in-node.md'],
  ['component', 'docs/component-tests.md'],
  ['worker', 'docs/workers.md'],
]) {
  test(`${file} prints what it says`, async () => {
    const { code, output } = await readExample(name, file);
    assert.equal(run('module', code), output);
  });
}

test('every example of the documents that says what it prints is tried', async () => {
  const documents = (await readdir(new URL('../../docs/', import.meta.url))).map((file) => `docs/${file}`);
  const found = [];
  for (const file of ['README.md', ...documents]) {
    const text = await readFile(new URL(`../../${file}`, import.meta.url), 'utf8');
    for (const [, name] of text.matchAll(/<!-- example: ([\w-]+) -->/g)) found.push(name);
  }
  assert.deepEqual(found.toSorted(), ['component', 'devices', 'user-agent', 'webrtc', 'worker']);
});

test('user-agent: in a script of a jsdom window', async () => {
  const { code, output } = await readExample('user-agent');
  const { window } = new JSDOM('', { runScripts: 'outside-only' });
  const printed = [];
  window.console.log = (...words) => printed.push(words.join(' '));
  window.realm = createRealm(window);
  window.eval(withoutImports(code, () => 'realm'));
  assert.equal(printed.join('\n'), output);
});

/** What a program prints in a Node of its own, where the package is found by its name. */
function run(type, code) {
  const cwd = new URL('../../pkg/', import.meta.url);
  return String(execFileSync(process.execPath, [`--input-type=${type}`, '--eval', code], { cwd, timeout: 60_000 })).trimEnd();
}

/** An example with its imports replaced by expressions, for scripts. */
function withoutImports(code, expressionOf) {
  const replaced = code.replace(
    /^import (\{[^}]*\}) from '(mediastream-polyfill.*)';/gm,
    (_, names, module) => `const ${names} = ${expressionOf(module)};`,
  );
  assert.ok(!replaced.includes('import '));
  return replaced;
}
