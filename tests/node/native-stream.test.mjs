// StreamController.of a MediaStream of the host's own: how a test makes a native stream lose a track.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createRealm } from '#package';
import { inProcess, record, throwsTypeError, videoTrack } from './harness.mjs';

/** A host with interfaces of its own, as small as they can be, and the realm for it. */
function newHost() {
  class MediaStreamTrack extends EventTarget {
    #kind = 'video';
    constructor(label) {
      super();
      this.label = label;
    }
    get kind() { return this.#kind; }
  }
  class MediaStream extends EventTarget {
    #tracks = new Set();
    constructor(tracks = []) {
      super();
      for (const track of tracks) this.#tracks.add(track);
    }
    getTracks() { return [...this.#tracks]; }
    addTrack(track) { this.#tracks.add(track); }
    removeTrack(track) { this.#tracks.delete(track); }
  }
  class MediaStreamTrackEvent extends Event {
    constructor(type, { track }) {
      super(type);
      this.track = track;
    }
  }
  const host = { EventTarget, Event, DOMException, MediaStream, MediaStreamTrack, MediaStreamTrackEvent };
  return { ...host, ...Object.fromEntries(Object.entries(createRealm(host)).map(([name, value]) => [`our${name}`, value])) };
}

const types = ['addtrack', 'removetrack'];

function newStream(...names) {
  const host = newHost();
  const tracks = names.map((name) => new host.MediaStreamTrack(name));
  const stream = new host.MediaStream(tracks);
  return { host, stream, tracks, controller: host.ourStreamController.of(stream), log: record(stream, types) };
}
const labels = (stream) => stream.getTracks().map(({ label }) => label).join();

test('removeTrack takes the track out of the native set, and fires the host\'s removetrack', () => {
  const { host, stream, tracks: [a], controller } = newStream('a', 'b');
  const events = [];
  stream.addEventListener('removetrack', (event) => events.push([event, labels(stream)]));
  controller.removeTrack(a);
  const [[event, during]] = events;
  assert.equal(events.length, 1);
  assert.ok(event instanceof host.MediaStreamTrackEvent);
  assert.deepEqual([event.track, event.target, during], [a, stream, 'b']);
});

test('addTrack and setTracks do what they do with a stream of ours', () => {
  const { host, stream, tracks: [, b], controller, log } = newStream('a', 'b', 'c');
  const d = new host.MediaStreamTrack('d');
  controller.setTracks([d, b]);
  controller.addTrack(d);
  assert.deepEqual(log, ['removetrack a', 'removetrack c', 'addtrack d']);
  assert.equal(labels(stream), 'b,d');
});

test('it knows what script has changed meanwhile', () => {
  const { host, stream, tracks: [a, b], controller, log } = newStream('a', 'b');
  stream.removeTrack(a);
  controller.removeTrack(a);
  stream.addTrack(a);
  controller.addTrack(a);
  assert.deepEqual(log, []);
  const c = new host.MediaStreamTrack('c');
  stream.addTrack(c);
  controller.setTracks([b]);
  assert.deepEqual(log, ['removetrack a', 'removetrack c']);
});

test('it knows what a listener changes between two events', () => {
  const { stream, tracks: [a, b], controller, log } = newStream('a', 'b', 'c');
  stream.addEventListener('removetrack', ({ track }) => { if (track === a) stream.removeTrack(b); });
  controller.setTracks([]);
  assert.deepEqual(log, ['removetrack a', 'removetrack c']);
});

test('its stream is the one it was made of, and controllers of one stream agree', () => {
  const { host, stream, tracks: [a], controller, log } = newStream('a');
  const other = host.ourStreamController.of(stream);
  assert.equal(controller.stream, stream);
  other.removeTrack(a);
  controller.removeTrack(a);
  controller.addTrack(a);
  assert.deepEqual(log, ['removetrack a', 'addtrack a']);
});

test('nothing is taken that is not the host\'s own: neither as a track nor as a stream', () => {
  const { host, stream, controller, log } = newStream('a');
  const message = "Failed to execute 'addTrack' on 'StreamController': parameter 1 is not of type 'MediaStreamTrack'.";
  for (const value of [null, {}, stream, host.MediaStreamTrack.prototype, Object.create(stream.getTracks()[0]), videoTrack()]) {
    throwsTypeError(() => controller.addTrack(value), message);
  }
  throwsTypeError(() => controller.setTracks([new host.MediaStreamTrack('b'), {}]));
  assert.deepEqual([labels(stream), log], ['a', []]);
  for (const value of [null, {}, host.MediaStream.prototype, Object.create(stream), new EventTarget()]) {
    throwsTypeError(() => host.ourStreamController.of(value));
  }
});

test('streams of ours and of the host go together in one realm', () => {
  const { host, controller, log, tracks: [a] } = newStream('a');
  const ours = new host.ourStreamController([new host.ourTrackSource('audio', { label: 'ours' }).createTrack()]);
  const logOfOurs = record(ours.stream, types);
  ours.setTracks([]);
  controller.removeTrack(a);
  assert.deepEqual([logOfOurs, log], [['removetrack ours'], ['removetrack a']]);
  throwsTypeError(() => ours.addTrack(a));
  throwsTypeError(() => new host.ourMediaStream([a]));
});

test('where the first stream of all is a native one, sources tell their state as anywhere', async () => {
  const states = await inProcess(async () => {
    class MediaStreamTrack extends EventTarget {
      get kind() { return 'video'; }
    }
    class MediaStream extends EventTarget {
      track = new MediaStreamTrack();
      getTracks() { return [this.track]; }
      addTrack() {}
      removeTrack() {}
    }
    class MediaStreamTrackEvent extends Event {}
    Object.assign(globalThis, { MediaStream, MediaStreamTrack, MediaStreamTrackEvent });
    const { StreamController, TrackSource } = await import('mediastream-polyfill');
    StreamController.of(new MediaStream());
    const source = new TrackSource('video');
    const track = source.createTrack();
    const { inUse } = source;
    source.mute();
    track.onended = () => {};
    const { muted, observed } = source;
    source.end();
    return [inUse, muted, observed, source.ended, source.inUse];
  });
  assert.deepEqual(states, [true, true, true, true, false]);
});
