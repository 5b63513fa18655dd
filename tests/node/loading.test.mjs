// Importing costs nothing and is allowed everywhere; WebAssembly is instantiated when it is first needed.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inProcess } from './harness.mjs';

test('import compiles no WebAssembly; the first object does, once and synchronously', async () => {
  const counts = await inProcess(async () => {
    const counts = [];
    let compiled = 0;
    let tried;
    for (const name of ['Module', 'Instance']) {
      WebAssembly[name] = new Proxy(WebAssembly[name], {
        construct(target, args, newTarget) {
          const made = Reflect.construct(target, args, newTarget);
          // In Node, require() tries whether an empty module works.
          if (args[0].byteLength === 8 || args[0] === tried) tried ??= made;
          else compiled += 1;
          return made;
        },
      });
    }
    for (const name of ['compile', 'instantiate', 'compileStreaming', 'instantiateStreaming']) {
      WebAssembly[name] = () => { throw new Error(`asynchronous: ${name}`); };
    }
    const { MediaStream, OverconstrainedError, TrackSource, createRealm } = await import('mediastream-polyfill');
    createRealm(globalThis);
    new OverconstrainedError('width');
    counts.push(compiled);
    new MediaStream();
    counts.push(compiled > 0);
    const after = compiled;
    new TrackSource('video').createTrack();
    new MediaStream();
    counts.push(compiled - after);
    return counts;
  });
  assert.deepEqual(counts, [0, true, 0]);
});

for (const [constructed, args] of [['MediaStream', ''], ['TrackSource', "'video'"], ['StreamController', '']]) {
  test(`where a browser forbids WebAssembly, import works, and new ${constructed} says what a page has to allow`, async () => {
    const messages = await inProcess(`async () => {
      const forbidden = class { constructor() { throw new WebAssembly.CompileError('unsafe-eval is not an allowed source'); } };
      WebAssembly.Module = WebAssembly.Instance = forbidden;
      const { ${constructed}: Constructor, install } = await import(process.cwd() + '/index.js');
      const installation = install(globalThis);
      const messages = [];
      for (let n = 0; n < 2; n++) {
        try { new Constructor(${args}); } catch (error) { messages.push(error.message, error.cause?.message); }
      }
      installation.uninstall();
      return messages;
    }`);
    assert.equal(messages.length, 4);
    for (const message of [messages[0], messages[2]]) assert.match(message, /'wasm-unsafe-eval'/);
    assert.match(messages[1], /unsafe-eval is not an allowed source/);
  });
}

test('where a browser has no WebAssembly at all, import works and constructing says so', async () => {
  const message = await inProcess(async () => {
    delete globalThis.WebAssembly;
    const { MediaStream } = await import(process.cwd() + '/index.js');
    try { new MediaStream(); } catch (error) { return error.message; }
  });
  assert.equal(message, "mediastream-polyfill can't use WebAssembly: this host has none. mediastream-polyfill/js does without.");
});

test('what else keeps a module from being instantiated is told as it is, and blamed on no policy', async () => {
  for (const [thrown, told] of [
    ["new WebAssembly.CompileError('Wasm code generation disallowed by embedder')", 'CompileError: Wasm code generation disallowed by embedder'],
    ["new RangeError('Out of memory')", 'RangeError: Out of memory'],
  ]) {
    const message = await inProcess(`async () => {
      WebAssembly.Module = class { constructor() { throw ${thrown}; } };
      const { MediaStream } = await import(process.cwd() + '/index.js');
      try { new MediaStream(); } catch (error) { return error.message; }
    }`);
    assert.equal(message, `mediastream-polyfill can't use WebAssembly: ${told}. mediastream-polyfill/js does without.`);
  }
});

test('where WebAssembly is missing in a browser or forbidden, new VirtualDevices says so, and their import works', async () => {
  for (const [take, why] of [
    ['delete globalThis.WebAssembly', /this host has none/],
    ["WebAssembly.Module = class { constructor() { throw new WebAssembly.CompileError('blocked by CSP'); } }", /'wasm-unsafe-eval'.*the page's policy.*blocked by CSP/],
  ]) {
    const message = await inProcess(`async () => {
      ${take};
      const { VirtualDevices } = await import(process.cwd() + '/devices.js');
      try { new VirtualDevices(); } catch (error) { return error.message; }
    }`);
    assert.match(message, why);
  }
});

test('where WebAssembly is missing in a browser or forbidden, install changes nothing, and says why once', async () => {
  for (const [take, why] of [
    ['delete globalThis.WebAssembly', /this host has none/],
    ["WebAssembly.Module = class { constructor() { throw new WebAssembly.CompileError('by the embedder'); } }", /by the embedder/],
  ]) {
    const { provided, said, own } = await inProcess(`async () => {
      ${take};
      const said = [];
      console.warn = (message) => said.push(message);
      const { install } = await import(process.cwd() + '/index.js');
      const { provided } = install(globalThis);
      install({});
      return { provided, said, own: 'MediaStream' in globalThis };
    }`);
    assert.deepEqual([provided, said.length, own], [[], 1, false]);
    assert.match(said[0], why);
  }
});

test('import leaves the globals alone, but for one symbol that does not enumerate, by which another copy finds the first', async () => {
  const [before, after, enumerable] = await inProcess(async () => {
    const names = () => Reflect.ownKeys(globalThis).map(String).sort();
    const before = names();
    const { MediaStream } = await import('mediastream-polyfill');
    new MediaStream();
    return [before, names(), Object.getOwnPropertyDescriptor(globalThis, Symbol.for('mediastream-polyfill')).enumerable];
  });
  assert.deepEqual(after.filter((name) => name !== 'Symbol(mediastream-polyfill)'), before);
  assert.equal(enumerable, false);
});

test('the package for browsers leaves the globals alone', async () => {
  const [before, after] = await inProcess(async () => {
    const names = () => Reflect.ownKeys(globalThis).map(String).sort();
    const before = names();
    const { MediaStream } = await import(`${process.cwd()}/index.js`);
    new MediaStream();
    return [before, names()];
  });
  assert.deepEqual(after, before);
});

test('require and import give the same classes', async () => {
  const same = await inProcess(async () => {
    const { createRequire } = await import('node:module');
    const required = createRequire(`${process.cwd()}/x.js`)('mediastream-polyfill');
    const imported = await import('mediastream-polyfill');
    const names = Object.keys(imported).filter((name) => name !== 'default' && name !== 'module.exports');
    const stream = new required.MediaStream([new imported.TrackSource('audio').createTrack()]);
    return {
      names: names.sort(),
      required: Object.keys(required).sort(),
      same: names.every((name) => required[name] === imported[name]),
      instance: stream instanceof imported.MediaStream,
      of: imported.StreamController.of(stream).stream === stream,
    };
  });
  assert.deepEqual(same.names, same.required);
  assert.ok(same.names.includes('MediaStream') && same.names.includes('install'));
  assert.deepEqual([same.same, same.instance, same.of], [true, true, true]);
});

test('mediastream-polyfill/auto installs what Node lacks, by import and by require', async () => {
  for (const load of [
    "await import('mediastream-polyfill/auto')",
    "(await import('node:module')).createRequire(process.cwd() + '/x.js')('mediastream-polyfill/auto')",
  ]) {
    const result = await inProcess(`async () => {
      ${load};
      const polyfill = await import('mediastream-polyfill');
      const { MediaStream, MediaStreamTrack, MediaStreamTrackEvent, OverconstrainedError } = globalThis;
      return [MediaStream === polyfill.MediaStream, MediaStreamTrack === polyfill.MediaStreamTrack,
        MediaStreamTrackEvent === polyfill.MediaStreamTrackEvent, OverconstrainedError === polyfill.OverconstrainedError];
    }`);
    assert.deepEqual(result, [true, true, true, true]);
  }
});

test('importing keeps no process alive', async () => {
  // The process of this test ends by itself, without the harness's exit.
  const { execFileSync } = await import('node:child_process');
  const { root } = await import('./harness.mjs');
  const script = "import { TrackSource } from '#package'; new TrackSource('video').createTrack().onended = () => {}; console.log('done')";
  const output = execFileSync(process.execPath, ['--input-type=module', '--eval', script], { cwd: root, timeout: 20_000 });
  assert.equal(String(output), 'done\n');
});

test('it works in a worker thread, and each thread has classes of its own', async () => {
  const result = await inProcess(async () => {
    const { Worker } = await import('node:worker_threads');
    await import('mediastream-polyfill');
    const worker = new Worker(`
      const { parentPort } = require('node:worker_threads');
      const { StreamController, TrackSource } = require('mediastream-polyfill');
      const controller = new StreamController([new TrackSource('video', { label: 'cam' }).createTrack()]);
      controller.stream.onremovetrack = ({ track }) => parentPort.postMessage('Removed: ' + track.label);
      controller.setTracks([]);
    `, { eval: true, execArgv: [] });
    const message = await new Promise((resolve, reject) => worker.once('message', resolve).once('error', reject));
    await worker.terminate();
    return message;
  });
  assert.equal(result, 'Removed: cam');
});

test('the classes extend the globals that were there at import, as a test environment that swaps them needs', async () => {
  const result = await inProcess(async () => {
    const { EventTarget: original } = globalThis;
    class Swapped extends original {}
    globalThis.EventTarget = Swapped;
    const { MediaStream } = await import('mediastream-polyfill');
    return [new MediaStream() instanceof Swapped, Object.getPrototypeOf(MediaStream) === Swapped];
  });
  assert.deepEqual(result, [true, true]);
});
