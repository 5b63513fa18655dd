// The documents' examples do what these say, in Node, and README.md's first one in jsdom.
// (Pages and what is in the three engines: tests/browsers/tests/documents.rs. Types: tests/api/documents.mjs.)
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { test } from 'node:test';
import { JSDOM } from 'jsdom';
import { createRealm } from '#package';
import { example, examples } from './documents.mjs';

/** Those that need a page. */
const OF_PAGES = ['in-your-hands', 'capture', 'install-in-page'];

const inNode = examples.filter(({ name, language }) => language === 'js' && !OF_PAGES.includes(name));

for (const { name, file, code, given, output } of inNode) {
  test(`${file}, ${name}: in Node it prints what it says`, () => {
    assert.equal(run('module', given + code), output);
  });
}

for (const { name, code, output } of inNode.filter(({ file, given }) => file === 'README.md' && given === '')) {
  test(`${name}: with require, too`, () => {
    const body = withoutImports(code, (module) => `require('${module}')`);
    assert.equal(run('commonjs', `(async () => { ${body}\n})()`), output);
  });
}

test('every example has a name of its own', () => {
  const names = examples.map(({ name }) => name);
  assert.ok(!names.includes(undefined), 'an example has no <!-- example: name --> before it');
  assert.equal(new Set(names).size, examples.length);
});

test('they are short enough to be read', () => {
  const long = examples.filter(({ code }) => code.split('\n').length > 24);
  assert.deepEqual(long, []);
});

test('install: what it provides in Node is what its comment says', () => {
  const [, said] = /^installation\.provided; \/\/ (\[.*\]) in Node$/m.exec(example('install').code);
  const told = example('install').code.replace(/^installation\.provided;.*$/m, 'console.log(JSON.stringify(installation.provided));');
  assert.deepEqual(JSON.parse(run('module', told)), JSON.parse(said.replaceAll("'", '"')));
});

test('set-up: elements and the navigator then have what the sentence after it names', () => {
  const { code, given } = example('set-up');
  const seen = [
    "const video = document.createElement('video');",
    'const stream = await navigator.mediaDevices.getUserMedia({ video: true });',
    'video.srcObject = stream;',
    'console.log(video.srcObject === stream, video.play() instanceof Promise, stream.getTracks()[0].label);',
  ].join('\n');
  assert.equal(run('module', `${given}${code}\n${seen}`), 'true true FaceTime HD');
});

test('user-agent: in a script of a jsdom window', () => {
  const { code, output } = example('user-agent');
  const { window } = new JSDOM('', { runScripts: 'outside-only' });
  const printed = [];
  window.console.log = (...words) => printed.push(words.join(' '));
  window.realm = createRealm(window);
  window.eval(withoutImports(code, () => 'realm'));
  assert.equal(printed.join('\n'), output);
});

/** What a program prints in a Node of its own, where the package is found by its name. What it warns of, it prints. */
function run(type, code) {
  const cwd = new URL('../../pkg/', import.meta.url);
  const warn = 'console.warn = console.error = console.log;\n';
  return String(execFileSync(process.execPath, [`--input-type=${type}`, '--eval', warn + code], { cwd, timeout: 60_000 })).trimEnd();
}

/** An example with its imports replaced by expressions, for scripts. */
function withoutImports(code, expressionOf) {
  const replaced = code
    .replace(/^import (\{[^}]*\}) from '(.*)';/gm, (_, names, module) => `const ${names} = ${expressionOf(module)};`)
    .replace(/^import '(.*)';/gm, (_, module) => `${expressionOf(module)};`);
  assert.ok(!replaced.includes('import '));
  return replaced;
}
