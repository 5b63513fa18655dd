// https://w3c.github.io/mediacapture-main/#mediastream
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { MediaStream, MediaStreamTrack, StreamController, TrackSource } from '#package';
import { audioTrack, labels, record, streamOf, throwsTypeError, videoTrack } from './harness.mjs';

test('a new stream is empty, inactive, and an EventTarget of the host', () => {
  const stream = new MediaStream();
  assert.deepEqual(stream.getTracks(), []);
  assert.equal(stream.active, false);
  assert.equal(stream.onaddtrack, null);
  assert.equal(stream.onremovetrack, null);
  assert.ok(stream instanceof EventTarget);
  assert.ok(stream instanceof MediaStream);
});

test('a stream of tracks has them in the order given, each once', () => {
  const [a, b, c] = ['a', 'b', 'c'].map((label) => videoTrack(label));
  assert.deepEqual(labels(new MediaStream([b, a, b, c, a])), ['b', 'a', 'c']);
});

test('a stream of a stream shares its tracks and nothing else', () => {
  const { stream, tracks } = streamOf('a', 'b');
  const other = new MediaStream(stream);
  assert.deepEqual(other.getTracks(), tracks);
  assert.equal(other.getTracks()[0], tracks[0]);
  assert.notEqual(other.id, stream.id);
  other.removeTrack(tracks[0]);
  assert.deepEqual(labels(stream), ['a', 'b']);
  assert.deepEqual(labels(other), ['b']);
});

test('undefined as the argument is none of the overloads', () => {
  throwsTypeError(() => new MediaStream(undefined));
});

test('addTrack appends, and does nothing with a track that is in the set', () => {
  const { stream, tracks: [a, b] } = streamOf('a', 'b');
  const c = videoTrack('c');
  assert.equal(stream.addTrack(c), undefined);
  stream.addTrack(a);
  stream.addTrack(b);
  assert.deepEqual(labels(stream), ['a', 'b', 'c']);
});

test('removeTrack removes, and does nothing with a track that is not in the set', () => {
  const { stream, tracks: [a, b] } = streamOf('a', 'b');
  assert.equal(stream.removeTrack(a), undefined);
  stream.removeTrack(a);
  stream.removeTrack(videoTrack('c'));
  assert.deepEqual(stream.getTracks(), [b]);
});

test('a track that was removed and added again is the last', () => {
  const { stream, tracks: [a] } = streamOf('a', 'b', 'c');
  stream.removeTrack(a);
  stream.addTrack(a);
  assert.deepEqual(labels(stream), ['b', 'c', 'a']);
});

test('script fires nothing: neither addTrack nor removeTrack nor stop', () => {
  const { stream, tracks: [a] } = streamOf('a');
  const log = record([stream], ['addtrack', 'removetrack']);
  const logOfTrack = record([a], ['ended', 'mute', 'unmute']);
  stream.onaddtrack = stream.onremovetrack = () => log.push('on…');
  a.onended = () => logOfTrack.push('onended');
  stream.addTrack(videoTrack('b'));
  stream.removeTrack(a);
  stream.addTrack(a);
  a.stop();
  assert.deepEqual([log, logOfTrack], [[], []]);
});

test('every getTracks returns a fresh array that script may change', () => {
  const { stream } = streamOf('a', 'b');
  const tracks = stream.getTracks();
  assert.notEqual(tracks, stream.getTracks());
  assert.ok(Array.isArray(tracks));
  tracks.length = 0;
  tracks.push('nonsense');
  assert.deepEqual(labels(stream), ['a', 'b']);
  const video = stream.getVideoTracks();
  video.reverse();
  assert.deepEqual(labels(stream), ['a', 'b']);
});

test('an array of tracks is a snapshot: it does not follow the stream', () => {
  const { stream, tracks: [a] } = streamOf('a', 'b');
  const before = stream.getTracks();
  stream.removeTrack(a);
  assert.equal(before.length, 2);
});

test('getAudioTracks and getVideoTracks choose by kind and keep the order', () => {
  const tracks = [videoTrack('v1'), audioTrack('a1'), videoTrack('v2'), audioTrack('a2')];
  const stream = new MediaStream(tracks);
  assert.deepEqual(stream.getAudioTracks(), [tracks[1], tracks[3]]);
  assert.deepEqual(stream.getVideoTracks(), [tracks[0], tracks[2]]);
  assert.notEqual(stream.getAudioTracks(), stream.getAudioTracks());
});

test('getTrackById finds a track of the stream, and null for anything else', () => {
  const { stream, tracks: [a, b] } = streamOf('a', 'b');
  assert.equal(stream.getTrackById(a.id), a);
  assert.equal(stream.getTrackById(b.id), b);
  assert.equal(stream.getTrackById(videoTrack().id), null);
  assert.equal(stream.getTrackById(''), null);
  assert.equal(stream.getTrackById(undefined), null);
  assert.equal(stream.getTrackById(a.id.toUpperCase()), null);
  assert.equal(stream.getTrackById({ toString: () => b.id }), b);
  stream.removeTrack(a);
  assert.equal(stream.getTrackById(a.id), null);
  stream.addTrack(a);
  assert.equal(stream.getTrackById(a.id), a);
});

test('getTrackById stays right on a large stream that changes', () => {
  const tracks = Array.from({ length: 300 }, (_, n) => videoTrack(String(n)));
  const stream = new MediaStream(tracks);
  for (const track of tracks) assert.equal(stream.getTrackById(track.id), track);
  tracks.filter((_, n) => n % 3 === 0).forEach((track) => stream.removeTrack(track));
  const late = videoTrack('late');
  stream.addTrack(late);
  for (const [n, track] of tracks.entries()) {
    assert.equal(stream.getTrackById(track.id), n % 3 === 0 ? null : track);
  }
  assert.equal(stream.getTrackById(late.id), late);
});

test('a large stream has its tracks in the order in which they were added, wherever some are taken out', () => {
  const source = new TrackSource('video');
  const tracks = Array.from({ length: 200 }, () => source.createTrack());
  const stream = new MediaStream(tracks);
  const expected = [...tracks];
  for (let n = 0; n < 2_000; n++) {
    const track = tracks[(n * n + 77 * n) % 200];
    const at = expected.indexOf(track);
    if (at >= 0) expected.splice(at, 1);
    stream.removeTrack(track);
    stream.removeTrack(track);
    if (n % 3 !== 0) {
      expected.push(track);
      stream.addTrack(track);
      stream.addTrack(track);
    }
    if (n % 50 === 0) assert.deepEqual(stream.getTracks(), expected);
  }
  assert.deepEqual(stream.getTracks(), expected);
  for (const track of [...tracks].reverse()) stream.removeTrack(track);
  assert.deepEqual(stream.getTracks(), []);
});

test('a track may be in many streams', () => {
  const track = videoTrack('a');
  const streams = [new MediaStream([track]), new MediaStream([track]), new MediaStream()];
  streams[2].addTrack(track);
  for (const stream of streams) assert.deepEqual(stream.getTracks(), [track]);
  track.stop();
  for (const stream of streams) assert.equal(stream.active, false);
  streams[0].removeTrack(track);
  assert.deepEqual(streams[1].getTracks(), [track]);
});

test('a stream is active while some track of it is live', () => {
  const { stream, tracks: [a, b] } = streamOf('a', 'b');
  assert.equal(stream.active, true);
  a.stop();
  assert.equal(stream.active, true);
  b.stop();
  assert.equal(stream.active, false);
  stream.addTrack(videoTrack());
  assert.equal(stream.active, true);
  stream.getTracks().forEach((track) => stream.removeTrack(track));
  assert.equal(stream.active, false);
});

test('a stream of ended tracks only is inactive from the start', () => {
  const track = videoTrack();
  track.stop();
  assert.equal(new MediaStream([track]).active, false);
});

test('muted and disabled tracks are live, so that their stream is active', () => {
  const source = new TrackSource('audio');
  const stream = new MediaStream([source.createTrack()]);
  source.mute();
  stream.getTracks()[0].enabled = false;
  assert.equal(stream.active, true);
});

test('active is true in an ended event of another track, and false in the last', () => {
  const sources = [new TrackSource('video'), new TrackSource('audio')];
  const stream = new MediaStream(sources.map((source) => source.createTrack()));
  const seen = [];
  for (const track of stream.getTracks()) track.onended = () => seen.push(stream.active);
  sources.forEach((source) => source.end());
  assert.deepEqual(seen, [true, false]);
});

test('clone makes a stream of clones of the tracks, with ids of their own', () => {
  const stream = new MediaStream([videoTrack('v'), audioTrack('a')]);
  const clone = stream.clone();
  assert.ok(clone instanceof MediaStream);
  assert.notEqual(clone.id, stream.id);
  assert.deepEqual(labels(clone), labels(stream));
  for (const [at, track] of clone.getTracks().entries()) {
    const original = stream.getTracks()[at];
    assert.ok(track instanceof MediaStreamTrack);
    assert.notEqual(track, original);
    assert.notEqual(track.id, original.id);
    assert.equal(track.kind, original.kind);
  }
});

test('the tracks of a clone end apart from the original, and with its source', () => {
  const source = new TrackSource('video');
  const stream = new MediaStream([source.createTrack()]);
  const clone = stream.clone();
  stream.getTracks()[0].stop();
  assert.deepEqual([stream.active, clone.active], [false, true]);
  source.end();
  assert.equal(clone.active, false);
});

test('a clone has neither listeners nor event handlers of the original', () => {
  const { controller, stream } = streamOf('a');
  const log = record([stream], ['addtrack']);
  stream.onaddtrack = () => log.push('onaddtrack');
  const clone = stream.clone();
  assert.equal(clone.onaddtrack, null);
  StreamController.of(clone).addTrack(videoTrack('b'));
  assert.deepEqual(log, []);
  assert.deepEqual(labels(controller.stream), ['a']);
});

test('a clone of a clone, of an empty stream and of an ended stream are what they should be', () => {
  const { stream, tracks: [a] } = streamOf('a', 'b');
  a.stop();
  const states = (stream) => stream.getTracks().map((track) => track.readyState);
  assert.deepEqual(states(stream.clone().clone()), ['ended', 'live']);
  assert.deepEqual(new MediaStream().clone().getTracks(), []);
});

test('a subclass constructs, and its instances are streams of the subclass', () => {
  class Recorder extends MediaStream {
    #secret = 'kept';
    constructor(tracks) {
      super(tracks);
      this.constructed = true;
    }
    get secret() {
      return this.#secret;
    }
  }
  const track = videoTrack('a');
  const recorder = new Recorder([track]);
  assert.ok(recorder instanceof Recorder && recorder instanceof MediaStream);
  assert.deepEqual(recorder.getTracks(), [track]);
  assert.equal(recorder.secret, 'kept');
  assert.equal(recorder.constructed, true);
  assert.ok(StreamController.of(recorder).stream === recorder);
  assert.ok(!(recorder.clone() instanceof Recorder));
});

test('Reflect.construct takes the prototype of its newTarget, as Web IDL asks', () => {
  function Other() {}
  Other.prototype = Object.create(MediaStream.prototype);
  const stream = Reflect.construct(MediaStream, [[videoTrack('a')]], Other);
  assert.equal(Object.getPrototypeOf(stream), Other.prototype);
  assert.deepEqual(labels(stream), ['a']);
});

test('100,000 short-lived streams and tracks are nothing special', () => {
  const source = new TrackSource('video');
  for (let n = 0; n < 100_000; n++) {
    const track = source.createTrack();
    const stream = new MediaStream([track]);
    stream.removeTrack(track);
    track.stop();
  }
  assert.equal(source.inUse, false);
  const last = source.createTrack();
  assert.equal(new MediaStream([last]).active, true);
});
