// https://w3c.github.io/mediacapture-main/#mediastreamtrack
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { MediaStreamTrack, TrackSource } from '#package';
import { audioTrack, videoTrack } from './harness.mjs';

test('a new track is live, enabled, unmuted, and has its source\'s kind and label', () => {
  const track = new TrackSource('video', { label: 'FaceTime HD' }).createTrack();
  assert.ok(track instanceof MediaStreamTrack && track instanceof EventTarget);
  assert.equal(track.kind, 'video');
  assert.equal(track.label, 'FaceTime HD');
  assert.equal(track.readyState, 'live');
  assert.equal(track.enabled, true);
  assert.equal(track.muted, false);
  assert.equal(track.contentHint, '');
  assert.deepEqual([track.onended, track.onmute, track.onunmute], [null, null, null]);
  assert.equal(audioTrack().kind, 'audio');
  assert.equal(audioTrack().label, '');
});

test('the read-only attributes ignore assignment in sloppy code and throw in strict code', () => {
  const track = videoTrack('a');
  for (const name of ['kind', 'id', 'label', 'muted', 'readyState']) {
    const before = track[name];
    assert.throws(() => { track[name] = 'changed'; }, TypeError);
    assert.equal(Reflect.set(track, name, 'changed'), false);
    assert.equal(track[name], before);
  }
});

test('enabled is any value as a boolean, and still changes once the track has ended', () => {
  const track = videoTrack();
  for (const [value, expected] of [[0, false], ['no', true], [null, false], [{}, true], [undefined, false]]) {
    track.enabled = value;
    assert.equal(track.enabled, expected);
  }
  track.stop();
  track.enabled = true;
  assert.equal(track.enabled, true);
});

test('stop ends the track once and for all', () => {
  const track = videoTrack();
  assert.equal(track.stop(), undefined);
  assert.equal(track.readyState, 'ended');
  track.stop();
  assert.equal(track.readyState, 'ended');
});

test('a stopped track hears nothing more of its source', () => {
  const source = new TrackSource('audio');
  const track = source.createTrack();
  const log = [];
  for (const type of ['ended', 'mute', 'unmute']) track.addEventListener(type, () => log.push(type));
  track.stop();
  source.mute();
  source.unmute();
  source.end();
  assert.deepEqual(log, []);
  assert.equal(track.muted, false);
});

test('clone keeps kind, label, enabled, muted, contentHint, constraints and settings', async () => {
  const source = new TrackSource('video', { label: 'cam', settings: { width: 640, deviceId: 'd' } });
  const track = source.createTrack();
  track.enabled = false;
  track.contentHint = 'detail';
  await track.applyConstraints({ width: { ideal: 640 } });
  source.mute();
  const clone = track.clone();
  assert.deepEqual(
    [clone.kind, clone.label, clone.enabled, clone.muted, clone.contentHint, clone.readyState],
    ['video', 'cam', false, true, 'detail', 'live'],
  );
  assert.deepEqual(clone.getConstraints(), { width: { ideal: 640 } });
  assert.deepEqual(clone.getSettings(), { width: 640, deviceId: 'd' });
});

test('a clone and its original are apart in everything that script sets', async () => {
  const track = videoTrack();
  const clone = track.clone();
  clone.enabled = false;
  clone.contentHint = 'motion';
  await clone.applyConstraints({ frameRate: 30 });
  assert.equal(track.enabled, true);
  assert.equal(track.contentHint, '');
  assert.deepEqual(track.getConstraints(), {});
  clone.stop();
  assert.equal(track.readyState, 'live');
});

test('a clone shares the source', () => {
  const source = new TrackSource('video');
  const track = source.createTrack();
  const clone = track.clone();
  track.stop();
  assert.equal(source.inUse, true);
  source.end();
  assert.equal(clone.readyState, 'ended');
  assert.equal(source.inUse, false);
});

test('a clone of an ended track is ended', () => {
  const stopped = videoTrack();
  stopped.stop();
  assert.equal(stopped.clone().readyState, 'ended');
  const source = new TrackSource('video');
  const track = source.createTrack();
  source.end();
  assert.equal(track.clone().readyState, 'ended');
});

test('a clone of a stopped track does not put the source to use again', () => {
  const source = new TrackSource('video');
  const track = source.createTrack();
  track.stop();
  track.clone();
  assert.equal(source.inUse, false);
});

test('a clone has none of the original\'s listeners', () => {
  const source = new TrackSource('video');
  const track = source.createTrack();
  let heard = 0;
  track.onmute = () => heard++;
  track.addEventListener('mute', () => heard++);
  const clone = track.clone();
  assert.equal(clone.onmute, null);
  track.stop();
  source.mute();
  assert.equal(clone.muted, true);
  assert.equal(heard, 0);
});

const hints = {
  audio: ['speech', 'speech-recognition', 'music'],
  video: ['motion', 'detail', 'text'],
};

for (const kind of ['audio', 'video']) {
  test(`contentHint of ${kind} is '' or one of ${hints[kind]}; anything else is ignored`, () => {
    const track = new TrackSource(kind).createTrack();
    for (const hint of hints[kind]) {
      track.contentHint = hint;
      assert.equal(track.contentHint, hint);
      const strange = [...hints[kind === 'audio' ? 'video' : 'audio'], 'nonsense', hint.toUpperCase(), ` ${hint}`, 1];
      for (const value of [...strange, null, undefined, {}]) {
        track.contentHint = value;
        assert.equal(track.contentHint, hint);
      }
      track.contentHint = { toString: () => '' };
      assert.equal(track.contentHint, '');
    }
  });
}

test('contentHint converts its value to a string, which may throw', () => {
  const track = audioTrack();
  track.contentHint = { toString: () => 'music' };
  assert.equal(track.contentHint, 'music');
  assert.throws(() => { track.contentHint = Symbol('music'); }, TypeError);
  assert.throws(() => { track.contentHint = { toString() { throw new RangeError('mine'); } }; }, RangeError);
  assert.equal(track.contentHint, 'music');
});
