// https://w3c.github.io/mediacapture-main/#mediastreamtrackevent
// https://w3c.github.io/mediacapture-main/#overconstrainederror-interface
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { MediaStreamTrackEvent, OverconstrainedError } from '#package';
import { streamOf, throwsTypeError, videoTrack } from './harness.mjs';

test('a MediaStreamTrackEvent is an Event with a track', () => {
  const track = videoTrack();
  const event = new MediaStreamTrackEvent('removetrack', { track });
  assert.ok(event instanceof Event);
  assert.equal(event.type, 'removetrack');
  assert.equal(event.track, track);
  assert.deepEqual([event.bubbles, event.cancelable, event.composed, event.isTrusted], [false, false, false, false]);
});

test('it takes the members of EventInit too', () => {
  const event = new MediaStreamTrackEvent('x', { track: videoTrack(), bubbles: 1, cancelable: 'yes', composed: true });
  assert.deepEqual([event.bubbles, event.cancelable, event.composed], [true, true, true]);
});

test('its type is converted to a string', () => {
  assert.equal(new MediaStreamTrackEvent(null, { track: videoTrack() }).type, 'null');
  assert.throws(() => new MediaStreamTrackEvent(Symbol('x'), { track: videoTrack() }), TypeError);
});

test('the arguments are converted in order', () => {
  const log = [];
  const type = { toString: () => (log.push('type'), 'x') };
  const init = { get track() { log.push('track'); return 'none'; }, get bubbles() { log.push('bubbles'); } };
  throwsTypeError(() => new MediaStreamTrackEvent(type, init));
  assert.deepEqual(log, ['type', 'bubbles', 'track']);
});

test('it needs two arguments and a track', () => {
  throwsTypeError(
    () => new MediaStreamTrackEvent('x'),
    "Failed to construct 'MediaStreamTrackEvent': 2 arguments required, but only 1 present.",
  );
  throwsTypeError(
    () => new MediaStreamTrackEvent(),
    "Failed to construct 'MediaStreamTrackEvent': 2 arguments required, but only 0 present.",
  );
  for (const init of [{}, null, undefined, 5, 'x', { track: null }, { track: {} }, { track: streamOf().stream }]) {
    throwsTypeError(() => new MediaStreamTrackEvent('x', init));
  }
});

test('script can dispatch it, and dispatch is what any EventTarget does', () => {
  const { stream, tracks: [track] } = streamOf('a');
  const seen = [];
  stream.onremovetrack = (event) => seen.push([event.track.label, event.target === stream]);
  assert.equal(stream.dispatchEvent(new MediaStreamTrackEvent('removetrack', { track })), true);
  assert.deepEqual(seen, [['a', true]]);
  assert.deepEqual(stream.getTracks(), [track]);
});

test('its members come from its own prototype and Event\'s', () => {
  assert.equal(Object.getPrototypeOf(MediaStreamTrackEvent), Event);
  assert.equal(Object.prototype.toString.call(new MediaStreamTrackEvent('x', { track: videoTrack() })), '[object MediaStreamTrackEvent]');
});

test('OverconstrainedError is a DOMException of that name, without a legacy code', () => {
  const error = new OverconstrainedError('width', 'too wide');
  assert.ok(error instanceof DOMException && error instanceof Error);
  assert.deepEqual(
    [error.name, error.message, error.constraint, error.code],
    ['OverconstrainedError', 'too wide', 'width', 0],
  );
  assert.equal(Object.prototype.toString.call(error), '[object OverconstrainedError]');
  assert.match(String(error), /^OverconstrainedError: too wide/);
});

test('its message is optional and its constraint is a string', () => {
  const error = new OverconstrainedError(null, undefined);
  assert.deepEqual([error.constraint, error.message], ['null', '']);
  throwsTypeError(
    () => new OverconstrainedError(),
    "Failed to construct 'OverconstrainedError': 1 argument required, but only 0 present.",
  );
  assert.throws(() => new OverconstrainedError(Symbol('width')), TypeError);
  assert.throws(() => new OverconstrainedError('width', Symbol('too wide')), TypeError);
});

test('its constraint is read-only and asks for the right object', () => {
  const error = new OverconstrainedError('width');
  assert.throws(() => { error.constraint = 'height'; }, TypeError);
  const { get } = Object.getOwnPropertyDescriptor(OverconstrainedError.prototype, 'constraint');
  throwsTypeError(() => get.call(new DOMException('x')), 'Illegal invocation');
});
