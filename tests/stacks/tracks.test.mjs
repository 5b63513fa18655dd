// Tracks of WebRTC stacks: they end and are muted as webrtc-pc has it, and say so once.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { StreamController } from '#node';
import { throwsTypeError, videoTrack } from '../node/harness.mjs';
import { STACKS, eventsSince, inCall, withStack } from './harness.mjs';

const types = ['mute', 'unmute', 'ended'];

/** A log of what fires at a track. */
function record(track) {
  const log = [];
  for (const type of types) track.addEventListener(type, () => log.push(type));
  return log;
}

for (const name of STACKS) {
  test(`${name}: a track that is removed is muted until it is received again`, () =>
    inCall(name, async (call) => {
      const [video] = await call.start('video');
      const { track } = video;
      const log = record(track);
      call.setDirection(video.transceiver, 'inactive');
      await call.negotiate();
      assert.deepEqual([log.splice(0), track.muted], [['mute'], true]);
      await call.negotiate();
      assert.deepEqual([log, track.muted], [[], true]);
      call.setDirection(video.transceiver, 'sendonly');
      await call.negotiate();
      await call.flowing([video]);
      assert.deepEqual([log, track.muted], [['unmute'], false]);
    }));

  test(`${name}: a clone of a remote track is muted and ends with it`, () =>
    inCall(name, async (call) => {
      const [video] = await call.start('video');
      const clone = video.track.clone();
      const log = record(clone);
      call.setDirection(video.transceiver, 'inactive');
      await call.negotiate();
      assert.deepEqual([log.splice(0), clone.muted], [['mute'], true]);
      call.stop(video.transceiver);
      await call.negotiate();
      assert.deepEqual([log, clone.readyState], [['ended'], 'ended']);
    }));

  test(`${name}: a track that script has stopped hears nothing of its transceiver’s end`, () =>
    inCall(name, async (call) => {
      const [video] = await call.start('video');
      video.track.stop();
      const log = record(video.track);
      call.stop(video.transceiver);
      await call.negotiate();
      await call.settle();
      assert.deepEqual([log, video.track.readyState], [[], 'ended']);
    }));

  test(`${name}: a track without a stream ends and is muted like any other`, () =>
    inCall(name, async (call) => {
      const [one, other] = await call.start(['video', []], ['audio', []]);
      const [log, otherLog] = [record(one.track), record(other.track)];
      call.stop(one.transceiver);
      call.remote.removeTrack(other.sender);
      await call.negotiate();
      await call.settle();
      assert.deepEqual([log, otherLog], [['ended'], ['mute']]);
    }));

  test(`${name}: a track has a label`, () =>
    inCall(name, async (call, { host }) => {
      const [video, audio] = await call.start('video', 'audio');
      assert.deepEqual([video.track.label, audio.track.label], ['remote video', 'remote audio']);
      assert.equal(video.track.clone().label, 'remote video');
      const local = call.createTrack('audio');
      assert.equal(local.label, host.name === 'werift' ? 'local audio' : '');
    }));

  test(`${name}: a track keeps its contentHint, and gives it to its clones`, () =>
    withStack(name, ({ host }) => {
      const track = host.createTrack('video');
      track.contentHint = 'detail';
      track.contentHint = 'music';
      const clone = track.clone();
      clone.contentHint = 'text';
      assert.deepEqual([track.contentHint, clone.contentHint], ['detail', 'text']);
      for (const each of [track, clone]) each.stop();
    }));

  test(`${name}: MediaStreamTrackEvent takes the stack’s own tracks, and nothing else`, () =>
    withStack(name, ({ stack, host }) => {
      const track = host.createTrack('video');
      const { MediaStreamTrackEvent } = stack;
      const event = new MediaStreamTrackEvent('removetrack', { track, cancelable: true });
      assert.deepEqual([event.type, event.track, event.cancelable, event instanceof Event], ['removetrack', track, true, true]);
      const wrong = "Failed to construct 'MediaStreamTrackEvent': member 'track' is not of type 'MediaStreamTrack'.";
      for (const value of [null, {}, 5, new stack.MediaStream(), videoTrack()]) {
        throwsTypeError(() => new MediaStreamTrackEvent('removetrack', { track: value }), wrong);
      }
      throwsTypeError(
        () => new MediaStreamTrackEvent('removetrack'),
        "Failed to construct 'MediaStreamTrackEvent': 2 arguments required, but only 1 present.",
      );
      throwsTypeError(() => new MediaStreamTrackEvent('removetrack', {}));
      throwsTypeError(() => MediaStreamTrackEvent.prototype.track, 'Illegal invocation');
      assert.equal(`${event}`, '[object MediaStreamTrackEvent]');
      track.stop();
    }));

  test(`${name}: a stream that a connection fills keeps what script puts in, takes nothing twice, and fires for neither`, () =>
    inCall(name, async (call, { log }) => {
      const [video] = await call.start('video');
      const [stream] = call.streams;
      const own = call.createTrack('audio');
      const mark = log.mark();
      stream.addTrack(own);
      stream.addTrack(own);
      stream.addTrack(video.track);
      assert.equal(stream.getTracks().length, 2);
      stream.removeTrack(own);
      stream.removeTrack(own);
      assert.deepEqual([...stream.getTracks()], [video.track]);
      assert.deepEqual(eventsSince(log, mark), []);
      StreamController.of(stream).removeTrack(video.track);
      StreamController.of(stream).removeTrack(video.track);
      assert.deepEqual(eventsSince(log, mark), ['removetrack video']);
    }));
}
