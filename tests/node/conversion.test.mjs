// Web IDL's conversions, in their order: what script's own code sees of them.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DeviceChangeEvent } from '#devices';
import { MediaStream, MediaStreamTrackEvent, OverconstrainedError, TrackSource } from '#package';

const track = new TrackSource('video').createTrack();

test('the dictionary of an event may be a function, whose members count', () => {
  const init = Object.assign(() => {}, { track, cancelable: true });
  const { cancelable, bubbles, track: found } = new MediaStreamTrackEvent('removetrack', init);
  assert.deepEqual([cancelable, bubbles, found === track], [true, false, true]);
  assert.equal(new DeviceChangeEvent('devicechange', Object.assign(() => {}, { bubbles: true })).bubbles, true);
});

test('the type of an event is converted before its dictionary', () => {
  const type = {
    toString() {
      throw new RangeError('of the type');
    },
  };
  for (const init of [null, undefined, 5, { get bubbles() { throw new Error('of the dictionary'); } }]) {
    assert.throws(() => new MediaStreamTrackEvent(type, init), RangeError);
    assert.throws(() => new DeviceChangeEvent(type, init), RangeError);
  }
});

test('an item of a sequence is converted before the next is read', () => {
  const read = [];
  const items = [null, null];
  for (const i of [0, 1]) {
    Object.defineProperty(items, i, {
      get() {
        read.push(i);
        return i === 0 ? null : track;
      },
    });
  }
  assert.throws(() => new MediaStream(items), TypeError);
  assert.deepEqual(read, [0]);
});

test('an array’s own iterator is looked up once', () => {
  let count = 0;
  const tracks = Object.defineProperty([track], Symbol.iterator, {
    get() {
      count++;
      return Array.prototype.values;
    },
  });
  assert.deepEqual(new MediaStream(tracks).getTracks(), [track]);
  assert.equal(count, 1);
});

test('what is constructed for a function without a prototype has the interface’s', () => {
  function Without() {}
  Without.prototype = null;
  for (const [constructor, ...args] of [
    [MediaStream],
    [MediaStreamTrackEvent, 'removetrack', { track }],
    [OverconstrainedError, 'width'],
    [DeviceChangeEvent, 'devicechange'],
  ]) {
    const made = Reflect.construct(constructor, args, Without);
    assert.equal(Object.getPrototypeOf(made), constructor.prototype);
  }
  class Derived extends MediaStream {}
  assert.equal(Object.getPrototypeOf(new Derived()), Derived.prototype);
});
