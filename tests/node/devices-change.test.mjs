// The event devicechange, its interface and its event handler.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DeviceChangeEvent } from '#devices';
import { listed, newDevices } from './devices-harness.mjs';
import { throwsTypeError } from './harness.mjs';

const labelsOf = (infos) => infos.map((info) => info.label);

/** The events, as what they said was there and was inserted. */
function record(mediaDevices) {
  const log = [];
  mediaDevices.addEventListener('devicechange', (event) => log.push([labelsOf(event.devices), labelsOf(event.userInsertedDevices)]));
  return log;
}

test('connecting and disconnecting fire devicechange, before they return', () => {
  const { devices, mediaDevices } = newDevices([], { exposed: true });
  const log = record(mediaDevices);
  const camera = devices.connect({ kind: 'videoinput', label: 'Camera' });
  assert.deepEqual(log.splice(0), [[['Camera'], ['Camera']]]);
  devices.connect({ kind: 'audiooutput', label: 'Speaker' });
  assert.deepEqual(log.splice(0), [[['Camera', 'Speaker'], ['Speaker']]]);
  camera.disconnect();
  assert.deepEqual(log.splice(0), [[['Speaker'], []]]);
  camera.disconnect();
  assert.deepEqual(log, []);
});

test('the event is a DeviceChangeEvent that neither bubbles nor can be cancelled', () => {
  const { devices, mediaDevices } = newDevices([], { exposed: true });
  let event;
  mediaDevices.ondevicechange = (heard) => { event = heard; };
  devices.connect({ kind: 'videoinput' });
  assert.ok(event instanceof DeviceChangeEvent);
  assert.deepEqual([event.type, event.target, event.bubbles, event.cancelable], ['devicechange', mediaDevices, false, false]);
  assert.ok(Object.isFrozen(event.devices) && Object.isFrozen(event.userInsertedDevices));
  assert.equal(event.devices, event.devices);
  assert.equal(event.userInsertedDevices[0], event.devices[0]);
});

test('if the page may know of no difference, nothing is fired', () => {
  const { devices, mediaDevices } = newDevices([]);
  const log = record(mediaDevices);
  const first = devices.connect({ kind: 'videoinput', label: 'First' });
  assert.deepEqual(log.splice(0), [[[''], ['']]]);
  const second = devices.connect({ kind: 'videoinput', label: 'Second' });
  const speaker = devices.connect({ kind: 'audiooutput', label: 'Speaker' });
  first.disconnect();
  speaker.disconnect();
  assert.deepEqual(log, []);
  second.disconnect();
  assert.deepEqual(log, [[[], []]]);
});

test('what was connected before the page might know is listed once it may', async () => {
  const { devices, mediaDevices } = newDevices([{ kind: 'videoinput', label: 'First' }]);
  devices.connect({ kind: 'videoinput', label: 'Second' });
  await mediaDevices.getUserMedia({ video: true });
  assert.deepEqual((await listed(mediaDevices)).map(({ label }) => label), ['First', 'Second']);
});

test('tracks have ended when devicechange is fired', async () => {
  const { connected: [camera], mediaDevices } = newDevices();
  const [track] = (await mediaDevices.getUserMedia({ video: true })).getTracks();
  const log = [];
  track.onended = () => log.push(`ended, ${track.readyState}`);
  mediaDevices.ondevicechange = () => log.push('devicechange');
  camera.disconnect();
  assert.deepEqual(log, ['ended, ended', 'devicechange']);
});

test('a device that is replaced by one that looks the same before the page is told is no change', async () => {
  const init = { kind: 'videoinput', label: 'Camera', deviceId: 'a', groupId: 'b' };
  for (const [replacement, changes] of [[init, 0], [{ ...init, label: 'Other' }, 1], [{ ...init, groupId: 'c' }, 1]]) {
    const { devices, connected: [camera], mediaDevices } = newDevices([init], { exposed: true });
    const [track] = (await mediaDevices.getUserMedia({ video: true })).getTracks();
    const log = record(mediaDevices);
    track.onended = () => devices.connect(replacement);
    camera.disconnect();
    assert.equal(log.length, changes, JSON.stringify(replacement));
    assert.deepEqual((await listed(mediaDevices)).map(({ label }) => label), [replacement.label]);
  }
});

test('a device is listed until the page is told that it is gone', async () => {
  const { connected: [camera], mediaDevices } = newDevices([{ kind: 'videoinput', label: 'Camera' }]);
  const [track] = (await mediaDevices.getUserMedia({ video: true })).getTracks();
  let before;
  track.onended = () => { before = listed(mediaDevices); };
  camera.disconnect();
  assert.deepEqual((await before).map(({ label }) => label), ['Camera']);
  assert.deepEqual(await listed(mediaDevices), []);
});

test('a listener may connect a device, and that fires in turn', () => {
  const { devices, mediaDevices } = newDevices([], { exposed: true });
  const log = record(mediaDevices);
  mediaDevices.addEventListener('devicechange', () => devices.connect({ kind: 'audioinput', label: 'Microphone' }), { once: true });
  devices.connect({ kind: 'videoinput', label: 'Camera' });
  assert.deepEqual(log, [[['Camera'], ['Camera']], [['Microphone', 'Camera'], ['Microphone']]]);
});

test('ondevicechange takes objects and null, and anything else becomes null', () => {
  const { mediaDevices } = newDevices([]);
  assert.equal(mediaDevices.ondevicechange, null);
  const handler = () => {};
  mediaDevices.ondevicechange = handler;
  assert.equal(mediaDevices.ondevicechange, handler);
  const object = {};
  mediaDevices.ondevicechange = object;
  assert.equal(mediaDevices.ondevicechange, object);
  mediaDevices.dispatchEvent(new Event('devicechange'));
  for (const value of [5, 'handler', undefined, true]) {
    mediaDevices.ondevicechange = handler;
    mediaDevices.ondevicechange = value;
    assert.equal(mediaDevices.ondevicechange, null);
  }
});

test('the handler takes its place with the first value, later values keep it, and null gives it up', () => {
  const { mediaDevices } = newDevices([]);
  const log = [];
  const fire = () => {
    mediaDevices.dispatchEvent(new Event('devicechange'));
    return log.splice(0).join();
  };
  mediaDevices.ondevicechange = () => log.push('handler');
  mediaDevices.addEventListener('devicechange', () => log.push('listener'));
  assert.equal(fire(), 'handler,listener');
  mediaDevices.ondevicechange = () => log.push('other');
  assert.equal(fire(), 'other,listener');
  mediaDevices.ondevicechange = null;
  assert.equal(fire(), 'listener');
  mediaDevices.ondevicechange = () => log.push('handler');
  assert.equal(fire(), 'listener,handler');
});

test('the handler is called with the target as this, and its false cancels', () => {
  const { mediaDevices } = newDevices([]);
  let self;
  mediaDevices.ondevicechange = function () {
    self = this;
    return false;
  };
  const event = new Event('devicechange', { cancelable: true });
  assert.equal(mediaDevices.dispatchEvent(event), false);
  assert.equal(self, mediaDevices);
});

test('a DeviceChangeEvent of script has the devices that it is given, frozen, and none was inserted', async () => {
  const { mediaDevices } = newDevices();
  const infos = await mediaDevices.enumerateDevices();
  const event = new DeviceChangeEvent('x', { devices: infos, bubbles: true });
  assert.deepEqual([event.type, event.bubbles], ['x', true]);
  assert.deepEqual(event.devices, infos);
  assert.notEqual(event.devices, infos);
  assert.ok(Object.isFrozen(event.devices));
  assert.equal(event.devices, event.devices);
  assert.deepEqual(event.userInsertedDevices, []);
  for (const init of [undefined, null, {}, { devices: undefined }, { devices: new Set() }]) {
    assert.deepEqual(new DeviceChangeEvent('x', init).devices, []);
  }
});

test('what is no DeviceChangeEventInit is a TypeError that says so', () => {
  const failed = "Failed to construct 'DeviceChangeEvent': ";
  throwsTypeError(() => new DeviceChangeEvent(), `${failed}1 argument required, but only 0 present.`);
  throwsTypeError(() => new DeviceChangeEvent('x', 5), `${failed}parameter 2 ('eventInitDict') is not an object.`);
  for (const devices of [null, 5, {}, [{}], [new EventTarget()]]) {
    throwsTypeError(() => new DeviceChangeEvent('x', { devices }), `${failed}member 'devices' is not a sequence of 'MediaDeviceInfo'.`);
  }
  throwsTypeError(() => new DeviceChangeEvent(Symbol('x')));
});
