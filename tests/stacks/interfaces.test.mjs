// MediaStream, MediaStreamTrack and RTCTrackEvent of WebRTC stacks in Node: what the specifications say of them holds where
// the package is installed.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { OverconstrainedError, install } from '#node';
import { rejectsWithTypeError, throwsTypeError } from '../node/harness.mjs';
import { STACKS, inCall, withStack } from './harness.mjs';
import { loadStack } from './hosts.mjs';

/** Calls something with a stack into which the package is installed, and with a video and an audio track. */
const withTracks = (name, act) =>
  withStack(name, async ({ stack, host, installation }) => {
    const tracks = ['video', 'audio'].map(host.createTrack);
    try {
      return await act({ stack, tracks, installation });
    } finally {
      for (const track of tracks) track.stop();
    }
  });

for (const name of STACKS) {
  test(`${name}: a track that is added twice is in the stream once`, () =>
    withTracks(name, ({ stack, tracks: [video, audio] }) => {
      const stream = new stack.MediaStream();
      for (const track of [video, audio, video]) stream.addTrack(track);
      assert.deepEqual(stream.getTracks(), [video, audio]);
      assert.deepEqual(stream.getVideoTracks(), [video]);
    }));

  test(`${name}: each list of tracks is the caller’s own`, () =>
    withTracks(name, ({ stack, tracks: [video, audio] }) => {
      const stream = new stack.MediaStream([video]);
      for (const method of ['getTracks', 'getVideoTracks', 'getAudioTracks']) {
        const before = [...stream[method]()];
        stream[method]().push(audio);
        assert.deepEqual(stream[method](), before);
      }
    }));

  test(`${name}: no track has an id that no track has`, () =>
    withTracks(name, ({ stack, tracks: [video] }) => {
      const stream = new stack.MediaStream([video]);
      assert.equal(stream.getTrackById('none'), null);
      assert.equal(stream.getTrackById(video.id), video);
    }));

  test(`${name}: a stream that is made of another has its tracks, a list and an id of its own`, () =>
    withTracks(name, ({ stack, tracks: [video, audio] }) => {
      const original = new stack.MediaStream([video]);
      const copy = new stack.MediaStream(original);
      assert.deepEqual(copy.getTracks(), [video]);
      assert.notEqual(copy.id, original.id);
      copy.addTrack(audio);
      assert.deepEqual(original.getTracks(), [video]);
    }));

  test(`${name}: a stream takes any sequence of tracks, each once, and nothing else`, () =>
    withTracks(name, ({ stack, tracks: [video, audio] }) => {
      const list = [video, audio, video];
      const stream = new stack.MediaStream(list);
      list.pop();
      list.pop();
      assert.deepEqual(stream.getTracks(), [video, audio]);
      assert.deepEqual(new stack.MediaStream(new Set([audio, video])).getTracks(), [audio, video]);
      for (const wrong of [{}, null, 5, 'track', stream]) {
        throwsTypeError(() => new stack.MediaStream([video, wrong]));
        throwsTypeError(() => stream.addTrack(wrong));
        throwsTypeError(() => stream.removeTrack(wrong));
      }
      assert.deepEqual(stream.getTracks(), [video, audio]);
    }));

  test(`${name}: what is neither a stream nor a sequence is no argument`, () =>
    withTracks(name, ({ stack, tracks: [video] }) => {
      for (const wrong of [undefined, null, 5, 'x', Symbol('x')]) throwsTypeError(() => new stack.MediaStream(wrong));
      assert.deepEqual(new stack.MediaStream().getTracks(), []);
      const stream = new stack.MediaStream([video]);
      assert.equal(stream.getTrackById(undefined), null);
      // Nobody can change the methods of @roamhq/wrtc.
      if (name === 'werift') throwsTypeError(() => stream.getTrackById());
    }));

  test(`${name}: enabled is a boolean, and kind is nobody's to assign`, () =>
    inCall(name, async (call, { stack, host }) => {
      const [{ track }] = await call.start('video');
      const made = name === 'werift' ? new stack.MediaStreamTrack({ kind: 'video' }) : host.createTrack('video');
      for (const each of [track, made, made.clone()]) {
        for (const [value, enabled] of [[0, false], ['yes', true], [undefined, false], [1, true]]) {
          each.enabled = value;
          assert.equal(each.enabled, enabled);
        }
        throwsTypeError(() => (each.kind = 'audio'));
        assert.equal(each.kind, 'video');
        each.enabled = false;
        const clone = each.clone();
        // A clone of @roamhq/wrtc's is enabled.
        assert.deepEqual([clone.kind, clone.enabled], ['video', name === 'wrtc']);
        for (const one of [clone, each]) one.stop();
      }
    }));

  test(`${name}: the stack's own way to make a stream of an id goes on, and so do classes that extend its interfaces`, () =>
    withTracks(name, ({ stack, tracks: [video] }) => {
      assert.equal(new stack.MediaStream({ id: 'of-its-own' }).id, 'of-its-own');
      class Stream extends stack.MediaStream {}
      const stream = new Stream(new stack.MediaStream([video]));
      assert.ok(stream instanceof Stream && stream instanceof stack.MediaStream);
      assert.deepEqual(stream.getTracks(), [video]);
      throwsTypeError(() => stack.MediaStream());
    }));

  test(`${name}: script that stops a track hears nothing of it`, () =>
    withStack(name, async ({ stack, host }) => {
      const track = name === 'werift' ? new stack.MediaStreamTrack({ kind: 'video' }) : host.createTrack('video');
      const heard = [];
      const tracks = [track, track.clone(), track.clone().clone()];
      for (const each of tracks) {
        each.onended = () => heard.push('onended');
        each.addEventListener('ended', () => heard.push('ended'));
      }
      for (const each of tracks) each.stop();
      // @roamhq/wrtc dispatches a little later.
      await new Promise((resolve) => setTimeout(resolve));
      assert.deepEqual(tracks.map(({ readyState }) => readyState), ['ended', 'ended', 'ended']);
      assert.deepEqual(heard, []);
    }));

  test(`${name}: script that stops a received track hears nothing of it, and what the remote ends is heard`, () =>
    inCall(name, async (call) => {
      const [video, audio] = await call.start('video', 'audio');
      const heard = [];
      const tracks = [video.track, video.track.clone(), audio.track];
      for (const track of tracks) track.addEventListener('ended', () => heard.push(track));
      for (const track of tracks.slice(0, 2)) track.stop();
      call.stop(audio.transceiver);
      await call.negotiate();
      await call.settle();
      assert.deepEqual(tracks.map(({ readyState }) => readyState), ['ended', 'ended', 'ended']);
      assert.deepEqual(heard, [audio.track]);
    }));

  test(`${name}: a track has capabilities, settings and constraints, those that were applied last`, () =>
    withTracks(name, async ({ tracks: [video] }) => {
      assert.equal(typeof video.getCapabilities(), 'object');
      assert.equal(typeof video.getSettings(), 'object');
      assert.deepEqual(video.getConstraints(), {});
      assert.equal(await video.applyConstraints({ width: { ideal: 640 }, facingMode: 'user' }), undefined);
      assert.deepEqual(video.getConstraints(), { width: { ideal: 640 }, facingMode: 'user' });
      const clone = video.clone();
      assert.deepEqual(clone.getConstraints(), video.getConstraints());
      await video.applyConstraints();
      assert.deepEqual(video.getConstraints(), {});
      assert.deepEqual(clone.getConstraints(), { width: { ideal: 640 }, facingMode: 'user' });
      clone.stop();
    }));

  test(`${name}: what no settings of a track's satisfy is refused, and the constraints stay as they were`, () =>
    withTracks(name, async ({ tracks: [video] }) => {
      await video.applyConstraints({ width: 640 });
      await assert.rejects(video.applyConstraints({ width: { exact: 123_456 } }), (error) => {
        assert.ok(error instanceof OverconstrainedError);
        assert.equal(error.constraint, 'width');
        return true;
      });
      await rejectsWithTypeError(() => video.applyConstraints(5));
      await rejectsWithTypeError(() => video.applyConstraints.call({}));
      assert.deepEqual(video.getConstraints(), { width: 640 });
      video.stop();
      await video.applyConstraints({ width: { exact: 123_456 } });
      assert.deepEqual(video.getConstraints(), { width: 640 });
    }));

  test(`${name}: what it hands out is of the interfaces that script sees`, () =>
    inCall(name, async (call, { stack }) => {
      const heard = new Promise((resolve) => call.ours.addEventListener('track', resolve));
      const [video] = await call.start('video');
      const event = await heard;
      assert.ok(event instanceof stack.RTCTrackEvent);
      assert.ok(event.streams[0] instanceof stack.MediaStream && event.streams[0].clone() instanceof stack.MediaStream);
      assert.ok(event.track instanceof stack.MediaStreamTrack && event.track === video.track);
    }));

  test(`${name}: after uninstall() an interface that script has kept does what the stack's own does`, async () => {
    const { stack, createHost } = await loadStack(name);
    const [native, track] = [stack.MediaStream, createHost().createTrack('video')];
    const installation = install(stack);
    const { MediaStream } = stack;
    assert.notEqual(MediaStream, native);
    installation.uninstall();
    assert.equal(stack.MediaStream, native);
    const iterable = new Set([track]);
    assert.equal(new MediaStream(iterable).getTracks().length, new native(iterable).getTracks().length);
    track.stop();
  });
}

test('werift: a track that the stack made for itself fires what the stack waits for', () =>
  withStack('werift', async ({ stack }) => {
    const { MediaStreamTrack } = await import('werift');
    assert.notEqual(MediaStreamTrack, stack.MediaStreamTrack);
    const track = new MediaStreamTrack({ kind: 'video' });
    let released = 0;
    track.addEventListener('ended', () => released++);
    track.stop();
    assert.equal(released, 1);
  }));

test('wrtc: RTCTrackEvent has the shape that Web IDL asks for', () =>
  inCall('wrtc', async (call, { stack }) => {
    const heard = new Promise((resolve) => call.ours.addEventListener('track', resolve));
    await call.start('video');
    const { receiver, track, streams, transceiver } = await heard;
    const { RTCTrackEvent } = stack;
    const event = new RTCTrackEvent('track', { receiver, track, streams, transceiver, cancelable: true });
    assert.ok(event instanceof Event);
    assert.deepEqual([event.type, event.cancelable, `${event}`], ['track', true, '[object RTCTrackEvent]']);
    assert.deepEqual([event.receiver, event.track, event.transceiver], [receiver, track, transceiver]);
    assert.deepEqual(event.streams, streams);
    assert.equal(event.streams, event.streams);
    assert.ok(Object.isFrozen(event.streams));
    assert.deepEqual(new RTCTrackEvent('track', { receiver, track, transceiver }).streams, []);
    throwsTypeError(() => new RTCTrackEvent('track'));
    throwsTypeError(() => new RTCTrackEvent('track', { receiver, track }));
    throwsTypeError(() => new RTCTrackEvent('track', { receiver, track: {}, transceiver }));
    throwsTypeError(() => new RTCTrackEvent('track', { receiver, track, transceiver, streams: [{}] }));
    throwsTypeError(() => RTCTrackEvent.prototype.track, 'Illegal invocation');
  }));

test('wrtc: a track event is the plain object that the stack dispatches, and has nothing that it had not', () =>
  inCall('wrtc', async (call, { stack }) => {
    const heard = new Promise((resolve) => call.ours.addEventListener('track', resolve));
    await call.start('video');
    const event = await heard;
    assert.ok(event instanceof stack.RTCTrackEvent);
    assert.deepEqual(Object.keys(event).sort(), ['receiver', 'streams', 'target', 'track', 'transceiver', 'type']);
    // The attributes of Event would throw: it is none.
    for (const key in event) assert.doesNotThrow(() => event[key]);
    assert.equal(event.preventDefault, undefined);
  }));
