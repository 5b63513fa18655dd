// enumerateDevices(), and what is told of devices before and after a grant.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { InputDeviceInfo, MediaDeviceInfo } from '#devices';
import { listed, newDevices } from './devices-harness.mjs';
import { throwsTypeError } from './harness.mjs';

const everything = [
  { kind: 'videoinput', label: 'Front', deviceId: 'front', groupId: 'phone' },
  { kind: 'videoinput', label: 'Back', deviceId: 'back', groupId: 'phone' },
  { kind: 'audiooutput', label: 'Speaker', deviceId: 'speaker', groupId: 'phone' },
  { kind: 'audioinput', label: 'Built-in', deviceId: 'built-in', groupId: 'phone' },
  { kind: 'audioinput', label: 'Headset', deviceId: 'headset', groupId: 'headset' },
];
const nameless = (kind) => ({ deviceId: '', kind, label: '', groupId: '' });
const named = (...ids) => ids.map((id) => everything.find(({ deviceId }) => deviceId === id));

test('before a grant, one nameless device of each input kind is listed, and no output', async () => {
  const { mediaDevices } = newDevices(everything);
  assert.deepEqual(await listed(mediaDevices), [nameless('audioinput'), nameless('videoinput')]);
});

test('with no devices, nothing is listed', async () => {
  assert.deepEqual(await listed(newDevices([]).mediaDevices), []);
});

test('exposed skips the gate: microphones, then cameras, then outputs, each in the order of their connection', async () => {
  const { mediaDevices } = newDevices(everything, { exposed: true });
  assert.deepEqual(await listed(mediaDevices), named('built-in', 'headset', 'front', 'back', 'speaker'));
});

test('with permission granted, device exposure is extended to the other kind', async () => {
  const { mediaDevices } = newDevices(everything);
  await mediaDevices.getUserMedia({ video: true });
  assert.deepEqual(await listed(mediaDevices), named('built-in', 'headset', 'front', 'back', 'speaker'));
});

test('where the user is asked, a camera exposes cameras only', async () => {
  const { devices, mediaDevices } = newDevices(everything);
  devices.permission = () => 'granted';
  await mediaDevices.getUserMedia({ video: true });
  assert.deepEqual(await listed(mediaDevices), [nameless('audioinput'), ...named('front', 'back')]);
});

test('where the user is asked, a microphone exposes microphones, and outputs with them', async () => {
  const { devices, mediaDevices } = newDevices(everything);
  devices.permission = () => 'granted';
  await mediaDevices.getUserMedia({ audio: true });
  assert.deepEqual(await listed(mediaDevices), [...named('built-in', 'headset'), nameless('videoinput'), ...named('speaker')]);
});

test('a call that fails before the grant exposes nothing', async () => {
  const { devices, mediaDevices } = newDevices(everything);
  devices.permission = 'denied';
  await assert.rejects(mediaDevices.getUserMedia({ video: true }));
  devices.permission = 'granted';
  await assert.rejects(mediaDevices.getUserMedia({ video: { width: { min: 100_000 } } }));
  await assert.rejects(mediaDevices.getUserMedia({}));
  assert.deepEqual(await listed(mediaDevices), [nameless('audioinput'), nameless('videoinput')]);
});

test('a device that is busy after the grant is exposed: the grant is what counts', async () => {
  const { connected: [camera], mediaDevices } = newDevices();
  camera.busy = true;
  await assert.rejects(mediaDevices.getUserMedia({ video: true }));
  assert.deepEqual((await listed(mediaDevices)).map(({ label }) => label), ['Microphone', 'Camera']);
});

test('the system default of a kind comes first; an output that is the default is listed as such besides', async () => {
  const { mediaDevices } = newDevices(everything.map((init) => ({
    ...init,
    default: ['back', 'headset', 'speaker'].includes(init.deviceId),
  })), { exposed: true });
  const infos = await listed(mediaDevices);
  assert.deepEqual(infos, [
    ...named('headset', 'built-in', 'back', 'front'),
    { ...named('speaker')[0], deviceId: 'default', label: 'Default - Speaker' },
    ...named('speaker'),
  ]);
});

test('a default output is listed as such first, and in its place among the outputs besides', async () => {
  const { mediaDevices } = newDevices(['A', 'B', 'C'].map((label) => ({
    kind: 'audiooutput', label, deviceId: label, default: label === 'B',
  })), { exposed: true });
  const infos = await listed(mediaDevices);
  assert.deepEqual(infos.map(({ label }) => label), ['Default - B', 'A', 'B', 'C']);
  assert.deepEqual(infos.map(({ deviceId }) => deviceId), ['default', 'A', 'B', 'C']);
});

test('there is one system default of a kind: the last that said so', async () => {
  const { mediaDevices } = newDevices(everything.map((init) => ({ ...init, default: true })), { exposed: true });
  const infos = await listed(mediaDevices);
  assert.deepEqual(infos.slice(0, 4), named('headset', 'built-in', 'back', 'front'));
});

test('input devices are InputDeviceInfos, outputs MediaDeviceInfos, and each list is a new one', async () => {
  const { mediaDevices } = newDevices(everything, { exposed: true });
  const infos = await mediaDevices.enumerateDevices();
  assert.deepEqual(infos.map((info) => info instanceof InputDeviceInfo), [true, true, true, true, false]);
  assert.ok(infos.every((info) => info instanceof MediaDeviceInfo));
  const again = await mediaDevices.enumerateDevices();
  assert.notEqual(again, infos);
  assert.notEqual(again[0], infos[0]);
});

test('toJSON has the attributes in the order of their IDL', async () => {
  const [info] = await newDevices(everything, { exposed: true }).mediaDevices.enumerateDevices();
  assert.equal(JSON.stringify(info), '{"deviceId":"built-in","kind":"audioinput","label":"Built-in","groupId":"phone"}');
});

test('getCapabilities of a device are those of its track, unconstrained', async () => {
  const { mediaDevices } = newDevices([
    { kind: 'videoinput', deviceId: 'a', groupId: 'g', modes: [{ width: 640, height: 480, frameRate: 30 }, { width: 320, height: 240, frameRate: 60 }] },
  ]);
  const stream = await mediaDevices.getUserMedia({ video: { width: 320 } });
  const [info] = await mediaDevices.enumerateDevices();
  const [track] = stream.getTracks();
  assert.deepEqual(info.getCapabilities(), track.getCapabilities());
  assert.deepEqual(info.getCapabilities(), {
    aspectRatio: { min: 1 / 480, max: 640 },
    deviceId: 'a',
    frameRate: { min: 0, max: 60 },
    groupId: 'g',
    height: { min: 1, max: 480 },
    resizeMode: ['none', 'crop-and-scale'],
    width: { min: 1, max: 640 },
  });
  info.getCapabilities().width.max = 1;
  assert.equal(info.getCapabilities().width.max, 640);
});

test('getCapabilities of a nameless device are empty', async () => {
  for (const info of await newDevices(everything).mediaDevices.enumerateDevices()) {
    assert.deepEqual(info.getCapabilities(), {});
  }
});

test('an info stays what it was', async () => {
  const { mediaDevices, connected: [camera] } = newDevices();
  const before = await mediaDevices.enumerateDevices();
  await mediaDevices.getUserMedia({ video: true });
  camera.disconnect();
  assert.deepEqual(before.map((info) => info.label), ['', '']);
});

test('getSupportedConstraints has every constrainable property, in a new dictionary', () => {
  const { mediaDevices } = newDevices([]);
  const supported = mediaDevices.getSupportedConstraints();
  assert.deepEqual(Object.keys(supported), [
    'aspectRatio', 'autoGainControl', 'backgroundBlur', 'channelCount', 'deviceId', 'echoCancellation', 'facingMode',
    'frameRate', 'groupId', 'height', 'latency', 'noiseSuppression', 'resizeMode', 'sampleRate', 'sampleSize', 'width',
  ]);
  assert.ok(Object.values(supported).every((value) => value === true));
  assert.notEqual(mediaDevices.getSupportedConstraints(), supported);
});

test('members on another object are TypeErrors, promised ones too', async () => {
  const { mediaDevices } = newDevices([]);
  const prototype = Object.getPrototypeOf(mediaDevices);
  throwsTypeError(() => prototype.getSupportedConstraints.call(new EventTarget()), 'Illegal invocation');
  throwsTypeError(() => prototype.ondevicechange, 'Illegal invocation');
  throwsTypeError(() => MediaDeviceInfo.prototype.toJSON.call({}), 'Illegal invocation');
  await assert.rejects(prototype.enumerateDevices.call({}), TypeError);
  await assert.rejects(prototype.getUserMedia.call({}, { video: true }), TypeError);
  const [output] = (await newDevices(everything, { exposed: true }).mediaDevices.enumerateDevices()).slice(-1);
  throwsTypeError(() => InputDeviceInfo.prototype.getCapabilities.call(output), 'Illegal invocation');
});
