// The package without WebAssembly: who gets it, what it does without, and who doesn't have it.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { createContext, runInContext } from 'node:vm';
import { build } from 'esbuild';
import { root } from '../node/harness.mjs';

const pkg = join(root, 'pkg');

/** Runs a module's text in Node where the package knows itself by its name; what it prints, line by line. */
const inNode = (code, ...flags) =>
  execFileSync(process.execPath, [...flags, '--input-type=module', '--eval', code], { cwd: pkg, encoding: 'utf8' }).trim().split('\n');

/** What a bundler for browsers makes of a program, in one file. */
async function bundle(contents, conditions = []) {
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: pkg },
    bundle: true,
    conditions,
    format: 'iife',
    platform: 'browser',
    write: false,
    logLevel: 'silent',
  });
  return outputFiles[0].text;
}

const removes = `
  const controller = new StreamController([new TrackSource('video', { label: 'cam' }).createTrack()]);
  controller.stream.onremovetrack = ({ track }) => console.log('Removed: ' + track.label);
  controller.setTracks([]);`;
const chooses = `
  const devices = new VirtualDevices();
  devices.connect({ kind: 'videoinput', label: 'Camera', modes: [{ width: 1920, height: 1080 }] });
  devices.mediaDevices.getUserMedia({ video: { width: { ideal: 640 }, aspectRatio: { exact: 1 } } }).then((stream) => {
    const { width, height } = stream.getTracks()[0].getSettings();
    console.log(stream.getTracks()[0].label, width, height);
  });`;

const forbids = "WebAssembly.Module = class { constructor() { throw new WebAssembly.CompileError('by the embedder'); } };";
const requires = "import { createRequire } from 'node:module'; const require = createRequire(process.cwd() + '/x.js');";
for (const [where, before, ...flags] of [
  ['there is no WebAssembly', '', '--jitless'],
  ['WebAssembly has been taken away', 'delete globalThis.WebAssembly;'],
  ['compiling is forbidden', forbids],
]) {
  test(`in Node, where ${where}, require() and import give the package that needs none`, () => {
    assert.deepEqual(
      inNode(
        `${requires} ${before}
        const { MediaStream, StreamController, TrackSource } = require('mediastream-polyfill');
        ${removes}
        console.log((await import('mediastream-polyfill')).MediaStream === MediaStream);
        const { VirtualDevices } = require('mediastream-polyfill/devices');
        ${chooses}`,
        ...flags,
      ),
      ['Removed: cam', 'true', 'Camera 640 640'],
    );
    assert.deepEqual(
      inNode(
        `${before}
        const { install, StreamController, TrackSource } = await import('mediastream-polyfill');
        ${removes}
        const { VirtualDevices } = await import('mediastream-polyfill/devices');
        ${chooses}
        console.log(install(globalThis).provided.length);`,
        ...flags,
      ),
      ['Removed: cam', '4', 'Camera 640 640'],
    );
    for (const auto of ["require('mediastream-polyfill/auto')", "await import('mediastream-polyfill/auto')"]) {
      assert.deepEqual(inNode(`${requires} ${before} ${auto}; console.log(new MediaStream().active);`, ...flags), ['false']);
    }
  });
}

for (const entry of ['', '/auto', '/devices']) {
  test(`mediastream-polyfill/js${entry} asks for no WebAssembly, imported or required`, () => {
    const never = "Object.defineProperty(globalThis, 'WebAssembly', { get() { throw new Error('asked for'); } });";
    for (const load of ['await import', 'require']) {
      assert.deepEqual(
        inNode(`${requires} ${never}
          await import('mediastream-polyfill/js${entry}');
          const { VirtualDevices, TrackSource, StreamController, install } =
            { ...${load}('mediastream-polyfill/js'), ...${load}('mediastream-polyfill/js${entry}') };
          install({ ...require('werift') });
          if (VirtualDevices !== undefined) { ${chooses} } else { ${removes} }`),
        [entry === '/devices' ? 'Camera 640 640' : 'Removed: cam'],
      );
    }
  });
}

test('require and import give the same classes, and in Node those of the package that was loaded before', () => {
  for (const first of ['mediastream-polyfill', 'mediastream-polyfill/js']) {
    assert.deepEqual(
      inNode(`${requires}
        const { MediaStream } = await import('${first}');
        for (const entry of ['mediastream-polyfill', 'mediastream-polyfill/js']) {
          console.log(require(entry).MediaStream === MediaStream, (await import(entry)).MediaStream === MediaStream);
        }`),
      ['true true', 'true true'],
    );
  }
});

/** A global scope with nothing but a language of 2020: as Hermes, without WebAssembly, weak references and finalizers. */
function bareScope() {
  let print;
  const printed = new Promise((resolve) => (print = (...words) => resolve(words.join(' '))));
  const context = createContext({ EventTarget, Event, DOMException, console: { log: print } });
  runInContext('for (const name of ["WebAssembly", "WeakRef", "FinalizationRegistry"]) delete globalThis[name];', context);
  return { context, printed };
}

for (const [what, entry, names, program, expected] of [
  ['a track is removed', '', 'StreamController, TrackSource', removes, 'Removed: cam'],
  ['getUserMedia() chooses', '/devices', 'VirtualDevices', chooses, 'Camera 640 640'],
]) {
  test(`${what} without WebAssembly, WeakRef and FinalizationRegistry`, async () => {
    const { context, printed } = bareScope();
    runInContext(await bundle(`import { ${names} } from 'mediastream-polyfill/js${entry}'; ${program}`), context);
    assert.equal(await printed, expected);
  });
}

test('without WeakRef and FinalizationRegistry, tracks that come and go are still told of what their source does', async () => {
  const { context, printed } = bareScope();
  const script = await bundle(`import { MediaStream, TrackSource } from 'mediastream-polyfill/js';
    const source = new TrackSource('audio');
    let heard = 0;
    for (let n = 0; n < 1000; n++) {
      const track = source.createTrack();
      track.onmute = () => heard++;
      if (n % 2 === 1) track.stop();
      new MediaStream([track]).clone();
    }
    source.mute();
    console.log(heard, source.inUse);`);
  runInContext(script, context);
  assert.equal(await printed, '500 true');
});

test('where strings and bytes may not become code, it works', async () => {
  let log = '';
  const context = createContext(
    { EventTarget, Event, DOMException, crypto, console: { log: (word) => (log += word) } },
    { codeGeneration: { strings: false, wasm: false } },
  );
  const names = 'StreamController, TrackSource';
  assert.throws(() => runInContext('new WebAssembly.Module(new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0]))', context));
  runInContext(await bundle(`import { ${names} } from 'mediastream-polyfill/js'; ${removes}`), context);
  assert.equal(log, 'Removed: cam');
});

const everything = `
  import { install, MediaStream } from 'mediastream-polyfill';
  import { VirtualDevices } from 'mediastream-polyfill/devices';
  import 'mediastream-polyfill/auto';
  install(globalThis, { devices: new VirtualDevices() });
  new MediaStream();`;

test('who has WebAssembly does not load the modules that are JavaScript', async () => {
  const text = await bundle(everything);
  assert.match(text, /WebAssembly\.Module/);
  assert.doesNotMatch(text, /\bimul\b/);
});

for (const condition of ['react-native', 'edge-light', 'workerd']) {
  test(`with the condition ${condition}, a bundle has no WebAssembly in it, nor loads anything`, async () => {
    // As their tools resolve: edge runtimes are workers too.
    const text = await bundle(everything, [condition, 'worker']);
    assert.match(text, /\bimul\b/);
    assert.doesNotMatch(text, /WebAssembly\.(Module|Instance|instantiate|compile)/);
    assert.doesNotMatch(text, /\bimport\s*\(|\brequire\s*\(/);
  });
}

test('tools without conditions find it as a folder, and React Native by its field', () => {
  const { 'react-native': field } = JSON.parse(readFileSync(join(pkg, 'package.json'), 'utf8'));
  assert.equal(field, './js/index.js');
  for (const file of ['index.js', 'auto.js', 'devices.js']) assert.ok(readFileSync(join(pkg, 'js', file), 'utf8').length > 0);
});

test('states are right when the memory has become another buffer', () => {
  assert.deepEqual(
    inNode(`
      const { TrackSource } = await import('mediastream-polyfill/js');
      const source = new TrackSource('video');
      const early = source.createTrack();
      // More than the memory begins with, and more than twice that.
      const tracks = Array.from({ length: 400_000 }, () => source.createTrack());
      early.enabled = false;
      tracks[7].stop();
      source.mute();
      console.log(early.enabled, early.muted, tracks[7].readyState, tracks[399_999].readyState, tracks[399_999].muted);
      console.log(tracks.filter((track) => track.readyState === 'live' && track.muted && track.enabled).length);`),
    ['false true ended live true', '399999'],
  );
});
