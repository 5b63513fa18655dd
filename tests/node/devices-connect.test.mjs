// The user's side: connect(), and what can be done to a device.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { JSDOM } from 'jsdom';
import { createRealm } from '#package';
import { createDevicesRealm, VirtualDevice, VirtualDevices } from '#devices';
import { listed, newDevices } from './devices-harness.mjs';
import { record, throwsTypeError } from './harness.mjs';

const failed = "Failed to execute 'connect' on 'VirtualDevices': ";
const cameraModes = (...sizes) => sizes.map(([width, height, frameRate]) => ({ width, height, frameRate }));

async function cameraTrack(init = {}, video = true) {
  const { mediaDevices, devices } = newDevices([]);
  const device = devices.connect({ kind: 'videoinput', label: 'Camera', ...init });
  const [track] = (await mediaDevices.getUserMedia({ video })).getTracks();
  return { device, devices, mediaDevices, track };
}

test('a device is what connect() was told', () => {
  const { connected: [device] } = newDevices([{ kind: 'videoinput', label: 'FaceTime HD', deviceId: 'a', groupId: 'b' }]);
  assert.ok(device instanceof VirtualDevice);
  assert.deepEqual(
    [device.kind, device.label, device.deviceId, device.groupId, device.connected, device.inUse, device.muted, device.busy, device.broken],
    ['videoinput', 'FaceTime HD', 'a', 'b', true, false, false, false, false],
  );
});

test('ids that connect() was not told are made up, and differ', () => {
  const { connected } = newDevices();
  const ids = connected.flatMap(({ deviceId, groupId }) => [deviceId, groupId]);
  assert.ok(ids.every((id) => id.length === 36));
  assert.equal(new Set(ids).size, 4);
});

test('labels and ids are converted to strings', () => {
  const { connected: [device] } = newDevices([{ kind: 'audioinput', label: 5, deviceId: 6, groupId: 7 }]);
  assert.deepEqual([device.label, device.deviceId, device.groupId], ['5', '6', '7']);
});

test('what describes no device is a TypeError that says why, and nothing is connected', async () => {
  const { devices, mediaDevices } = newDevices([]);
  const kind = 'videoinput';
  const cases = [
    [undefined, "parameter 1 ('init') is not an object."],
    ['videoinput', "parameter 1 ('init') is not an object."],
    [{}, "member 'kind' is not 'audioinput', 'audiooutput' or 'videoinput'."],
    [{ kind: 'video' }, "member 'kind' is not 'audioinput', 'audiooutput' or 'videoinput'."],
    [{ kind, deviceId: '' }, "member 'deviceId' is empty."],
    [{ kind, groupId: '' }, "member 'groupId' is empty."],
    [{ kind, capabilities: 5 }, "member 'capabilities' is not an object."],
    [{ kind, settings: 'x' }, "member 'settings' is not an object."],
    [{ kind, modes: {} }, "member 'modes' is not an array of modes."],
    [{ kind, modes: [] }, "member 'modes' is not an array of modes."],
    [{ kind, modes: [640] }, "member 'modes' is not an array of modes."],
    [{ kind, modes: [{ height: 1 }] }, "member 'width' of a mode is not a positive number."],
    [{ kind, modes: [{ width: 1, height: 0 }] }, "member 'height' of a mode is not a positive number."],
    [{ kind, modes: [{ width: 1, height: 1, frameRate: Infinity }] }, "member 'frameRate' of a mode is not a positive number."],
    [{ kind: 'audioinput', modes: [{ width: 1, height: 1 }] }, "only a 'videoinput' device has modes."],
    [{ kind: 'audiooutput', capabilities: {} }, "an 'audiooutput' device has no capabilities and settings."],
    [{ kind: 'audiooutput', settings: {} }, "an 'audiooutput' device has no capabilities and settings."],
  ];
  for (const [init, why] of cases) throwsTypeError(() => devices.connect(init), failed + why);
  throwsTypeError(() => devices.connect(), `${failed}1 argument required, but only 0 present.`);
  throwsTypeError(() => devices.connect({ kind, label: Symbol('label') }));
  assert.deepEqual(await listed(mediaDevices), []);
});

test('a device is known by its deviceId and kind together, while it is connected', () => {
  const { devices, connected: [camera] } = newDevices([{ kind: 'videoinput', deviceId: 'a' }]);
  const init = { kind: 'videoinput', deviceId: 'a' };
  throwsTypeError(() => devices.connect(init), `${failed}there is a device of this kind and deviceId.`);
  devices.connect({ kind: 'audioinput', deviceId: 'a' });
  camera.disconnect();
  assert.equal(devices.connect(init).deviceId, 'a');
});

/** A window that makes tracks of its own, of nothing: what they need is there, and its clock is where a page can replace it. */
function windowWithTracks() {
  const picture = new Proxy({}, { __proto__: null, get: () => () => {} });
  class Track extends EventTarget {
    readyState = 'live';
    enabled = true;
    frames = 0;
    stop() {
      this.readyState = 'ended';
    }
    requestFrame() {
      this.frames++;
    }
  }
  class HTMLCanvasElement {
    getContext() {
      return picture;
    }
    captureStream() {
      const track = new Track();
      return { getVideoTracks: () => [track] };
    }
  }
  class MediaStream {
    constructor(tracks) {
      this.getTracks = () => tracks;
    }
  }
  return {
    ...{ EventTarget, Event, DOMException, MediaStream, HTMLCanvasElement, AudioContext: class {} },
    // What a failing test leaves behind keeps no process.
    setInterval: (act, period) => setInterval(act, period).unref(),
    ...{ clearInterval, performance: { now: () => performance.now() } },
    document: { createElement: () => new HTMLCanvasElement() },
  };
}

test("the picture of a native camera is drawn by the window's own clock, whatever a page has put in its place since", async () => {
  const window = windowWithTracks();
  createDevicesRealm(window);
  const stopped = () => assert.fail('a clock that stands still was asked');
  Object.assign(window, { setInterval: stopped, clearInterval: stopped, performance: { now: stopped } });
  const { mediaDevices, connected: [camera] } = newDevices([{ kind: 'videoinput' }], { window, native: true });
  const [track] = (await mediaDevices.getUserMedia({ video: { frameRate: 30 } })).getTracks();
  const { frames } = track;
  while (track.frames < frames + 3) await new Promise((resolve) => setTimeout(resolve, 5));
  camera.disconnect();
  assert.equal(track.readyState, 'ended');
});

test('events of native tracks, and what the tracks say, are what the specification says, whatever Object.prototype has', async () => {
  const { mediaDevices, connected: [camera] } = newDevices([{ kind: 'videoinput' }], { window: windowWithTracks(), native: true });
  const [track] = (await mediaDevices.getUserMedia({ video: true })).getTracks();
  const log = [];
  for (const type of ['mute', 'unmute', 'ended']) {
    track.addEventListener(type, ({ type, bubbles, cancelable, composed }) => log.push([type, bubbles, cancelable, composed]));
  }
  // Script's own, which the user agent doesn't ask.
  track.dispatchEvent = () => assert.fail('the page was asked');
  const names = ['bubbles', 'cancelable', 'composed', 'facingMode', 'init', 'host', 'track', 'settings', 'get', 'set'];
  const heard = [];
  for (const name of names) {
    Object.defineProperty(Object.prototype, name, { __proto__: null, configurable: true, get: () => name, set: () => heard.push(name) });
  }
  let settings;
  try {
    camera.mute();
    camera.unmute();
    track.clone().stop();
    camera.disconnect();
    settings = track.getSettings();
  } finally {
    for (const name of names) delete Object.prototype[name];
  }
  assert.deepEqual(log, [['mute', false, false, false], ['unmute', false, false, false], ['ended', false, false, false]]);
  assert.deepEqual(Object.keys(settings).sort(), ['deviceId', 'groupId']);
  assert.deepEqual(heard, []);
});

test('native tracks, where the window has none to make, are a TypeError', () => {
  const message = "Failed to construct 'VirtualDevices': the window has no native tracks to make.";
  throwsTypeError(() => new VirtualDevices({ native: true }), message);
  throwsTypeError(() => new VirtualDevices({ native: true, window: new JSDOM('').window }), message);
});

test('options that are none are TypeErrors', () => {
  throwsTypeError(() => new VirtualDevices(5), "Failed to construct 'VirtualDevices': parameter 1 ('options') is not an object.");
  throwsTypeError(() => new VirtualDevices({ window: {} }));
  throwsTypeError(() => new VirtualDevice(), 'Illegal constructor');
});

test('permission that is none is a TypeError, and nothing has changed', () => {
  const { devices } = newDevices([]);
  assert.equal(devices.permission, 'granted');
  const message = "Failed to set the 'permission' property on 'VirtualDevices': the value is not 'granted', 'denied' or a function.";
  for (const value of ['prompt', '', null, undefined, true, {}]) throwsTypeError(() => { devices.permission = value; }, message);
  assert.equal(devices.permission, 'granted');
  const ask = () => 'granted';
  devices.permission = ask;
  assert.equal(devices.permission, ask);
});

test('a camera without modes and capabilities is 640×480 at 30, and 1280×720 at the most', async () => {
  const { track } = await cameraTrack();
  const { width, height, frameRate, resizeMode } = track.getSettings();
  assert.deepEqual([width, height, frameRate, resizeMode], [640, 480, 30, 'none']);
  const capabilities = track.getCapabilities();
  assert.deepEqual([capabilities.width, capabilities.height, capabilities.frameRate], [
    { min: 1, max: 1280 },
    { min: 1, max: 720 },
    { min: 0, max: 30 },
  ]);
});

test('capabilities that tell no size add to those of the modes', async () => {
  const { track } = await cameraTrack({ capabilities: { facingMode: ['user'] }, settings: { facingMode: 'user' } });
  assert.deepEqual([track.getSettings().facingMode, track.getSettings().width], ['user', 640]);
  assert.deepEqual([track.getCapabilities().facingMode, track.getCapabilities().width], [['user'], { min: 1, max: 1280 }]);
});

test('capabilities that tell a size are all that there is', async () => {
  const { track } = await cameraTrack({ capabilities: { width: { min: 100, max: 320 }, height: { min: 100, max: 240 } } });
  const { deviceId, groupId, ...capabilities } = track.getCapabilities();
  assert.deepEqual(capabilities, { width: { min: 100, max: 320 }, height: { min: 100, max: 240 } });
  assert.deepEqual([track.getSettings().width, track.getSettings().height], [320, 240]);
});

test('the first mode is the default', async () => {
  const { track } = await cameraTrack({ modes: cameraModes([1920, 1080, 60], [640, 480, 30]) });
  const { width, height, frameRate } = track.getSettings();
  assert.deepEqual([width, height, frameRate], [1920, 1080, 60]);
});

test('a microphone has the defaults that browsers have', async () => {
  const { mediaDevices } = newDevices();
  const [track] = (await mediaDevices.getUserMedia({ audio: true })).getTracks();
  const { deviceId, groupId, ...settings } = track.getSettings();
  assert.deepEqual(settings, {
    autoGainControl: true,
    channelCount: 1,
    echoCancellation: true,
    latency: 0.01,
    noiseSuppression: true,
    sampleRate: 48000,
    sampleSize: 16,
  });
});

test('mute and unmute are those of its tracks, those to come included', async () => {
  const { device, mediaDevices, track } = await cameraTrack();
  const log = record([track], ['mute', 'unmute']);
  device.mute();
  device.mute();
  assert.deepEqual([device.muted, track.muted, log.splice(0)], [true, true, ['mute Camera']]);
  const [other] = (await mediaDevices.getUserMedia({ video: true })).getTracks();
  assert.equal(other.muted, true);
  device.unmute();
  assert.deepEqual([device.muted, track.muted, other.muted, log], [false, false, false, ['unmute Camera']]);
});

test('a loudspeaker is never in use or muted', () => {
  const { connected: [speaker] } = newDevices([{ kind: 'audiooutput' }]);
  speaker.mute();
  speaker.unmute();
  speaker.setSettings({});
  assert.deepEqual([speaker.muted, speaker.inUse], [false, false]);
  speaker.disconnect();
});

test('a device is in use while some track or clone of it is live', async () => {
  const { device, track } = await cameraTrack();
  const clone = track.clone();
  track.stop();
  assert.equal(device.inUse, true);
  clone.stop();
  assert.equal(device.inUse, false);
});

test('disconnecting ends its tracks and clones, which stay in their streams', async () => {
  const { device, mediaDevices } = await cameraTrack();
  const stream = await mediaDevices.getUserMedia({ video: true });
  const [track] = stream.getTracks();
  const clone = track.clone();
  const log = record([track, clone], ['ended']);
  const streamLog = record([stream], ['removetrack']);
  device.disconnect();
  assert.deepEqual([track.readyState, clone.readyState, log.length, streamLog.length], ['ended', 'ended', 2, 0]);
  assert.deepEqual([device.connected, device.inUse, stream.active, stream.getTracks()[0]], [false, false, false, track]);
  const { deviceId, groupId } = device;
  assert.deepEqual(track.getSettings(), { deviceId, groupId });
});

test('new settings are those of the live tracks, also of constrained ones, where they are given', async () => {
  const { device, track } = await cameraTrack({}, { width: 1280 });
  const clone = track.clone();
  await clone.applyConstraints({ width: { exact: 640 } });
  const ended = track.clone();
  ended.stop();
  device.setSettings({ width: 720, height: 1280 });
  for (const { width, height, aspectRatio, frameRate, deviceId } of [track.getSettings(), clone.getSettings()]) {
    assert.deepEqual([width, height, aspectRatio, frameRate, deviceId], [720, 1280, 0.5625, 30, device.deviceId]);
  }
  assert.equal(ended.getSettings().width, undefined);
  assert.deepEqual(track.getConstraints(), { width: 1280 });
});

test('one that is changed in one direction only has the aspect ratio of that size', async () => {
  const { device, track } = await cameraTrack();
  const [before, changed] = [track.getSettings(), () => track.getSettings()];
  assert.equal(before.aspectRatio, 1.3333333333);
  device.setSettings({ width: 720 });
  assert.deepEqual([changed().width, changed().height, changed().aspectRatio], [720, 480, 1.5]);
});

test('constraints that are applied later choose anew', async () => {
  const { device, track } = await cameraTrack();
  device.setSettings({ width: 480, height: 640 });
  await track.applyConstraints({ width: { exact: 1280 } });
  assert.equal(track.getSettings().width, 1280);
});

test('settings that are none, or would change what a device is known by, are TypeErrors', async () => {
  const { device } = await cameraTrack();
  const failed = "Failed to execute 'setSettings' on 'VirtualDevice': ";
  throwsTypeError(() => device.setSettings(), `${failed}1 argument required, but only 0 present.`);
  throwsTypeError(() => device.setSettings(5), `${failed}parameter 1 ('settings') is not an object.`);
  throwsTypeError(() => device.setSettings({ deviceId: 'b' }), `${failed}the deviceId and groupId of a device don't change.`);
});

test('clones are constrained independently', async () => {
  const { track } = await cameraTrack();
  const clone = track.clone();
  await clone.applyConstraints({ width: { exact: 1280 } });
  assert.deepEqual([track.getSettings().width, clone.getSettings().width], [640, 1280]);
});

test('the classes are those of a window, whose tracks and streams getUserMedia gives', async () => {
  const { window } = new JSDOM('', { runScripts: 'outside-only' });
  const { devices, mediaDevices } = newDevices([{ kind: 'videoinput' }], { window });
  const { MediaDevices, InputDeviceInfo, DeviceChangeEvent } = createDevicesRealm(window);
  const { MediaStream, MediaStreamTrack, OverconstrainedError } = createRealm(window);
  assert.ok(mediaDevices instanceof MediaDevices && mediaDevices instanceof window.EventTarget);
  assert.notEqual(MediaDevices, createDevicesRealm(globalThis).MediaDevices);
  assert.equal(createDevicesRealm(window), createDevicesRealm(window));
  const stream = await mediaDevices.getUserMedia({ video: true });
  assert.ok(stream instanceof MediaStream && stream.getTracks()[0] instanceof MediaStreamTrack);
  assert.ok((await mediaDevices.enumerateDevices())[0] instanceof InputDeviceInfo);
  await assert.rejects(mediaDevices.getUserMedia({ video: { width: { min: 9999 } } }), OverconstrainedError);
  await assert.rejects(mediaDevices.getUserMedia({ audio: true }), window.DOMException);
  let event;
  mediaDevices.ondevicechange = (heard) => { event = heard; };
  devices.connect({ kind: 'audioinput' });
  assert.ok(event instanceof DeviceChangeEvent && event instanceof window.Event);
});

test('what a listener throws is reported to the window, and the next one runs', () => {
  const { window } = new JSDOM('', { runScripts: 'outside-only' });
  const { devices, mediaDevices } = newDevices([], { window, exposed: true });
  const log = [];
  window.addEventListener('error', (event) => {
    log.push(event.error.message);
    event.preventDefault();
  });
  mediaDevices.addEventListener('devicechange', () => { throw new Error('thrown'); });
  mediaDevices.addEventListener('devicechange', () => log.push('next'));
  devices.connect({ kind: 'videoinput' });
  assert.deepEqual(log, ['thrown', 'next']);
});
