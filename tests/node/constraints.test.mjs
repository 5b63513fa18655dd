// https://w3c.github.io/mediacapture-main/#constrainable-interface
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { OverconstrainedError, TrackSource } from '#package';
import { rejectsWithTypeError, videoTrack } from './harness.mjs';

const settings = () => ({ width: 640, height: 480, facingMode: 'user', deviceId: 'd', groupId: 'g' });
const camera = () => new TrackSource('video', {
  settings: settings(),
  capabilities: { width: { min: 1, max: 1280 }, facingMode: ['user'], deviceId: 'd' },
});

test('getSettings and getCapabilities say what the source says', () => {
  const track = camera().createTrack();
  assert.deepEqual(track.getSettings(), settings());
  assert.deepEqual(track.getCapabilities(), { width: { min: 1, max: 1280 }, facingMode: ['user'], deviceId: 'd' });
});

test('of a source that says nothing they are empty', () => {
  const track = videoTrack();
  assert.deepEqual([track.getSettings(), track.getCapabilities(), track.getConstraints()], [{}, {}, {}]);
});

test('what they return are copies, to the last range and list', () => {
  const track = camera().createTrack();
  track.getSettings().width = 1;
  track.getCapabilities().width.max = 1;
  track.getCapabilities().facingMode.push('left');
  assert.equal(track.getSettings().width, 640);
  assert.deepEqual(track.getCapabilities().width, { min: 1, max: 1280 });
  assert.deepEqual(track.getCapabilities().facingMode, ['user']);
});

test('what was given to the source is copied when it is given', () => {
  const init = { label: 'a', settings: settings(), capabilities: { width: { max: 1280 } } };
  const track = new TrackSource('video', init).createTrack();
  init.settings.width = 1;
  init.capabilities.width.max = 1;
  assert.equal(track.getSettings().width, 640);
  assert.equal(track.getCapabilities().width.max, 1280);
});

test('an ended track keeps deviceId, groupId and facingMode only', () => {
  const source = camera();
  const [stopped, ended] = [source.createTrack(), source.createTrack()];
  stopped.stop();
  source.end();
  for (const track of [stopped, ended, stopped.clone()]) {
    assert.deepEqual(track.getSettings(), { facingMode: 'user', deviceId: 'd', groupId: 'g' });
    assert.ok('width' in track.getCapabilities());
  }
});

test('settings are reduced already in the ended event', () => {
  const source = camera();
  const track = source.createTrack();
  let seen;
  track.onended = () => { seen = track.getSettings(); };
  source.end();
  assert.deepEqual(seen, { facingMode: 'user', deviceId: 'd', groupId: 'g' });
});

test('applyConstraints without constraints resolves with undefined, later', async () => {
  const track = camera().createTrack();
  let resolved = false;
  const promise = track.applyConstraints();
  promise.then(() => { resolved = true; });
  assert.equal(resolved, false);
  assert.equal(await promise, undefined);
  for (const nothing of [{}, null, undefined]) assert.equal(await track.applyConstraints(nothing), undefined);
  assert.deepEqual(track.getConstraints(), {});
});

test('constraints that hold are kept, and replaced by the next', async () => {
  const track = camera().createTrack();
  await track.applyConstraints({ width: { exact: 640 }, height: { min: 1, max: 480 } });
  assert.deepEqual(track.getConstraints(), { width: { exact: 640 }, height: { min: 1, max: 480 } });
  await track.applyConstraints({ facingMode: { exact: ['environment', 'user'] } });
  assert.deepEqual(track.getConstraints(), { facingMode: { exact: ['environment', 'user'] } });
  await track.applyConstraints();
  assert.deepEqual(track.getConstraints(), {});
});

test('ideal and bare values never overconstrain', async () => {
  const track = camera().createTrack();
  const constraints = { width: 10_000, height: { ideal: 10_000 }, facingMode: 'left', frameRate: 1000 };
  await track.applyConstraints(constraints);
  assert.deepEqual(track.getConstraints(), constraints);
});

test('a constraint that the draft does not know is none', async () => {
  const track = camera().createTrack();
  await track.applyConstraints({ nonsense: { exact: 1 } });
});

for (const [constraint, value] of Object.entries({
  width: { exact: 5000 },
  height: { min: 5000 },
  facingMode: { exact: 'left' },
  deviceId: { exact: ['x', 'y'] },
  // The source has no such setting, and so it can't be met.
  frameRate: { min: 10 },
})) {
  test(`a required ${constraint} that can't be met rejects and names it`, async () => {
    const track = camera().createTrack();
    await track.applyConstraints({ width: 320 });
    const before = track.getSettings();
    const error = await track.applyConstraints({ [constraint]: value }).then(assert.fail, (error) => error);
    assert.ok(error instanceof OverconstrainedError && error instanceof DOMException);
    assert.equal(error.name, 'OverconstrainedError');
    assert.equal(error.constraint, constraint);
    assert.deepEqual(track.getConstraints(), { width: 320 });
    assert.deepEqual(track.getSettings(), before);
  });
}

test('constraints are copied, on the way in and on the way out', async () => {
  const track = camera().createTrack();
  const constraints = { width: { ideal: 640 }, facingMode: ['user'] };
  const promise = track.applyConstraints(constraints);
  constraints.width.ideal = 1;
  constraints.facingMode.push('left');
  await promise;
  track.getConstraints().width.ideal = 2;
  assert.deepEqual(track.getConstraints(), { width: { ideal: 640 }, facingMode: ['user'] });
});

test('an ended track resolves whatever the constraints, and keeps those it had', async () => {
  const track = camera().createTrack();
  await track.applyConstraints({ width: 640 });
  track.stop();
  assert.equal(await track.applyConstraints({ width: { exact: 5000 } }), undefined);
  assert.deepEqual(track.getConstraints(), { width: 640 });
});

test('what is no dictionary rejects, and does not throw', async () => {
  const track = camera().createTrack();
  for (const value of [5, 'width', true, Symbol('width'), 5n]) {
    await rejectsWithTypeError(() => track.applyConstraints(value));
  }
});

test('a dictionary whose getter throws rejects with what it threw', async () => {
  const track = camera().createTrack();
  const mine = new RangeError('mine');
  await assert.rejects(track.applyConstraints({ get width() { throw mine; } }), (error) => error === mine);
});

test('settings follow constraints, within capabilities', async () => {
  const track = camera().createTrack();
  await track.applyConstraints({ width: 320 });
  assert.equal(track.getSettings().width, 320);
  await track.applyConstraints({ width: 5000 });
  assert.equal(track.getSettings().width, 1280);
  await track.applyConstraints({ width: { ideal: 900, max: 800 }, advanced: [{ width: 2000 }, { width: 700 }] });
  assert.equal(track.getSettings().width, 700);
  // What there is no capability for stays, and width and height have an aspect ratio.
  assert.deepEqual(track.getSettings(), { ...settings(), width: 700, aspectRatio: 1.4583333333 });
  await track.applyConstraints();
  assert.equal(track.getSettings().width, 640);
});

test('a source keeps settings that no constraint is about', async () => {
  const track = new TrackSource('video', { settings: { width: 640, zoom: 2 } }).createTrack();
  await track.applyConstraints({ width: { min: 1 } });
  assert.deepEqual(track.getSettings(), { width: 640, zoom: 2 });
});

test('clones are constrained independently', async () => {
  const track = camera().createTrack();
  await track.applyConstraints({ width: { exact: 320 } });
  const clone = track.clone();
  assert.equal(clone.getSettings().width, 320);
  assert.deepEqual(clone.getConstraints(), { width: { exact: 320 } });
  await clone.applyConstraints({ width: { exact: 1280 } });
  assert.deepEqual([track.getSettings().width, clone.getSettings().width], [320, 1280]);
  assert.deepEqual(track.getConstraints(), { width: { exact: 320 } });
});

test('calls take effect in the order in which they are made', async () => {
  const track = camera().createTrack();
  const seen = [];
  const calls = [100, 200, 5000, 300].map((exact) =>
    track.applyConstraints({ width: { exact } }).then(
      () => seen.push(track.getSettings().width),
      (error) => seen.push(error.constraint),
    ));
  await Promise.all(calls);
  assert.deepEqual(seen.toSorted(), [300, 300, 300, 'width']);
  assert.deepEqual(track.getConstraints(), { width: { exact: 300 } });
});

test('a track that ends meanwhile stays as it ended', async () => {
  const track = camera().createTrack();
  const promise = track.applyConstraints({ width: { exact: 1280 } });
  track.stop();
  await promise;
  assert.deepEqual(track.getSettings(), { facingMode: 'user', deviceId: 'd', groupId: 'g' });
  assert.deepEqual(track.getConstraints(), {});
});

test('a string that is no valid UTF-16 is compared by its code units', async () => {
  const track = new TrackSource('video', { settings: { deviceId: 'a\ud800' } }).createTrack();
  await track.applyConstraints({ deviceId: { exact: 'a\ud800' } });
  assert.equal(track.getSettings().deviceId, 'a\ud800');
  await assert.rejects(track.applyConstraints({ deviceId: { exact: 'a\ufffd' } }), { constraint: 'deviceId' });
});

test('whatever a source was given as settings and capabilities, constraints can be applied', async () => {
  const cyclic = [];
  cyclic[0] = Array.from({ length: 20 }).reduce((inner) => [inner], 1);
  for (const odd of [Symbol('odd'), 5n, () => {}, NaN, Infinity, -1, cyclic, { min: 5, max: 1 }, new Date(0), null]) {
    const track = new TrackSource('video', { settings: { width: odd }, capabilities: { height: odd } }).createTrack();
    await track.applyConstraints({ width: 640, height: 480 }).catch((error) => {
      assert.ok(error instanceof OverconstrainedError);
    });
  }
});

test('an aspect ratio among the settings is the width divided by the height, whichever of them change', () => {
  const source = new TrackSource('video', { settings: { width: 640, height: 480, aspectRatio: 4 / 3, frameRate: 30 } });
  const [track, other] = [source.createTrack(), source.createTrack()];
  const expect = (width, height, aspectRatio) => {
    for (const each of [track, other, source.createTrack()]) {
      assert.deepEqual(each.getSettings(), { width, height, aspectRatio, frameRate: 30 });
    }
  };
  for (const [changed, ...expected] of [
    [{ width: 720, height: 1280 }, 720, 1280, 0.5625],
    [{ width: 1280 }, 1280, 1280, 1],
    [{ height: 6 }, 1280, 6, 213.3333333333],
    [{ aspectRatio: 5 }, 1280, 6, 213.3333333333],
    [{ width: 1, aspectRatio: 5 }, 1, 6, 0.1666666667],
  ]) {
    source.setSettings(changed);
    expect(...expected);
  }
});

test('settings without an aspect ratio, or with no size to tell it, are what was set', () => {
  const source = new TrackSource('video', { settings: { width: 640, height: 480 } });
  const track = source.createTrack();
  source.setSettings({ width: 720 });
  assert.deepEqual(track.getSettings(), { width: 720, height: 480 });
  source.setSettings({ aspectRatio: 2, height: 0 });
  assert.deepEqual(track.getSettings(), { width: 720, height: 0, aspectRatio: 2 });
  const unsized = new TrackSource('video', { settings: { aspectRatio: 1 } });
  unsized.setSettings({ width: 100 });
  assert.deepEqual(unsized.createTrack().getSettings(), { aspectRatio: 1, width: 100 });
});
