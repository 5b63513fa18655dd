// What script in a window gets: errors, promises, arrays and dictionaries of that window's own classes.
import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { test } from 'node:test';
import { JSDOM } from 'jsdom';

const require = createRequire(import.meta.url);
const { createRealm, install, MediaStream } = require('../../pkg/index.cjs');
const { VirtualDevices } = require('../../pkg/devices.cjs');

/** A window that runs scripts, and so has built-ins of its own, with a camera. */
function newWindow() {
  const { window } = new JSDOM('', { runScripts: 'outside-only' });
  const devices = new VirtualDevices({ window });
  devices.connect({ kind: 'videoinput' });
  install(window, { devices });
  const realm = createRealm(window);
  window.video = window.document.createElement('video');
  window.stream = new realm.MediaStream([new realm.TrackSource('video', { settings: { width: 640 } }).createTrack()]);
  return window;
}

const window = newWindow();

for (const [what, script] of Object.entries({
  'a constructor': "new MediaStreamTrackEvent('x')",
  'a constructor that script may not call': 'new MediaStreamTrack()',
  'a constructor without new': 'MediaStream()',
  'an operation': 'stream.addTrack(5)',
  'an operation of another object': 'MediaStream.prototype.getTracks.call({})',
  'an attribute of another object': 'MediaStreamTrack.prototype.kind',
  'an attribute that is set of another object': 'MediaStream.prototype.onaddtrack = null',
  'an element that is to play something else': 'video.srcObject = 5',
  'an attribute of no element': 'HTMLMediaElement.prototype.srcObject',
  'an attribute that is set of no element': 'HTMLMediaElement.prototype.srcObject = null',
  'an attribute of no navigator': 'Navigator.prototype.mediaDevices',
  'a symbol as an argument': 'stream.getTrackById(Symbol())',
  "a symbol as a constructor's argument": 'new OverconstrainedError(Symbol())',
  'a symbol as a value': 'stream.getTracks()[0].contentHint = Symbol()',
})) {
  test(`the TypeError of ${what} is the window's`, () => {
    assert.ok(window.eval(`(() => { try { ${script}; } catch (error) { return error instanceof TypeError; } })()`));
  });
}

for (const [what, script] of Object.entries({
  'a list of tracks': 'stream.getTracks() instanceof Array',
  'settings': 'stream.getTracks()[0].getSettings() instanceof Object',
  'a promise': 'navigator.mediaDevices.enumerateDevices() instanceof Promise',
  "the lists of an event's devices": 'new DeviceChangeEvent("x").devices instanceof Array && new DeviceChangeEvent("x").userInsertedDevices instanceof Array',
  'the promise of applyConstraints()': 'stream.getTracks()[0].applyConstraints() instanceof Promise',
})) {
  test(`${what} is the window's`, () => assert.equal(window.eval(script), true));
}

test("what a promise comes to is the window's: the list of devices, and the TypeError of what is wrong at once", async () => {
  assert.equal(await window.eval('navigator.mediaDevices.enumerateDevices().then((list) => list instanceof Array)'), true);
  const failure = 'navigator.mediaDevices.getUserMedia({}).then(null, (error) => error instanceof TypeError)';
  assert.equal(await window.eval(failure), true);
});

test("what devicechange lists is the window's", () => {
  const { window } = new JSDOM('', { runScripts: 'outside-only' });
  const devices = new VirtualDevices({ window });
  install(window, { devices });
  window.eval('navigator.mediaDevices.ondevicechange = (event) => { heard = [event.devices, event.userInsertedDevices]; }; var heard');
  devices.connect({ kind: 'videoinput' });
  assert.equal(window.eval('heard.every((list) => list instanceof Array && Object.isFrozen(list) && list.length === 1)'), true);
});

test('a promise that is rejected at once is: no microtask later', async () => {
  const race = "Promise.race([navigator.mediaDevices.getUserMedia({}), Promise.resolve('late')]).catch(() => 'at once')";
  assert.equal(await window.eval(race), 'at once');
});

test('interfaces keep their shape', () => {
  const { InputDeviceInfo, MediaDeviceInfo, MediaStreamTrack } = window;
  assert.equal(Object.getPrototypeOf(window.MediaStream), window.EventTarget);
  assert.equal(Object.getPrototypeOf(InputDeviceInfo), MediaDeviceInfo);
  assert.equal(MediaStreamTrack.prototype.constructor, MediaStreamTrack);
  assert.deepEqual([MediaStreamTrack.name, window.MediaStreamTrackEvent.length], ['MediaStreamTrack', 2]);
  const { get, set } = Object.getOwnPropertyDescriptor(MediaStreamTrack.prototype, 'enabled');
  assert.deepEqual([get.name, set.name, get.length, set.length], ['get enabled', 'set enabled', 0, 1]);
  assert.equal(window.eval('class Mine extends MediaStream {}; new Mine() instanceof Mine && new Mine() instanceof MediaStream'), true);
});

test("a listener's errors are nobody's but its own, and Node's classes stay Node's", () => {
  assert.throws(() => new MediaStream([5]), TypeError);
  assert.ok(new MediaStream().getTracks() instanceof Array);
  // What script throws while it is converted passes as it is.
  const own = new TypeError('own');
  const type = { toString() { throw own; } };
  assert.throws(() => window.stream.getTrackById(type), (error) => error === own);
});
