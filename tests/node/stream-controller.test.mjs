// The user agent's side of a MediaStream: https://w3c.github.io/mediacapture-main/#track-set
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { MediaStream, MediaStreamTrackEvent, StreamController } from '#package';
import { labels, record, streamOf, throwsTypeError, videoTrack } from './harness.mjs';

const types = ['addtrack', 'removetrack'];

test('a new controller has a new stream, of the tracks given, which fires nothing', () => {
  const track = videoTrack('a');
  const controller = new StreamController([track]);
  assert.ok(controller.stream instanceof MediaStream);
  assert.equal(controller.stream, controller.stream);
  assert.deepEqual(controller.stream.getTracks(), [track]);
  assert.deepEqual(new StreamController().stream.getTracks(), []);
  assert.deepEqual(new StreamController(undefined).stream.getTracks(), []);
  assert.notEqual(new StreamController().stream, new StreamController().stream);
});

test('addTrack puts the track in the set and fires addtrack before it returns', () => {
  const { controller, stream } = streamOf('a');
  const log = record(stream, types, () => `of ${labels(stream)}`);
  assert.equal(controller.addTrack(videoTrack('b')), undefined);
  assert.deepEqual(log, ['addtrack b of a,b']);
});

test('removeTrack takes the track out of the set and fires removetrack before it returns', () => {
  const { controller, stream, tracks: [a] } = streamOf('a', 'b');
  const log = record(stream, types, () => `of ${labels(stream)}`);
  assert.equal(controller.removeTrack(a), undefined);
  assert.deepEqual(log, ['removetrack a of b']);
});

test('the event is a MediaStreamTrackEvent with the track, neither bubbling nor cancelable', () => {
  const { controller, stream, tracks: [a] } = streamOf('a');
  const events = [];
  stream.onremovetrack = (event) => events.push(event);
  stream.onaddtrack = (event) => events.push(event);
  controller.removeTrack(a);
  controller.addTrack(a);
  assert.deepEqual(events.map(({ type }) => type), ['removetrack', 'addtrack']);
  for (const event of events) {
    assert.equal(event.constructor, MediaStreamTrackEvent);
    assert.equal(event.track, a);
    assert.equal(event.target, stream);
    assert.deepEqual([event.bubbles, event.cancelable, event.composed], [false, false, false]);
  }
});

test('adding a track that is in the set, and removing one that is not, does and fires nothing', () => {
  const { controller, stream, tracks: [a] } = streamOf('a', 'b');
  const log = record(stream, types);
  controller.addTrack(a);
  controller.removeTrack(videoTrack('c'));
  assert.deepEqual(log, []);
  assert.deepEqual(labels(stream), ['a', 'b']);
});

test('a removal leaves the track\'s own state alone', () => {
  const { controller, tracks: [a] } = streamOf('a');
  const log = record(a, ['ended', 'mute', 'unmute']);
  controller.removeTrack(a);
  assert.deepEqual([a.readyState, a.muted, a.enabled], ['live', false, true]);
  assert.deepEqual(log, []);
});

test('a stream can lose and gain ended tracks too', () => {
  const { controller, stream, tracks: [a] } = streamOf('a');
  const log = record(stream, types);
  a.stop();
  controller.removeTrack(a);
  controller.addTrack(a);
  assert.deepEqual(log, ['removetrack a', 'addtrack a']);
  assert.equal(stream.active, false);
});

test('a track that script removed itself fires no removetrack', () => {
  const { controller, stream, tracks: [a] } = streamOf('a');
  const log = record(stream, types);
  stream.removeTrack(a);
  controller.removeTrack(a);
  assert.deepEqual(log, []);
});

test('only the stream that loses the track hears of it', () => {
  const { controller, tracks: [a] } = streamOf('a');
  const other = new MediaStream([a]);
  const log = record(other, types);
  controller.removeTrack(a);
  assert.deepEqual(log, []);
  assert.deepEqual(other.getTracks(), [a]);
});

test('setTracks removes in the order of the set, then adds in the order given, one track at a time', () => {
  const { controller, stream, tracks: [, b] } = streamOf('a', 'b', 'c');
  const log = record(stream, types, () => `of ${labels(stream)}`);
  assert.equal(controller.setTracks([videoTrack('e'), b, videoTrack('d')]), undefined);
  assert.deepEqual(log, [
    'removetrack a of b,c',
    'removetrack c of b',
    'addtrack e of b,e',
    'addtrack d of b,e,d',
  ]);
  assert.deepEqual(labels(stream), ['b', 'e', 'd']);
});

test('setTracks with the same tracks, in whichever order, does nothing', () => {
  const { controller, stream, tracks } = streamOf('a', 'b', 'c');
  const log = record(stream, types);
  controller.setTracks(tracks);
  controller.setTracks(tracks.toReversed ? tracks.toReversed() : [...tracks].reverse());
  assert.deepEqual(log, []);
  assert.deepEqual(labels(stream), ['a', 'b', 'c']);
});

test('setTracks takes a track that is named twice once', () => {
  const { controller, stream } = streamOf('a');
  const log = record(stream, types);
  const b = videoTrack('b');
  controller.setTracks([b, b]);
  assert.deepEqual(log, ['removetrack a', 'addtrack b']);
  assert.deepEqual(stream.getTracks(), [b]);
});

test('setTracks with nothing empties the stream', () => {
  const { controller, stream } = streamOf('a', 'b');
  const log = record(stream, types, () => String(stream.active));
  controller.setTracks([]);
  assert.deepEqual(log, ['removetrack a true', 'removetrack b false']);
});

test('of returns a controller of a stream that exists', () => {
  const stream = new MediaStream([videoTrack('a')]);
  const log = record(stream, types);
  const controller = StreamController.of(stream);
  assert.ok(controller instanceof StreamController);
  assert.equal(controller.stream, stream);
  controller.removeTrack(stream.getTracks()[0]);
  assert.deepEqual(log, ['removetrack a']);
});

test('controllers of one stream agree', () => {
  const { controller, stream, tracks: [a] } = streamOf('a');
  const other = StreamController.of(stream);
  other.removeTrack(a);
  controller.addTrack(a);
  assert.deepEqual(other.stream.getTracks(), [a]);
  stream.onaddtrack = () => {};
  assert.deepEqual([controller.observed, other.observed], [true, true]);
});

test('of refuses what is not a MediaStream', () => {
  for (const value of [null, undefined, {}, [], 'stream', videoTrack(), new EventTarget(), MediaStream.prototype]) {
    throwsTypeError(() => StreamController.of(value));
  }
  throwsTypeError(
    () => StreamController.of(),
    "Failed to execute 'of' on 'StreamController': 1 argument required, but only 0 present.",
  );
});

test('a stream is observed once anyone has listened for a change of its tracks, for ever', () => {
  for (const listen of [
    (stream) => stream.addEventListener('addtrack', () => {}),
    (stream) => stream.addEventListener('removetrack', { handleEvent() {} }, { once: true }),
    (stream) => { stream.onremovetrack = () => {}; },
  ]) {
    const { stream, observed } = new StreamController();
    assert.equal(observed, false);
    listen(stream);
    stream.onremovetrack = null;
    assert.equal(StreamController.of(stream).observed, true);
  }
});

test('listeners for other events, null ones and ones removed before they were there observe nothing', () => {
  const { stream } = new StreamController();
  stream.addEventListener('active', () => {});
  stream.removeEventListener('addtrack', () => {});
  stream.onaddtrack = null;
  stream.onaddtrack = 5;
  assert.equal(StreamController.of(stream).observed, false);
});
