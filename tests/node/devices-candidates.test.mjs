// VirtualDevices.candidates(): what getUserMedia() chooses from.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isDeepStrictEqual } from 'node:util';
import { newDevices } from './devices-harness.mjs';

const camera = (deviceId, ...modes) => ({
  kind: 'videoinput',
  deviceId,
  modes: modes.map(([width, height]) => ({ width, height, frameRate: 30 })),
});

test('each constraint tells what it adds to the distance', async () => {
  const { devices } = newDevices([camera('a', [640, 480])]);
  const candidates = await devices.candidates({ video: { width: 1280, frameRate: { min: 20, ideal: 60 } } });
  const { settings, distance, distances, advanced } = candidates.find(({ settings }) => settings.resizeMode === 'none');
  assert.deepEqual([settings.deviceId, settings.width, settings.height], ['a', 640, 480]);
  // |640 - 1280| / 1280 and |30 - 60| / 60.
  assert.deepEqual(distances, { width: 0.5, frameRate: 0.5 });
  assert.equal(distance, 1);
  assert.deepEqual(advanced, []);
});

test('a required constraint that is not met is an infinite distance', async () => {
  const { devices } = newDevices([camera('a', [640, 480]), camera('b', [1920, 1080])]);
  const candidates = await devices.candidates({ video: { width: { min: 1000 } } });
  const of = (id) => candidates.filter(({ settings }) => settings.deviceId === id);
  assert.ok(of('a').length > 0 && of('a').every(({ distances }) => distances.width === Infinity));
  assert.ok(of('b').some(({ distance }) => distance === 0));
});

test('what getUserMedia() chooses is one with the smallest distance', async () => {
  const { devices, mediaDevices } = newDevices([camera('a', [640, 480], [1280, 720]), camera('b', [1920, 1080])]);
  for (const video of [true, { width: 1920 }, { width: 1000, height: 1000 }, { aspectRatio: 1, width: { max: 700 } }]) {
    const candidates = await devices.candidates({ video });
    const [track] = (await mediaDevices.getUserMedia({ video })).getTracks();
    const chosen = candidates.find(({ settings }) => isDeepStrictEqual(settings, track.getSettings()));
    assert.equal(chosen?.distance, Math.min(...candidates.map(({ distance }) => distance)));
  }
});

test('microphones come first; a kind that is not asked for has none, nor has one without devices', async () => {
  const { devices, connected: [, microphone] } = newDevices();
  const ids = async (constraints) => [...new Set((await devices.candidates(constraints)).map(({ settings }) => settings.deviceId))];
  assert.equal((await ids({ audio: true, video: true }))[0], microphone.deviceId);
  assert.deepEqual(await ids({ audio: true }), [microphone.deviceId]);
  assert.deepEqual(await ids(), []);
  microphone.disconnect();
  assert.deepEqual(await ids({ audio: true }), []);
});

test('nobody is asked, and no device is used', async () => {
  const { devices, connected } = newDevices();
  devices.permission = () => assert.fail('asked');
  await devices.candidates({ audio: true, video: true });
  assert.ok(connected.every(({ inUse }) => !inUse));
});

test('constraints that are none are a TypeError, as of getUserMedia()', async () => {
  const { devices } = newDevices();
  for (const constraints of [1, { video: { width: { min: NaN }, aspectRatio: NaN } }, { video: { backgroundBlur: { exact: true } } }]) {
    await assert.rejects(devices.candidates(constraints), TypeError);
  }
});
