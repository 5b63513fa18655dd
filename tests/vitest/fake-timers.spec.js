// A test's fake clock stops what the page waits for, and no user agent.
import { TrackSource } from 'mediastream-polyfill';
import { VirtualDevices } from 'mediastream-polyfill/devices';

const runner = typeof jest === 'undefined' ? vi : jest;

beforeEach(() => {
  // Jest fakes everything by itself.
  const toFake = ['setTimeout', 'setInterval', 'setImmediate', 'queueMicrotask', 'Date', 'performance'];
  runner.useFakeTimers(runner === globalThis.vi ? { toFake } : undefined);
});

afterEach(() => runner.useRealTimers());

test('getUserMedia() goes on, whether it succeeds or fails', async () => {
  const own = new VirtualDevices({ exposed: true });
  const camera = own.connect({ kind: 'videoinput', label: 'Camera' });
  const stream = await own.mediaDevices.getUserMedia({ video: { width: 640 } });
  const [track] = stream.getTracks();
  await track.applyConstraints({ width: 320 });
  expect(track.getSettings().width).toBe(320);
  expect(await own.mediaDevices.enumerateDevices()).toHaveLength(1);
  await expect(own.mediaDevices.getUserMedia({ audio: true })).rejects.toThrow(/audio/);
  own.permission = 'denied';
  await expect(own.mediaDevices.getUserMedia({ video: true })).rejects.toThrow(/permission/);
  let ended = 0;
  track.onended = () => ended++;
  camera.disconnect();
  expect(ended).toBe(1);
});

test('tracks come, go and end', () => {
  const source = new TrackSource('audio');
  const track = source.createTrack();
  let ended = 0;
  track.addEventListener('ended', () => ended++);
  source.end();
  expect([ended, track.readyState]).toEqual([1, 'ended']);
});
