// The package as npm packs it, unpacked into a project's node_modules: by import, by require, and bundled.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { createContext, runInContext } from 'node:vm';
import { build } from 'esbuild';
import { root } from './harness.mjs';

const project = mkdtempSync(join(tmpdir(), 'mediastream-polyfill-'));
after(() => rmSync(project, { recursive: true }));
const [{ filename }] = JSON.parse(
  execFileSync('npm', ['pack', '--json', '--pack-destination', project], { cwd: join(root, 'pkg'), stdio: ['ignore', 'pipe', 'ignore'] }),
);
const installed = join(project, 'node_modules', 'mediastream-polyfill');
mkdirSync(installed, { recursive: true });
execFileSync('tar', ['-xzf', join(project, filename), '-C', installed, '--strip-components', '1']);

const program = `
  const controller = new StreamController([new TrackSource('video', { label: 'cam' }).createTrack()]);
  controller.stream.onremovetrack = ({ track }) => console.log('Removed: ' + track.kind + ': ' + track.label);
  controller.setTracks([]);`;
const printed = 'Removed: video: cam\n';

const run = (type, code) =>
  String(execFileSync(process.execPath, [`--input-type=${type}`, '--eval', code], { cwd: project }));

test('a module imports it', () => {
  assert.equal(run('module', `import { StreamController, TrackSource } from 'mediastream-polyfill'; ${program}`), printed);
});

test('a script requires it', () => {
  assert.equal(run('commonjs', `const { StreamController, TrackSource } = require('mediastream-polyfill'); ${program}`), printed);
});

test('it has the licences of what is compiled into its WebAssembly', () => {
  const text = readFileSync(join(installed, 'LICENSE-COMPILED-IN'), 'utf8');
  for (const name of ['bitflags', 'rlsf', 'singlyton']) assert.match(text, new RegExp(`^── ${name} `, 'm'));
  assert.match(text, /Permission is hereby granted, free of charge/);
});

test('it has the pages that its README names, a task each', () => {
  const readme = readFileSync(join(installed, 'README.md'), 'utf8');
  const pages = Array.from(readme.matchAll(/\]\((docs\/[^)]+)\)/g), ([, page]) => page);
  assert.ok(pages.length >= 6);
  for (const page of pages) assert.match(readFileSync(join(installed, page), 'utf8'), /^# /, page);
});

test('auto installs its globals, by import and by require', () => {
  const code = "console.log(new MediaStream().getTracks().length, typeof MediaStreamTrack)";
  assert.equal(run('module', `import 'mediastream-polyfill/auto'; ${code}`), '0 function\n');
  assert.equal(run('commonjs', `require('mediastream-polyfill/auto'); ${code}`), '0 function\n');
});

test('its package.json can be read, and nothing inside it can be reached past its exports', () => {
  const code = `
    console.log(require('mediastream-polyfill/package.json').name);
    for (const path of ['index.js', 'index.cjs', 'node.js', 'src', 'js/index.js']) {
      try { require('mediastream-polyfill/' + path); console.log(path); } catch (error) { console.log(error.code); }
    }`;
  assert.deepEqual(run('commonjs', code).trim().split('\n'), ['mediastream-polyfill', ...Array(5).fill('ERR_PACKAGE_PATH_NOT_EXPORTED')]);
});

/** What a bundler makes of a program, for browsers, with no plug-in and no configuration. */
async function bundle(contents, format = 'iife') {
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: project },
    bundle: true,
    format,
    platform: 'browser',
    minify: true,
    write: false,
    logLevel: 'silent',
  });
  return outputFiles[0].text;
}

/** Runs a script in a global scope of its own that has what a browser has, as far as the package goes. */
function runInBrowserLikeScope(script) {
  const log = [];
  const console = { log: (...words) => log.push(words.join(' ')) };
  const context = createContext({ EventTarget, Event, DOMException, WebAssembly, crypto, console });
  runInContext(script, context);
  return { log, context };
}

test('a bundler needs no plug-in, and the bundle is one file', async () => {
  const script = await bundle(`import { StreamController, TrackSource } from 'mediastream-polyfill'; ${program}`);
  assert.deepEqual(runInBrowserLikeScope(script).log, [printed.trimEnd()]);
  assert.doesNotMatch(script, /\bimport\s*\(|\brequire\s*\(|fetch\(/);
});

test('a bundler leaves the package out of a program that imports it and does not use it', async () => {
  assert.equal((await bundle("import { MediaStream } from 'mediastream-polyfill'; globalThis.x = 1")).trim().length < 100, true);
});

test('a bundler keeps auto, which is all side effect', async () => {
  const { context } = runInBrowserLikeScope(await bundle("import 'mediastream-polyfill/auto'"));
  assert.equal(runInContext('typeof MediaStream + new MediaStream().getTracks().length', context), 'function0');
});

test('a bundle that is one file has what chooses settings only where tracks are made', async () => {
  const chooses = async (contents) => /createSolver/.test(await bundle(contents));
  assert.equal(await chooses("import { MediaStream } from 'mediastream-polyfill'; globalThis.x = new MediaStream();"), false);
  assert.equal(await chooses("import { install } from 'mediastream-polyfill'; install(globalThis);"), false);
  assert.equal(await chooses("import { TrackSource } from 'mediastream-polyfill'; globalThis.x = new TrackSource('audio');"), true);
  assert.equal(await chooses("import { createRealm } from 'mediastream-polyfill'; globalThis.x = createRealm(globalThis);"), true);
});

for (const [name, make] of [['TrackSource', 'TrackSource'], ['createRealm', '(createRealm(globalThis).TrackSource)']]) {
  test(`in a bundle that is one file, constraints are applied to tracks that ${name} makes`, async () => {
    const script = await bundle(`
      import { ${name} } from 'mediastream-polyfill';
      const track = new ${make}('video', { capabilities: { width: { min: 1, max: 1920 } } }).createTrack();
      track.applyConstraints({ width: 640 }).then(() => console.log(track.getSettings().width));`);
    let print;
    const printed = new Promise((resolve) => (print = resolve));
    const context = createContext({ EventTarget, Event, DOMException, WebAssembly, console: { log: print } });
    runInContext(script, context);
    assert.equal(await printed, 640);
  });
}
