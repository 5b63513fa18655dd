// https://w3c.github.io/mediacapture-main/#dom-mediastream-id
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { MediaStream, TrackSource } from '#package';
import { inProcess } from './harness.mjs';

const uuidVersion4 = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

test('ids are version 4 UUIDs of 36 characters, and stay', () => {
  const track = new TrackSource('audio').createTrack();
  const stream = new MediaStream([track]);
  for (const object of [track, stream]) {
    assert.match(object.id, uuidVersion4);
    assert.equal(object.id.length, 36);
    assert.equal(object.id, object.id);
  }
  const before = [stream.id, track.id];
  track.stop();
  stream.removeTrack(track);
  assert.deepEqual([stream.id, track.id], before);
});

test('no two of 20,000 are the same, clones included', () => {
  const source = new TrackSource('audio');
  const ids = new Set();
  for (let n = 0; n < 5_000; n++) {
    const track = source.createTrack();
    const stream = new MediaStream([track]);
    const clone = stream.clone();
    for (const { id } of [track, stream, clone, clone.getTracks()[0]]) ids.add(id);
    track.stop();
  }
  assert.equal(ids.size, 20_000);
});

for (const [what, without] of Object.entries({
  'crypto.randomUUID': () => {
    delete Object.getPrototypeOf(crypto).randomUUID;
    if (crypto.randomUUID) throw new Error('still there');
  },
  'crypto.getRandomValues': () => {
    const prototype = Object.getPrototypeOf(crypto);
    delete prototype.randomUUID;
    delete prototype.getRandomValues;
    if (crypto.getRandomValues) throw new Error('still there');
  },
  'any crypto': () => {
    delete globalThis.crypto;
    if (globalThis.crypto) throw new Error('still there');
  },
})) {
  test(`ids are the same without ${what}`, async () => {
    const ids = await inProcess(`async () => {
      (${without})();
      const { MediaStream, TrackSource } = await import('mediastream-polyfill');
      const ids = [];
      for (let n = 0; n < 500; n++) ids.push(new MediaStream().id, new TrackSource('audio').createTrack().id);
      return ids;
    }`);
    assert.equal(new Set(ids).size, 1000);
    for (const id of ids) assert.match(id, uuidVersion4);
  });
}
