// mediastream-polyfill/devices as it is loaded: by import, by require, bundled, and its solver when it is needed.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { createContext, runInContext } from 'node:vm';
import { build } from 'esbuild';
import { inProcess, root } from './harness.mjs';

const file = (name) => readFileSync(join(root, 'pkg', name), 'utf8');

test('in Node, import and require give the same classes, which are those of the package', async () => {
  const same = await inProcess(async () => {
    const { createRequire } = await import('node:module');
    const require = createRequire(`${process.cwd()}/`);
    const imported = await import('mediastream-polyfill/devices');
    const required = require('mediastream-polyfill/devices');
    const { MediaStream } = await import('mediastream-polyfill');
    const devices = new imported.VirtualDevices();
    devices.connect({ kind: 'videoinput' });
    const stream = await devices.mediaDevices.getUserMedia({ video: true });
    return [
      Object.keys(required).every((name) => required[name] === imported[name]),
      Object.keys(imported).filter((name) => name !== 'default').join(),
      stream instanceof MediaStream,
      required.createDevicesRealm(globalThis).MediaDevices === imported.MediaDevices,
    ];
  });
  const names = 'DeviceChangeEvent,InputDeviceInfo,MediaDeviceInfo,MediaDevices,VirtualDevice,VirtualDevices,createDevicesRealm';
  assert.deepEqual(same, [true, names, true, true]);
});

test('importing it, connecting and enumerating loads no solver; getUserMedia does', async () => {
  const loaded = await inProcess(async () => {
    const { createRequire } = await import('node:module');
    const { cache } = createRequire(`${process.cwd()}/`);
    const isLoaded = () => Object.keys(cache).some((path) => path.endsWith('constraints.cjs'));
    const { VirtualDevices } = await import('mediastream-polyfill/devices');
    const devices = new VirtualDevices();
    devices.connect({ kind: 'videoinput' });
    await devices.mediaDevices.enumerateDevices();
    const before = isLoaded();
    await devices.mediaDevices.getUserMedia({ video: true });
    return [before, isLoaded()];
  });
  assert.deepEqual(loaded, [false, true]);
});

test('when they are ready, the first getUserMedia loads nothing: no task runs before it is settled', async () => {
  const taken = await inProcess(async () => {
    const { VirtualDevices } = await import(`${process.cwd()}/devices.js`);
    const devices = new VirtualDevices();
    devices.connect({ kind: 'videoinput' });
    const nothing = await VirtualDevices.ready;
    let tasks = 0;
    setImmediate(() => tasks++);
    const [track] = (await devices.mediaDevices.getUserMedia({ video: { width: 320 } })).getTracks();
    await track.applyConstraints({ width: 160 });
    return [nothing ?? 'undefined', track.getSettings().width, tasks];
  });
  assert.deepEqual(taken, ['undefined', 160, 0]);
});

test('a solver that could not be loaded is loaded anew by the next call', async () => {
  const outcomes = await inProcess(async () => {
    const { VirtualDevices } = await import('mediastream-polyfill/devices');
    const { TrackSource } = await import('mediastream-polyfill');
    const devices = new VirtualDevices();
    devices.connect({ kind: 'videoinput' });
    const track = new TrackSource('video', { capabilities: { width: { max: 640 } } }).createTrack();
    const loaded = Symbol.for('mediastream-polyfill/constraints');
    const outcomes = [];
    for (const module of [{ createSolver() { throw new Error('not loaded'); } }, undefined]) {
      globalThis[loaded] = module;
      for (const call of [devices.mediaDevices.getUserMedia({ video: true }), track.applyConstraints({ width: 320 })]) {
        outcomes.push(await call.then(() => 'done', (error) => error.message));
      }
    }
    return [...outcomes, track.getSettings().width];
  });
  assert.deepEqual(outcomes, ['not loaded', 'not loaded', 'done', 'done', 320]);
});

test('the modules for browsers import the package and, when it is needed, the solver', () => {
  assert.match(file('devices.js'), /from\s*"\.\/index\.js"/);
  assert.match(file('devices.js'), /import\("\.\/constraints\.js"\)/);
  assert.doesNotMatch(file('devices.js'), /from\s*"\.\/constraints\.js"/);
  assert.match(file('devices.cjs'), /require\("\.\/index\.cjs"\)/);
  assert.match(file('devices.cjs'), /require\("\.\/constraints\.cjs"\)/);
  assert.doesNotMatch(file('devices.cjs'), /\bimport\(/);
});

test('for service workers, which forbid import(), the solver is imported with the rest', async () => {
  assert.match(file('devices-worker.js'), /from\s*"\.\/constraints\.js"/);
  const label = execFileSync(process.execPath, ['--input-type=module', '--eval', `
    const { VirtualDevices } = await import(${JSON.stringify(join(root, 'pkg', 'devices-worker.js'))});
    const devices = new VirtualDevices();
    devices.connect({ kind: 'videoinput', label: 'Camera' });
    const [track] = (await devices.mediaDevices.getUserMedia({ video: true })).getTracks();
    await track.applyConstraints({ width: 320 });
    console.log(track.label);`], { encoding: 'utf8' });
  assert.equal(label, 'Camera\n');
});

for (const conditions of [[], ['worker']]) {
  test(`a bundler makes one file of it that loads nothing, with conditions [${conditions}]`, async () => {
    const { outputFiles } = await build({
      stdin: {
        contents: `
          import { VirtualDevices } from 'mediastream-polyfill/devices';
          const devices = new VirtualDevices();
          devices.connect({ kind: 'videoinput', label: 'Camera' });
          devices.mediaDevices.getUserMedia({ video: { width: 1280 } }).then((stream) => {
            console.log(stream.getTracks()[0].label, stream.getTracks()[0].getSettings().width);
          });`,
        resolveDir: join(root, 'pkg'),
      },
      bundle: true,
      conditions,
      format: 'iife',
      platform: 'browser',
      write: false,
      logLevel: 'silent',
    });
    const [{ text }] = outputFiles;
    assert.doesNotMatch(text, /\bimport\s*\(|\brequire\s*\(|fetch\(/);
    const logged = new Promise((resolve) => {
      const console = { log: (...words) => resolve(words.join(' ')) };
      const context = { EventTarget, Event, DOMException, WebAssembly, crypto, console, TextDecoder, TextEncoder };
      runInContext(text, createContext(context));
    });
    assert.equal(await logged, 'Camera 1280');
  });
}
