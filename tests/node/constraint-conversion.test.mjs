// Web IDL's conversion of constraints: https://webidl.spec.whatwg.org/#js-to-dictionary and the IDL of
// https://w3c.github.io/mediacapture-main/#media-track-constraints
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { TrackSource } from '#package';
import { toMediaStreamConstraints } from '../../src/js/solver/index.js';
import { rejectsWithTypeError, throwsTypeError } from './harness.mjs';

const applying = "Failed to execute 'applyConstraints' on 'MediaStreamTrack'";
const getting = "Failed to execute 'getUserMedia' on 'MediaDevices'";

/** What getConstraints() returns when these have been applied: they are converted, and none is required. */
async function converted(constraints) {
  const track = new TrackSource('video').createTrack();
  await track.applyConstraints(constraints);
  return track.getConstraints();
}

/** The same with members that all settings satisfy, since advanced sets never fail. */
const convertedSet = async (set) => (await converted({ advanced: [set] })).advanced[0];

test('an unsigned long is clamped and rounded, what is halfway to the even number', async () => {
  for (const [value, number] of [
    ['640', 640], [' 640 ', 640], ['', 0], [true, 1], [false, 0], [NaN, 0], ['wide', 0], [-5, 0], [-0, 0],
    [0.5, 0], [1.5, 2], [2.5, 2], [2.51, 3], [2.49, 2], [4294967294.5, 4294967294], [4294967295, 4294967295],
    [4294967296, 4294967295], [Infinity, 4294967295], [-Infinity, 0], ['1e3', 1000],
  ]) {
    const { width } = await converted({ width: value });
    assert.ok(Object.is(width, number), `${String(value)} is ${width}`);
    assert.deepEqual(await convertedSet({ height: { min: value, exact: value } }), {
      height: { min: number, exact: number },
    });
  }
  assert.deepEqual(await converted({ width: Object(320) }), { width: {} });
});

test('a double is any finite number', async () => {
  for (const [value, number] of [['30', 30], [29.97, 29.97], [-1, -1], [true, 1], ['', 0], [1e300, 1e300]]) {
    assert.deepEqual(await converted({ frameRate: value }), { frameRate: number });
    assert.deepEqual(await convertedSet({ latency: { max: value } }), { latency: { max: number } });
  }
  for (const value of [NaN, Infinity, -Infinity, 'fast']) {
    await rejectsWithTypeError(
      () => converted({ frameRate: value }),
      `${applying}: Failed to read the 'frameRate' property from 'MediaTrackConstraintSet': ` +
        'The provided double value is non-finite.',
    );
    await rejectsWithTypeError(
      () => converted({ aspectRatio: { ideal: value } }),
      `${applying}: Failed to read the 'aspectRatio' property from 'MediaTrackConstraintSet': ` +
        "Failed to read the 'ideal' property from 'ConstrainDoubleRange': The provided double value is non-finite.",
    );
  }
});

test('a boolean is whether a value is truthy, unless it is an object', async () => {
  for (const [value, boolean] of [[1, true], [0, false], ['', false], ['no', true], [Symbol('yes'), true], [0n, false]]) {
    assert.deepEqual(await converted({ noiseSuppression: value }), { noiseSuppression: boolean });
    assert.deepEqual(await convertedSet({ backgroundBlur: { exact: value } }), { backgroundBlur: { exact: boolean } });
  }
  assert.deepEqual(await converted({ autoGainControl: { ideal: {} } }), { autoGainControl: { ideal: true } });
  assert.deepEqual(await converted({ autoGainControl: { ideal: null } }), { autoGainControl: { ideal: false } });
});

test('a string is a string, a list of strings, or a dictionary of those', async () => {
  for (const [value, string] of [
    ['user', 'user'], [5, '5'], [true, 'true'], [5n, '5'],
    [['user', 5, null, undefined], ['user', '5', 'null', 'undefined']],
    [new Set(['user']), ['user']],
    [Object('ab'), ['a', 'b']],
  ]) {
    assert.deepEqual(await converted({ facingMode: value }), { facingMode: string });
    assert.deepEqual(await converted({ deviceId: { ideal: value } }), { deviceId: { ideal: string } });
    assert.deepEqual(await convertedSet({ groupId: { exact: value } }), { groupId: { exact: string } });
  }
  // No dictionary is among the types of these members.
  assert.deepEqual(await convertedSet({ groupId: { exact: null, ideal: {} } }), {
    groupId: { exact: 'null', ideal: '[object Object]' },
  });
  assert.deepEqual(await converted({ facingMode: () => {} }), { facingMode: {} });
});

test('echoCancellation is a boolean, any other value a string', async () => {
  for (const [value, setting] of [[true, true], ['all', 'all'], [1, '1'], [false, false], ['', '']]) {
    assert.deepEqual(await converted({ echoCancellation: value }), { echoCancellation: setting });
    assert.deepEqual(await converted({ echoCancellation: { ideal: value } }), { echoCancellation: { ideal: setting } });
  }
  assert.deepEqual(await converted({ echoCancellation: { ideal: null } }), { echoCancellation: { ideal: 'null' } });
});

test('null is an empty dictionary where a dictionary may be', async () => {
  const names = ['width', 'frameRate', 'noiseSuppression', 'facingMode', 'echoCancellation'];
  for (const name of names) assert.deepEqual(await converted({ [name]: null }), { [name]: {} });
  assert.deepEqual(await converted({ advanced: [null, undefined, {}] }), { advanced: [{}, {}, {}] });
});

test('what is undefined is absent, and what is unknown is ignored', async () => {
  const constraints = { width: undefined, height: { min: undefined, ideal: 1 }, nonsense: { exact: 1 }, zoom: NaN };
  assert.deepEqual(await converted(constraints), { height: { ideal: 1 } });
  assert.deepEqual(await converted({ width: { ideal: 1, step: Symbol('no') } }), { width: { ideal: 1 } });
});

test('a symbol or a BigInt is no number, and a symbol no string', async () => {
  for (const constraints of [
    { width: Symbol('wide') }, { width: 5n }, { frameRate: Symbol('fast') }, { frameRate: { ideal: 5n } },
    { deviceId: Symbol('mine') }, { deviceId: ['mine', Symbol('mine')] }, { echoCancellation: Symbol('all') },
    { advanced: [{ width: Symbol('wide') }] },
  ]) {
    await rejectsWithTypeError(() => converted(constraints));
  }
});

test('advanced is an iterable of dictionaries', async () => {
  for (const iterable of [[{ width: '5' }], new Set([{ width: 5 }]), (function* () { yield { width: 5 }; })()]) {
    assert.deepEqual(await converted({ advanced: iterable }), { advanced: [{ width: 5 }] });
  }
  for (const advanced of [null, {}, 5, 'sets', { [Symbol.iterator]: 5 }, [5]]) {
    await rejectsWithTypeError(() => converted({ advanced }));
  }
  await rejectsWithTypeError(
    () => converted({ advanced: {} }),
    `${applying}: Failed to read the 'advanced' property from 'MediaTrackConstraints': ` +
      'The provided value cannot be converted to a sequence.',
  );
});

test('members are read once, in the order of the IDL, those that are inherited first', async () => {
  const log = [];
  const logging = (name, values) =>
    new Proxy(values, {
      get(target, member) {
        if (typeof member === 'string') log.push(name + member);
        return target[member];
      },
    });
  await converted(logging('', {
    width: logging('width.', { ideal: 1 }),
    facingMode: logging('facingMode.', { ideal: 'user' }),
    advanced: [logging('advanced.', {})],
  }));
  const set = (prefix) => [
    'aspectRatio', 'autoGainControl', 'backgroundBlur', 'channelCount', 'deviceId', 'echoCancellation', 'facingMode',
    'frameRate', 'groupId', 'height', 'latency', 'noiseSuppression', 'resizeMode', 'sampleRate', 'sampleSize', 'width',
  ].map((name) => prefix + name);
  const expected = set('');
  expected.splice(7, 0, 'facingMode.exact', 'facingMode.ideal');
  assert.deepEqual(log, [
    ...expected, 'width.max', 'width.min', 'width.exact', 'width.ideal', 'advanced', ...set('advanced.'),
  ]);
});

test('everything is read before the call returns', async () => {
  const track = new TrackSource('video').createTrack();
  const constraints = { width: { ideal: 5 }, facingMode: ['user'], advanced: [{ width: 5 }] };
  const promise = track.applyConstraints(constraints);
  constraints.width.ideal = 6;
  constraints.facingMode.push('left');
  constraints.advanced[0].width = 6;
  constraints.advanced.push({});
  await promise;
  assert.deepEqual(track.getConstraints(), { width: { ideal: 5 }, facingMode: ['user'], advanced: [{ width: 5 }] });
});

test('what a getter or an iterator throws rejects as it is', async () => {
  const mine = new RangeError('mine');
  const thrower = { get min() { throw mine; }, *[Symbol.iterator]() { throw mine; } };
  for (const constraints of [{ width: thrower }, { facingMode: thrower }, { advanced: thrower }]) {
    await assert.rejects(converted(constraints), (error) => error === mine);
  }
});

test('MediaStreamConstraints has booleans and dictionaries, audio first', () => {
  // Whole: they have nothing of Object.prototype.
  const convert = (value) => structuredClone(toMediaStreamConstraints(value, getting));
  for (const nothing of [undefined, null, {}]) assert.deepEqual(convert(nothing), { audio: false, video: false });
  assert.deepEqual(convert({ video: 1, audio: '' }), { audio: false, video: true });
  assert.deepEqual(convert({ video: null, audio: { sampleRate: '8000' } }), { audio: { sampleRate: 8000 }, video: {} });
  assert.deepEqual(convert({ video: { width: 5, advanced: [{ width: 6 }] } }).video, { width: 5, advanced: [{ width: 6 }] });
  const log = [];
  convert({ get video() { log.push('video'); return true; }, get audio() { log.push('audio'); return true; } });
  assert.deepEqual(log, ['audio', 'video']);
  for (const value of [5, 'video', true, Symbol('video')]) {
    throwsTypeError(() => convert(value), `${getting}: The provided value is not an object.`);
  }
  throwsTypeError(
    () => convert({ video: { frameRate: NaN } }),
    `${getting}: Failed to read the 'video' property from 'MediaStreamConstraints': ` +
      "Failed to read the 'frameRate' property from 'MediaTrackConstraintSet': The provided double value is non-finite.",
  );
});
