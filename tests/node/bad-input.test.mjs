// What can't be done says so in the words that browsers use, and has changed nothing.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  MediaStream,
  MediaStreamTrack,
  MediaStreamTrackEvent,
  OverconstrainedError,
  StreamController,
  TrackSource,
} from '#package';
import { record, rejectsWithTypeError, streamOf, throwsTypeError, videoTrack } from './harness.mjs';

const notTracks = () => [
  null, undefined, 5, 'track', true, Symbol('track'), {}, [], () => {}, new EventTarget(), new MediaStream(),
  MediaStreamTrack.prototype, Object.create(videoTrack()), new Proxy(videoTrack(), {}), new TrackSource('video'),
  { kind: 'video', id: 'x', stop() {} },
];

for (const method of ['addTrack', 'removeTrack']) {
  test(`MediaStream.${method} of what is no track is a TypeError, and nothing changes`, () => {
    const { stream, tracks } = streamOf('a');
    for (const value of notTracks()) {
      throwsTypeError(
        () => stream[method](value),
        `Failed to execute '${method}' on 'MediaStream': parameter 1 is not of type 'MediaStreamTrack'.`,
      );
    }
    throwsTypeError(
      () => stream[method](),
      `Failed to execute '${method}' on 'MediaStream': 1 argument required, but only 0 present.`,
    );
    assert.deepEqual(stream.getTracks(), tracks);
  });

  test(`StreamController.${method} of what is no track is a TypeError, nothing changes and nothing fires`, () => {
    const { controller, stream, tracks } = streamOf('a');
    const log = record(stream, ['addtrack', 'removetrack']);
    for (const value of notTracks()) {
      throwsTypeError(
        () => controller[method](value),
        `Failed to execute '${method}' on 'StreamController': parameter 1 is not of type 'MediaStreamTrack'.`,
      );
    }
    throwsTypeError(
      () => controller[method](),
      `Failed to execute '${method}' on 'StreamController': 1 argument required, but only 0 present.`,
    );
    assert.deepEqual(stream.getTracks(), tracks);
    assert.deepEqual(log, []);
  });
}

test('getTrackById needs an id, and converts it', () => {
  throwsTypeError(
    () => new MediaStream().getTrackById(),
    "Failed to execute 'getTrackById' on 'MediaStream': 1 argument required, but only 0 present.",
  );
  throwsTypeError(() => new MediaStream().getTrackById(Symbol('id')));
  const mine = new RangeError('mine');
  assert.throws(() => new MediaStream().getTrackById({ toString() { throw mine; } }), (error) => error === mine);
});

test('setTracks with one bad track among good ones changes nothing and fires nothing', () => {
  const { controller, stream, tracks } = streamOf('a', 'b');
  const log = record(stream, ['addtrack', 'removetrack']);
  const message = "Failed to execute 'setTracks' on 'StreamController': parameter 1 is not a sequence of 'MediaStreamTrack'.";
  for (const value of notTracks()) {
    throwsTypeError(() => controller.setTracks([videoTrack('c'), value, tracks[0]]), message);
  }
  for (const value of [null, undefined, 5, 'tracks', {}, { length: 0 }, videoTrack(), stream]) {
    throwsTypeError(() => controller.setTracks(value), message);
  }
  throwsTypeError(
    () => controller.setTracks(),
    "Failed to execute 'setTracks' on 'StreamController': 1 argument required, but only 0 present.",
  );
  assert.deepEqual(stream.getTracks(), tracks);
  assert.deepEqual(log, []);
});

test('the MediaStream constructor takes a stream or a sequence of tracks', () => {
  const message = "Failed to construct 'MediaStream': parameter 1 is not of type 'MediaStream' or a sequence of 'MediaStreamTrack'.";
  for (const value of [null, 5, 'stream', true, Symbol('x'), {}, videoTrack(), { length: 0 }, MediaStream.prototype]) {
    throwsTypeError(() => new MediaStream(value), message);
  }
  for (const value of notTracks()) throwsTypeError(() => new MediaStream([videoTrack(), value]), message);
});

test('the StreamController constructor takes a sequence of tracks', () => {
  for (const value of [null, 5, {}, videoTrack(), [null]]) throwsTypeError(() => new StreamController(value));
});

test('a function object with an iterator is a sequence, since functions are objects', () => {
  const track = videoTrack();
  const tracks = Object.assign(() => {}, { [Symbol.iterator]: () => [track].values() });
  assert.deepEqual(new MediaStream(tracks).getTracks(), [track]);
});

test('MediaStreamTrack has an illegal constructor', () => {
  throwsTypeError(() => new MediaStreamTrack(), 'Illegal constructor');
  throwsTypeError(() => new MediaStreamTrack('video', {}), 'Illegal constructor');
  throwsTypeError(() => new (class extends MediaStreamTrack {})(), 'Illegal constructor');
  throwsTypeError(() => Reflect.construct(MediaStreamTrack, [], EventTarget), 'Illegal constructor');
});

test('constructors need new', () => {
  for (const constructor of [
    MediaStream, MediaStreamTrack, MediaStreamTrackEvent, OverconstrainedError, TrackSource, StreamController,
  ]) {
    throwsTypeError(() => constructor());
    throwsTypeError(() => constructor.call(new EventTarget()));
  }
});

const { track, controller, source } = (() => {
  const source = new TrackSource('video');
  const track = source.createTrack();
  return { source, track, controller: new StreamController([track]) };
})();

for (const [name, prototype, example] of [
  ['MediaStream', MediaStream.prototype, controller.stream],
  ['MediaStreamTrack', MediaStreamTrack.prototype, track],
  ['MediaStreamTrackEvent', MediaStreamTrackEvent.prototype, new MediaStreamTrackEvent('x', { track })],
  ['TrackSource', TrackSource.prototype, source],
  ['StreamController', StreamController.prototype, controller],
]) {
  test(`every member of ${name} asks for a ${name}: anything else is an illegal invocation`, async () => {
    const others = [{}, null, undefined, 5, prototype, Object.create(example), new Proxy(example, {}), new EventTarget()];
    let asked = 0;
    for (const [key, descriptor] of Object.entries(Object.getOwnPropertyDescriptors(prototype))) {
      // The host's own, which answers for itself.
      if (key === 'constructor' || key === 'dispatchEvent' || key.endsWith('EventListener')) continue;
      for (const member of [descriptor.value, descriptor.get, descriptor.set]) {
        if (typeof member !== 'function') continue;
        asked += 1;
        for (const other of others) {
          const call = () => member.call(other, track, track);
          if (key === 'applyConstraints') await rejectsWithTypeError(call, 'Illegal invocation');
          else throwsTypeError(call, 'Illegal invocation');
        }
      }
    }
    assert.ok(asked > 0);
  });
}

test('the right object comes before the arguments', () => {
  throwsTypeError(() => MediaStream.prototype.addTrack.call({}), 'Illegal invocation');
  throwsTypeError(() => StreamController.prototype.setTracks.call({}), 'Illegal invocation');
});

test('applyConstraints rejects where another method would throw', async () => {
  await rejectsWithTypeError(() => MediaStreamTrack.prototype.applyConstraints.call({}), 'Illegal invocation');
  await rejectsWithTypeError(() => MediaStreamTrack.prototype.applyConstraints.call(undefined), 'Illegal invocation');
  await rejectsWithTypeError(() => videoTrack().applyConstraints(5));
});

test('a stream takes no tracks from objects that merely claim to be ours', () => {
  const fake = Object.create(MediaStreamTrack.prototype);
  assert.ok(fake instanceof MediaStreamTrack);
  throwsTypeError(() => new MediaStream([fake]));
  throwsTypeError(() => fake.kind, 'Illegal invocation');
  throwsTypeError(() => Object.create(MediaStream.prototype).getTracks(), 'Illegal invocation');
});
