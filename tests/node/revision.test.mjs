// What the package's WebAssembly says of itself: from which commit it was built.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { root } from './harness.mjs';

/** Uses each module of the package, and prints what they say. */
const program = `
  const { Module } = WebAssembly;
  const said = [];
  WebAssembly.Module = class extends Module {
    constructor(bytes) {
      super(bytes);
      for (const name of ['revision', 'version']) {
        for (const section of Module.customSections(this, name)) said.push([name, new TextDecoder().decode(section)]);
      }
    }
  };
  const { install } = await import('mediastream-polyfill');
  const { VirtualDevices } = await import('mediastream-polyfill/devices');
  install({ ...(await import('werift')) });
  const devices = new VirtualDevices();
  devices.connect({ kind: 'videoinput' });
  await devices.mediaDevices.getUserMedia({ video: true });
  console.log(JSON.stringify(said));`;

test('each module says from which commit it was built, or from which version where there is no repository', () => {
  const printed = execFileSync(process.execPath, ['--input-type=module', '--eval', program], { cwd: join(root, 'pkg'), encoding: 'utf8' });
  const said = JSON.parse(printed);
  // An empty one, by which the entry for Node finds out whether it can be compiled, says nothing.
  assert.equal(said.length, 4, printed);
  const [[name, text]] = said;
  assert.deepEqual(said, Array(4).fill([name, text]));
  if (name === 'version') {
    assert.equal(text, JSON.parse(readFileSync(join(root, 'pkg/package.json'), 'utf8')).version);
    return;
  }
  const [, commit] = /^([0-9a-f]{12})\+?$/.exec(text) ?? [];
  assert.notEqual(commit, undefined, text);
  assert.equal(execFileSync('git', ['cat-file', '-t', commit], { cwd: root, encoding: 'utf8' }), 'commit\n');
});
