// Sequences as Web IDL has them: https://webidl.spec.whatwg.org/#es-sequence
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { MediaStream, StreamController } from '#package';
import { labels, record, streamOf, throwsTypeError, videoTrack } from './harness.mjs';

/** Whatever takes a sequence of tracks, as a function that returns the stream it made or changed. */
const takers = {
  'new MediaStream': (tracks) => new MediaStream(tracks),
  'new StreamController': (tracks) => new StreamController(tracks).stream,
  'controller.setTracks': (tracks) => {
    const controller = new StreamController();
    controller.setTracks(tracks);
    return controller.stream;
  },
};

for (const [name, take] of Object.entries(takers)) {
  test(`${name} takes arrays, sets, generators and other iterables`, () => {
    const [a, b] = [videoTrack('a'), videoTrack('b')];
    for (const tracks of [
      [a, b],
      new Set([a, b]),
      new Map([[1, a], [2, b]]).values(),
      (function* () { yield a; yield b; })(),
      [a, b].values(),
      { [Symbol.iterator]: () => [a, b].values() },
      new (class extends Array {})(a, b),
      new Proxy([a, b], {}),
      Object.assign(Object.create(null), { [Symbol.iterator]: () => [a, b].values() }),
    ]) {
      assert.deepEqual(take(tracks).getTracks(), [a, b]);
    }
    assert.deepEqual(take([]).getTracks(), []);
  });

  test(`${name} refuses what merely looks like an array`, () => {
    const a = videoTrack('a');
    for (const tracks of [
      { 0: a, length: 1 },
      { [Symbol.iterator]: null },
      { [Symbol.iterator]: 5 },
      { [Symbol.iterator]: () => 5 },
      { [Symbol.iterator]: () => ({}) },
      { [Symbol.iterator]: () => ({ next: () => 5 }) },
      'a string iterates, but is no object',
      (async function* () { yield a; })(),
      [, a],
    ]) {
      throwsTypeError(() => take(tracks));
    }
  });

  test(`${name} passes on what an iterable throws`, () => {
    const mine = new RangeError('mine');
    const a = videoTrack('a');
    const throwing = [
      { get [Symbol.iterator]() { throw mine; } },
      { [Symbol.iterator]() { throw mine; } },
      { [Symbol.iterator]: () => ({ get next() { throw mine; } }) },
      { [Symbol.iterator]: () => ({ next() { throw mine; } }) },
      { [Symbol.iterator]: () => ({ next: () => ({ get done() { throw mine; } }) }) },
      { [Symbol.iterator]: () => ({ next: () => ({ done: false, get value() { throw mine; } }) }) },
      (function* () { yield a; throw mine; })(),
    ];
    for (const tracks of throwing) assert.throws(() => take(tracks), (error) => error === mine);
  });

  test(`${name} stops an endless iterable at the first item that is no track`, () => {
    let asked = 0;
    const tracks = (function* () {
      for (;;) {
        asked += 1;
        yield asked === 100 ? 'no track' : videoTrack();
      }
    })();
    throwsTypeError(() => take(tracks));
    assert.equal(asked, 100);
  });

  test(`${name} asks for the iterator once and for next once`, () => {
    const log = [];
    const a = videoTrack('a');
    const iterator = [a].values();
    const tracks = {
      get [Symbol.iterator]() {
        log.push('@@iterator');
        return () => ({
          get next() {
            log.push('next');
            return () => iterator.next();
          },
        });
      },
    };
    assert.deepEqual(labels(take(tracks)), ['a']);
    assert.deepEqual(log, ['@@iterator', 'next']);
  });

  test(`${name} heeds an array's own iterator, and a changed iterator of all arrays`, () => {
    const [a, b] = [videoTrack('a'), videoTrack('b')];
    const own = Object.assign([a], { [Symbol.iterator]: () => [b].values() });
    assert.deepEqual(labels(take(own)), ['b']);
    const iteratorPrototype = Object.getPrototypeOf([].values());
    const { next } = iteratorPrototype;
    let changed;
    try {
      iteratorPrototype.next = () => ({ done: true, value: undefined });
      changed = take([a]);
    } finally {
      iteratorPrototype.next = next;
    }
    assert.deepEqual(labels(changed), []);
  });
}

test('an iterable that throws leaves setTracks\' stream as it was, without an event', () => {
  const { controller, stream } = streamOf('a', 'b');
  const log = record(stream, ['addtrack', 'removetrack']);
  assert.throws(() => controller.setTracks((function* () { yield videoTrack('c'); throw new RangeError('mine'); })()), RangeError);
  assert.deepEqual(log, []);
  assert.deepEqual(labels(stream), ['a', 'b']);
});

test('a failed constructor leaves nothing behind that counts as a stream', () => {
  const track = videoTrack('a');
  const streams = [];
  class Spy extends MediaStream {
    constructor(tracks) {
      super(tracks);
      streams.push(this);
    }
  }
  throwsTypeError(() => new Spy([track, 'no track']));
  assert.deepEqual(streams, []);
  assert.deepEqual(new MediaStream([track]).getTracks(), [track]);
});

test('a stream that has an iterator of its own is a stream: the overload for streams comes first', () => {
  const { stream, tracks } = streamOf('a');
  stream[Symbol.iterator] = () => [].values();
  assert.deepEqual(new MediaStream(stream).getTracks(), tracks);
});
