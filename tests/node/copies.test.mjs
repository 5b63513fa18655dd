// The package loaded more than once in one process, as test runners and linked packages do.
import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { root } from './harness.mjs';

const require = createRequire(import.meta.url);
const { version } = JSON.parse(readFileSync(join(root, 'pkg', 'package.json'), 'utf8'));
const folder = mkdtempSync(join(tmpdir(), 'mediastream-polyfill-'));
after(() => rmSync(folder, { recursive: true }));

/** Another copy of the package, of this version or of another. */
function copy(name, copyVersion = version) {
  const place = join(folder, name);
  for (const file of readdirSync(join(root, 'pkg')).filter((file) => file.endsWith('.cjs'))) {
    cpSync(join(root, 'pkg', file), join(place, file));
    const text = readFileSync(join(place, file), 'utf8');
    writeFileSync(join(place, file), text.replaceAll(`"${version}"`, `"${copyVersion}"`));
  }
  return { ...require(join(place, 'index.cjs')), ...require(join(place, 'devices.cjs')) };
}

const first = copy('first');
const second = copy('second');

test('copies of one version have the same classes', () => {
  assert.deepEqual(Object.keys(second).sort(), Object.keys(first).sort());
  for (const key of Object.keys(first)) assert.equal(second[key], first[key], key);
});

test("what one copy's import has made, the other's takes", async () => {
  const devices = new second.VirtualDevices();
  devices.connect({ kind: 'videoinput' });
  const stream = await devices.mediaDevices.getUserMedia({ video: true });
  assert.ok(stream instanceof first.MediaStream);
  const track = new first.TrackSource('audio').createTrack();
  stream.addTrack(track);
  assert.equal(second.StreamController.of(stream).stream.getTracks()[1], track);
});

test('two versions are told apart: what does not take the other one\'s objects says so, and how to find out', () => {
  const other = copy('other', '9.9.9');
  assert.notEqual(other.MediaStream, first.MediaStream);
  const track = new other.TrackSource('video').createTrack();
  const stream = new other.MediaStream();
  for (const act of [
    () => new first.MediaStream([track]),
    () => new first.MediaStream().addTrack(track),
    () => new first.MediaStreamTrackEvent('addtrack', { track }),
    () => first.StreamController.of(stream),
    () => new first.StreamController([track]),
  ]) {
    assert.throws(act, (error) => {
      assert.ok(error instanceof TypeError);
      assert.match(error.message, new RegExp(`is not .* versions of mediastream-polyfill here, ${version} and 9\\.9\\.9,.*npm ls`));
      return true;
    });
  }
});

test('a copy of the ES modules that is installed where another is says so', async () => {
  const place = join(folder, 'modules');
  const [one, other] = await Promise.all(
    ['one', 'other'].map((name) => {
      for (const file of ['index', 'core', 'install', 'sources']) cpSync(join(root, 'pkg', `${file}.js`), join(place, name, `${file}.js`));
      writeFileSync(join(place, 'package.json'), '{ "type": "module" }');
      return import(join(place, name, 'index.js'));
    }),
  );
  const { EventTarget, Event, DOMException } = globalThis;
  const host = { EventTarget, Event, DOMException };
  const warnings = [];
  const { warn } = console;
  console.warn = (message) => warnings.push(message);
  try {
    assert.ok(one.install(host).provided.includes('MediaStream'));
    assert.deepEqual(other.install(host).provided, []);
  } finally {
    console.warn = warn;
  }
  assert.equal(warnings.length, 1);
  assert.match(warnings[0], /another copy of this package/);
});
