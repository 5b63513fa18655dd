// getUserMedia(), by the steps of its algorithm:
// https://www.w3.org/TR/mediacapture-streams/#dom-mediadevices-getusermedia
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { MediaStream, MediaStreamTrack, OverconstrainedError } from '#package';
import { newDevices, rejectsWith } from './devices-harness.mjs';
import { rejectsWithTypeError } from './harness.mjs';

const camera = (label, init) => ({ kind: 'videoinput', label, ...init });
const microphone = (label, init) => ({ kind: 'audioinput', label, ...init });
const labelsOf = (stream) => stream.getTracks().map(({ label }) => label);

test('1. what is no MediaStreamConstraints is a rejection, never an exception', async () => {
  const { mediaDevices } = newDevices();
  await rejectsWithTypeError(() => mediaDevices.getUserMedia(5));
  await rejectsWithTypeError(() => mediaDevices.getUserMedia({ video: { width: Symbol('width') } }));
});

for (const constraints of [undefined, null, {}, { audio: false, video: false }, { audio: undefined }, { screen: true }]) {
  test(`3. if requestedMediaTypes is the empty set, as of ${JSON.stringify(constraints)}, reject with a TypeError`, async () => {
    const { devices, mediaDevices } = newDevices([]);
    devices.permission = 'denied';
    const message = "Failed to execute 'getUserMedia' on 'MediaDevices': at least one of audio and video must be requested.";
    await rejectsWithTypeError(() => mediaDevices.getUserMedia(constraints), message);
    await rejectsWithTypeError(() => mediaDevices.getUserMedia(), message);
  });
}

test('3. the promise is returned rejected: it is so in the same microtask, as for an argument that is none', async () => {
  const { mediaDevices } = newDevices();
  for (const constraints of [{}, 5, { video: { width: NaN, frameRate: NaN } }]) {
    const first = await Promise.race([mediaDevices.getUserMedia(constraints), Promise.resolve('later')]).catch((error) => error);
    assert.ok(first instanceof TypeError, `${first}`);
  }
});

test('11.3.1. if candidateSet is the empty set, NotFoundError, even if there are devices of the other kind', async () => {
  const { mediaDevices } = newDevices([camera('Camera'), { kind: 'audiooutput' }]);
  await rejectsWith(mediaDevices.getUserMedia({ audio: true }), 'NotFoundError');
  await rejectsWith(mediaDevices.getUserMedia({ audio: true, video: true }), 'NotFoundError');
});

test('11.3.1. a device that is unplugged is no candidate', async () => {
  const { connected: [device], mediaDevices } = newDevices([camera('Camera')]);
  device.disconnect();
  await rejectsWith(mediaDevices.getUserMedia({ video: true }), 'NotFoundError');
});

test('11.3.2. true is the empty constraint set', async () => {
  const { mediaDevices } = newDevices();
  const [track] = (await mediaDevices.getUserMedia({ video: true })).getTracks();
  assert.deepEqual(track.getConstraints(), {});
});

test('11.3.3. audio-only constraints inside of video, and video-only ones inside of audio, are ignored', async () => {
  const { mediaDevices } = newDevices();
  const stream = await mediaDevices.getUserMedia({
    audio: { width: { exact: 1 }, facingMode: { exact: 'user' } },
    video: { channelCount: { exact: 99 }, echoCancellation: { exact: false } },
  });
  assert.deepEqual(labelsOf(stream), ['Microphone', 'Camera']);
});

test('11.3.4. a required constraint that is not allowed for device selection is a TypeError', async () => {
  const { mediaDevices } = newDevices();
  await rejectsWithTypeError(() => mediaDevices.getUserMedia({ video: { backgroundBlur: { exact: true } } }));
  await mediaDevices.getUserMedia({ video: { backgroundBlur: true } });
});

test("11.3.5. if no device satisfies the constraints, OverconstrainedError; its constraint is '' before device information can be exposed", async () => {
  const { mediaDevices } = newDevices();
  const tooWide = { video: { width: { min: 10_000 } } };
  await rejectsWith(mediaDevices.getUserMedia(tooWide), 'OverconstrainedError', '');
  await mediaDevices.getUserMedia({ audio: true });
  await rejectsWith(mediaDevices.getUserMedia(tooWide), 'OverconstrainedError', 'width');
  await assert.rejects(mediaDevices.getUserMedia(tooWide), OverconstrainedError);
});

test('11.3.5. exposed from the start, the constraint is told', async () => {
  const { mediaDevices } = newDevices(undefined, { exposed: true });
  await rejectsWith(mediaDevices.getUserMedia({ video: { deviceId: { exact: 'x' } } }), 'OverconstrainedError', 'deviceId');
});

test('11.3.5. the user is not asked for what no device can do', async () => {
  const { devices, mediaDevices } = newDevices([camera('Camera')]);
  devices.permission = () => assert.fail('asked');
  await rejectsWith(mediaDevices.getUserMedia({ video: { width: { min: 10_000 } } }), 'OverconstrainedError');
  await rejectsWith(mediaDevices.getUserMedia({ audio: true }), 'NotFoundError');
});

test('11.3.6. if permission is denied, NotAllowedError', async () => {
  const { devices, mediaDevices } = newDevices();
  devices.permission = 'denied';
  for (const constraints of [{ video: true }, { audio: true }, { audio: true, video: true }]) {
    await rejectsWith(mediaDevices.getUserMedia(constraints), 'NotAllowedError');
  }
  devices.permission = 'granted';
  assert.equal((await mediaDevices.getUserMedia({ video: true })).active, true);
});

test('if permission is denied, no failure tells more: neither that there is no device nor that it can not', async () => {
  const { devices, mediaDevices } = newDevices([camera('Camera')], { exposed: true });
  devices.permission = 'denied';
  await rejectsWith(mediaDevices.getUserMedia({ audio: true }), 'NotAllowedError');
  await rejectsWith(mediaDevices.getUserMedia({ video: { width: { min: 10_000 } } }), 'NotAllowedError');
});

test('11.5. the user is asked once for all that is requested, and may take their time', async () => {
  const { devices, mediaDevices } = newDevices();
  const asked = [];
  devices.permission = async (request) => {
    asked.push(request);
    await new Promise((resolve) => setTimeout(resolve, 5));
    return 'granted';
  };
  assert.deepEqual(labelsOf(await mediaDevices.getUserMedia({ audio: true, video: true })), ['Microphone', 'Camera']);
  assert.deepEqual(labelsOf(await mediaDevices.getUserMedia({ video: true })), ['Camera']);
  assert.deepEqual(labelsOf(await mediaDevices.getUserMedia({ audio: true })), ['Microphone']);
  assert.deepEqual(asked, [{ audio: true, video: true }, { audio: false, video: true }, { audio: true, video: false }]);
});

test('11.5.2. if the user denies, NotAllowedError, and no device is in use', async () => {
  const { devices, mediaDevices, connected } = newDevices();
  for (const permission of [() => 'denied', async () => 'denied']) {
    devices.permission = permission;
    await rejectsWith(mediaDevices.getUserMedia({ audio: true, video: true }), 'NotAllowedError');
  }
  assert.ok(connected.every(({ inUse }) => !inUse));
});

test('a permission callback that fails, or answers something else, is the reason', async () => {
  const { devices, mediaDevices } = newDevices();
  devices.permission = () => { throw new RangeError('mine'); };
  await assert.rejects(mediaDevices.getUserMedia({ video: true }), RangeError);
  for (const answer of [undefined, true, 'prompt']) {
    devices.permission = () => answer;
    await rejectsWithTypeError(
      () => mediaDevices.getUserMedia({ video: true }),
      "Failed to execute 'getUserMedia' on 'MediaDevices': the permission callback returned neither 'granted' nor 'denied'.",
    );
  }
});

test('11.9.1. of several devices, that with the smallest fitness distance is chosen', async () => {
  const { mediaDevices } = newDevices([
    camera('Low', { modes: [{ width: 640, height: 480 }] }),
    camera('High', { modes: [{ width: 1920, height: 1080 }] }),
  ]);
  assert.deepEqual(labelsOf(await mediaDevices.getUserMedia({ video: { width: 1920 } })), ['High']);
  assert.deepEqual(labelsOf(await mediaDevices.getUserMedia({ video: { width: { min: 700 } } })), ['High']);
  assert.deepEqual(labelsOf(await mediaDevices.getUserMedia({ video: true })), ['Low']);
});

test('11.9.1. by deviceId and by groupId', async () => {
  const { mediaDevices } = newDevices([
    camera('A', { deviceId: 'a', groupId: 'one' }),
    camera('B', { deviceId: 'b', groupId: 'two' }),
  ]);
  const chosen = async (video) => labelsOf(await mediaDevices.getUserMedia({ video })).join();
  assert.equal(await chosen({ deviceId: 'b' }), 'B');
  assert.equal(await chosen({ deviceId: { exact: 'b' } }), 'B');
  assert.equal(await chosen({ deviceId: ['x', 'b'] }), 'B');
  assert.equal(await chosen({ deviceId: 'x' }), 'A');
  assert.equal(await chosen({ groupId: 'two' }), 'B');
  await rejectsWith(mediaDevices.getUserMedia({ video: { deviceId: { exact: 'x' } } }), 'OverconstrainedError', 'deviceId');
});

test('11.9.1. of equally good devices, the system default is chosen, else the first that was connected', async () => {
  const { devices, mediaDevices } = newDevices([camera('First'), camera('Second')]);
  assert.deepEqual(labelsOf(await mediaDevices.getUserMedia({ video: true })), ['First']);
  devices.connect(camera('Default', { default: true }));
  assert.deepEqual(labelsOf(await mediaDevices.getUserMedia({ video: true })), ['Default']);
});

test('11.9.2. if a lock prevents access, NotReadableError; the user was asked before', async () => {
  const { devices, mediaDevices, connected: [device] } = newDevices();
  device.busy = true;
  let asked = 0;
  devices.permission = () => {
    asked += 1;
    return 'granted';
  };
  await rejectsWith(mediaDevices.getUserMedia({ video: true }), 'NotReadableError');
  assert.equal(asked, 1);
  device.busy = false;
  assert.equal((await mediaDevices.getUserMedia({ video: true })).active, true);
});

test('11.9.2. if device access fails for any other reason, AbortError', async () => {
  const { mediaDevices, connected: [device] } = newDevices();
  device.broken = true;
  await rejectsWith(mediaDevices.getUserMedia({ video: true }), 'AbortError');
});

test('11.9.2. a device that was unplugged while the user was asked is such a failure', async () => {
  const { devices, mediaDevices, connected: [device] } = newDevices();
  devices.permission = () => {
    device.disconnect();
    return 'granted';
  };
  await rejectsWith(mediaDevices.getUserMedia({ video: true }), 'AbortError');
});

test('11.9.2. a device that has come to not satisfy the constraints while the user was asked is a NotReadableError', async () => {
  const { devices, mediaDevices, connected: [device] } = newDevices([camera('Camera', { settings: { facingMode: 'user' } })]);
  const video = { facingMode: { exact: 'user' } };
  devices.permission = () => {
    device.setSettings({ facingMode: 'environment' });
    return 'granted';
  };
  await rejectsWith(mediaDevices.getUserMedia({ video }), 'NotReadableError');
  // Before the user is asked it is another failure.
  await rejectsWith(mediaDevices.getUserMedia({ video }), 'OverconstrainedError', 'facingMode');
  assert.equal(device.inUse, false);
});

test('11.9.2. a device that is connected while the user is asked is no candidate', async () => {
  const { devices, mediaDevices } = newDevices([camera('First')]);
  devices.permission = () => {
    devices.connect(camera('Second', { default: true }));
    return 'granted';
  };
  assert.deepEqual(labelsOf(await mediaDevices.getUserMedia({ video: true })), ['First']);
});

test('11.9.2. of several devices that can not be accessed, one that never satisfied the constraints tells nothing', async () => {
  const { mediaDevices, connected: [busy, broken] } = newDevices([
    camera('Busy', { deviceId: 'busy' }),
    camera('Broken', { deviceId: 'broken' }),
  ]);
  busy.busy = true;
  broken.broken = true;
  await rejectsWith(mediaDevices.getUserMedia({ video: { deviceId: { exact: 'busy' } } }), 'NotReadableError');
  await rejectsWith(mediaDevices.getUserMedia({ video: { deviceId: { exact: 'broken' } } }), 'AbortError');
  await rejectsWith(mediaDevices.getUserMedia({ video: true }), 'AbortError');
});

test('11.9.2. otherwise the next best device is chosen', async () => {
  const { mediaDevices, connected: [best, next, last] } = newDevices([
    camera('Best', { modes: [{ width: 1920, height: 1080 }] }),
    camera('Next', { modes: [{ width: 1280, height: 720 }] }),
    camera('Last', { modes: [{ width: 640, height: 480 }] }),
  ]);
  const video = { width: { min: 1000, ideal: 1920 } };
  best.busy = true;
  assert.deepEqual(labelsOf(await mediaDevices.getUserMedia({ video })), ['Next']);
  next.broken = true;
  await rejectsWith(mediaDevices.getUserMedia({ video }), 'AbortError');
  assert.equal(last.inUse, false);
});

test('11.9.2. tracks that there are of a device that becomes busy stay live', async () => {
  const { mediaDevices, connected: [device] } = newDevices();
  const stream = await mediaDevices.getUserMedia({ video: true });
  device.busy = true;
  assert.equal(stream.active, true);
});

test('audio and video together are all or nothing', async () => {
  const { mediaDevices, connected: [device, microphone] } = newDevices();
  device.busy = true;
  await rejectsWith(mediaDevices.getUserMedia({ audio: true, video: true }), 'NotReadableError');
  assert.equal(microphone.inUse, false);
});

test('11.9.5. tracks are live, of the device, and have its label', async () => {
  const { mediaDevices, connected } = newDevices();
  const stream = await mediaDevices.getUserMedia({ audio: true, video: true });
  assert.ok(stream instanceof MediaStream);
  assert.deepEqual(stream.getTracks().map(({ kind, label, readyState }) => [kind, label, readyState]), [
    ['audio', 'Microphone', 'live'],
    ['video', 'Camera', 'live'],
  ]);
  for (const track of stream.getTracks()) {
    assert.ok(track instanceof MediaStreamTrack);
    const device = connected.find(({ label }) => label === track.label);
    const { deviceId, groupId } = track.getSettings();
    assert.deepEqual([deviceId, groupId], [device.deviceId, device.groupId]);
  }
  assert.ok(connected.every(({ inUse }) => inUse));
});

test('11.9.6. nothing is fired at the stream', async () => {
  const { mediaDevices } = newDevices();
  const stream = await mediaDevices.getUserMedia({ audio: true, video: true });
  stream.onaddtrack = () => assert.fail('addtrack');
  await new Promise((resolve) => setTimeout(resolve, 5));
});

test('11.10. the constraints are applied to the tracks, of each kind its own', async () => {
  const { mediaDevices } = newDevices();
  const video = { width: { ideal: 1280 }, frameRate: { max: 30 } };
  const stream = await mediaDevices.getUserMedia({ audio: { echoCancellation: false }, video });
  assert.deepEqual(stream.getVideoTracks()[0].getConstraints(), video);
  assert.deepEqual(stream.getVideoTracks()[0].getSettings().width, 1280);
  assert.deepEqual(stream.getAudioTracks()[0].getConstraints(), { echoCancellation: false });
  assert.deepEqual(stream.getAudioTracks()[0].getSettings().echoCancellation, false);
});

test('11.10. if the constraints can not be applied to a track, all tracks of the call are stopped', async () => {
  const { mediaDevices, connected: [device, other] } = newDevices([
    camera('Camera', { settings: { facingMode: 'user' } }),
    microphone('Microphone'),
  ]);
  const constraints = { audio: true, video: { facingMode: { exact: 'user' } } };
  const turn = async () => {
    while (!device.inUse) await null;
    // The microphone's constraints are being applied.
    assert.equal(other.inUse, true);
    device.setSettings({ facingMode: 'environment' });
  };
  const [call] = await Promise.allSettled([mediaDevices.getUserMedia(constraints), turn()]);
  assert.deepEqual([call.status, call.reason?.name, call.reason?.constraint], ['rejected', 'OverconstrainedError', 'facingMode']);
  assert.deepEqual([device.inUse, other.inUse], [false, false]);
});

test('11.12. each call has a stream and tracks of its own, which one device feeds', async () => {
  const { mediaDevices, connected: [device] } = newDevices();
  const [one, other] = await Promise.all([
    mediaDevices.getUserMedia({ video: { width: 1280 } }),
    mediaDevices.getUserMedia({ video: true }),
  ]);
  const [a, b] = [one.getTracks()[0], other.getTracks()[0]];
  assert.notEqual(a.id, b.id);
  assert.deepEqual([a.getSettings().width, b.getSettings().width], [1280, 640]);
  a.stop();
  assert.deepEqual([b.readyState, device.inUse], ['live', true]);
  b.stop();
  assert.equal(device.inUse, false);
});

test('a track of a call that is stopped leaves the device to the next call', async () => {
  const { mediaDevices, connected: [device] } = newDevices();
  for (let call = 0; call < 3; call++) {
    const stream = await mediaDevices.getUserMedia({ video: true });
    stream.getTracks()[0].stop();
    assert.equal(device.inUse, false);
  }
});
