// What Node prints of streams, tracks and devices.
import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { test } from 'node:test';
import { inspect } from 'node:util';
import { JSDOM } from 'jsdom';

const require = createRequire(import.meta.url);
const { createRealm, install, MediaStream, MediaStreamTrack, StreamController, TrackSource } = require('../../pkg/index.cjs');
const { VirtualDevices } = require('../../pkg/devices.cjs');

test('a track is printed with its kind, label, id and state', () => {
  const source = new TrackSource('video', { label: 'FaceTime HD' });
  const track = source.createTrack();
  source.mute();
  const printed = `MediaStreamTrack {
  kind: 'video',
  label: 'FaceTime HD',
  id: '${track.id}',
  readyState: 'live',
  enabled: true,
  muted: true
}`;
  assert.equal(inspect(track), printed);
  track.stop();
  assert.equal(inspect(track), printed.replace('live', 'ended'));
});

test('a stream is printed with its id, state and tracks', () => {
  const stream = new MediaStream([new TrackSource('audio', { label: 'Mic' }).createTrack()]);
  assert.match(inspect(stream), /^MediaStream \{\s+id: '[0-9a-f-]{36}',\s+active: true,\s+tracks: \[\s+MediaStreamTrack \{\s+kind: 'audio',\s+label: 'Mic'/);
  assert.equal(inspect({ nested: [[[stream]]] }, { depth: 2 }), '{ nested: [ [ [Array] ] ] }');
  assert.equal(inspect({ nested: stream }, { depth: 0 }), '{ nested: [MediaStream] }');
});

test('so are those of a jsdom window, a source, a controller and devices', async () => {
  const realm = createRealm(new JSDOM('').window);
  assert.match(inspect(new realm.TrackSource('video').createTrack()), /^MediaStreamTrack \{\s+kind: 'video'/);
  assert.match(inspect(new TrackSource('video')), /^TrackSource \{\s+kind: 'video'/);
  assert.match(inspect(new StreamController()), /^StreamController \{\s+stream: MediaStream \{/);
  const devices = new VirtualDevices({ exposed: true });
  assert.match(inspect(devices.connect({ kind: 'videoinput', label: 'Camera' })), /^VirtualDevice \{\s+kind: 'videoinput',\s+label: 'Camera'/);
  assert.match(inspect(await devices.mediaDevices.enumerateDevices()), /MediaDeviceInfo \{\s+kind: 'videoinput',\s+label: 'Camera'/);
});

test('an installation is printed with what it has changed', () => {
  const installation = install({ EventTarget, Event, DOMException });
  assert.match(inspect(installation), /^Installation \{\s+provided: \[\s+'MediaStream',[^\]]*\],\s+repaired: \[\]\s+\}$/);
  installation.uninstall();
});

test('what is none is printed as ever: the prototypes', () => {
  assert.match(inspect(MediaStreamTrack.prototype), /\[MediaStreamTrack\] \{/);
});

test('script sees nothing of it: no member that enumerates, none with a name', () => {
  for (const { prototype } of [MediaStream, MediaStreamTrack]) {
    const keys = Reflect.ownKeys(prototype).filter((key) => typeof key === 'symbol' && key !== Symbol.toStringTag);
    assert.deepEqual(keys, [inspect.custom]);
    assert.equal(Object.getOwnPropertyDescriptor(prototype, inspect.custom).enumerable, false);
  }
  assert.deepEqual(Reflect.ownKeys(new MediaStream()).filter((key) => typeof key === 'string'), []);
});
