// README.md's example of the user agent's side prints what README.md says, in Node and in jsdom.
// (tests/browsers/tests/user_agent_example.rs says so of the three engines.)
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { test } from 'node:test';
import { JSDOM } from 'jsdom';
import { createRealm } from '#package';
import { readExample } from './user-agent.mjs';

test('in Node, with import', async () => {
  const { code, output } = await readExample();
  assert.equal(run('module', code), output);
});

test('in Node, with require', async () => {
  const { code, output } = await readExample();
  assert.equal(run('commonjs', withoutImport(code, "require('mediastream-polyfill')")), output);
});

test('in a script of a jsdom window', async () => {
  const { code, output } = await readExample();
  const { window } = new JSDOM('', { runScripts: 'outside-only' });
  const printed = [];
  window.console.log = (...words) => printed.push(words.join(' '));
  window.realm = createRealm(window);
  window.eval(withoutImport(code, 'realm'));
  assert.equal(printed.join('\n'), output);
});

test('it is short enough to be read', async () => {
  const { code } = await readExample();
  assert.ok(code.split('\n').length <= 20);
});

/** What a program prints in a Node of its own, where the package is found by its name. */
function run(type, code) {
  const cwd = new URL('../../pkg/', import.meta.url);
  return String(execFileSync(process.execPath, [`--input-type=${type}`, '--eval', code], { cwd })).trimEnd();
}

/** The example with its one import replaced by an expression, for scripts. */
function withoutImport(code, expression) {
  const replaced = code.replace(/^import (\{[^}]*\}) from 'mediastream-polyfill';/, `const $1 = ${expression};`);
  assert.notEqual(replaced, code);
  return replaced;
}
