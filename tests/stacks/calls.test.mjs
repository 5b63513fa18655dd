// What the matrix (matrix.test.mjs) does not ask of calls over WebRTC stacks.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { OFFER, STACKS, eventsSince, inCall, withStack } from './harness.mjs';

/** An answer to no offer. */
const wrong = async (call) => ({ type: 'answer', sdp: (await call.remote.createOffer()).sdp });

for (const name of STACKS) {
  test(`${name}: tracks of one stream are in one stream object, and it is that one ever after`, () =>
    inCall(name, async (call) => {
      const streams = new Set();
      // Added before any description is set, so before ours.
      call.ours.addEventListener('track', (event) => {
        for (const stream of event.streams) streams.add(stream);
      });
      const [video] = await call.start('video', 'audio', 'video');
      call.setDirection(video.transceiver, 'inactive');
      await call.negotiate();
      call.setDirection(video.transceiver, 'sendonly');
      await call.negotiate();
      await call.start('audio');
      assert.equal(streams.size, 1);
      const [stream] = streams;
      assert.equal(stream.getTracks().length, 4);
      assert.equal(call.streams.length, 1);
      assert.equal(call.streams[0], stream);
    }));

  test(`${name}: a connection is listened to once`, () =>
    withStack(name, async ({ stack }) => {
      const connection = new stack.RTCPeerConnection();
      let times = 0;
      // The one is wrtc's, the other werift's.
      for (const listen of ['addEventListener', 'prependListener']) {
        const method = connection[listen];
        connection[listen] = function (...args) {
          times++;
          return method.apply(this, args);
        };
      }
      connection.addTransceiver('video');
      await connection.setLocalDescription(await connection.createOffer());
      assert.equal(times, 1);
      connection.close();
    }));

  test(`${name}: a description that can’t be set rejects as it did, and nothing fires`, () =>
    inCall(name, async (call, { log }) => {
      await call.start('video');
      const mark = log.mark();
      await assert.rejects(call.ours.setRemoteDescription(await wrong(call)), Error);
      await call.settle();
      assert.deepEqual(eventsSince(log, mark), []);
      assert.equal(call.streams[0].getTracks().length, 1);
    }));

  test(`${name}: what script takes out while a description is being set does not fire`, () =>
    inCall(name, async (call, { log }) => {
      const [video, audio] = await call.start('video', 'audio');
      const [stream] = call.streams;
      for (const { sender } of [video, audio]) call.remote.removeTrack(sender);
      const offer = await call.remote.createOffer();
      await call.remote.setLocalDescription(offer);
      const mark = log.mark();
      const set = log.step(OFFER, () => call.ours.setRemoteDescription(offer));
      stream.removeTrack(video.track);
      await set;
      assert.deepEqual(eventsSince(log, mark).filter((text) => text.startsWith('removetrack')), ['removetrack audio']);
    }));

  test(`${name}: a listener that hangs up keeps no description from being set`, () =>
    inCall(name, async (call, { log }) => {
      const lines = await call.start('video', 'audio');
      call.streams[0].addEventListener('removetrack', () => call.ours.close(), { once: true });
      for (const { sender } of lines) call.remote.removeTrack(sender);
      const mark = log.mark();
      await call.theyOffer();
      assert.equal(eventsSince(log, mark).filter((text) => text === 'removetrack video').length, 1);
      assert.equal(call.ours.signalingState, 'closed');
    }));

  test(`${name}: what setLocalDescription() gives is what the stack gives`, () =>
    inCall(name, async (call) => {
      call.send('video');
      const given = await call.remote.setLocalDescription(await call.remote.createOffer());
      assert.equal(given?.type, name === 'werift' ? 'offer' : undefined);
    }));

  test(`${name}: a connection of a class that script derives works as any`, () =>
    inCall(name, async (call, { stack }) => {
      class Connection extends stack.RTCPeerConnection {}
      const [ours, remote] = [new Connection(), new stack.RTCPeerConnection()];
      const log = [];
      ours.ontrack = ({ streams: [stream] }) => {
        stream.onremovetrack = ({ type }) => log.push(type);
      };
      const sender = remote.addTrack(call.createTrack('video'), new stack.MediaStream());
      const negotiate = async () => {
        const offer = await remote.createOffer();
        await remote.setLocalDescription(offer);
        await ours.setRemoteDescription(offer);
        const answer = await ours.createAnswer();
        await ours.setLocalDescription(answer);
        await remote.setRemoteDescription(answer);
      };
      await negotiate();
      remote.removeTrack(sender);
      await negotiate();
      assert.deepEqual(log, ['removetrack']);
      await Promise.all([ours.close(), remote.close()]);
    }));
}

test('wrtc: the form with callbacks calls back when everything has fired', () =>
  inCall('wrtc', async (call, { log }) => {
    const [video] = await call.start('video');
    call.remote.removeTrack(video.sender);
    const offer = await call.remote.createOffer();
    await call.remote.setLocalDescription(offer);
    const mark = log.mark();
    await new Promise((success, failure) => {
      call.ours.setRemoteDescription(offer, success, failure);
    });
    assert.deepEqual(eventsSince(log, mark), ['mute video', 'removetrack video']);
    await call.weAnswer();
    const answer = await wrong(call);
    const error = await new Promise((failure, success) => {
      call.ours.setRemoteDescription(answer, success, failure);
    });
    assert.ok(error instanceof Error);
  }));

test('werift: callbacks are not called, as natively', () =>
  inCall('werift', async (call) => {
    call.send('video');
    const offer = await call.remote.createOffer();
    const callback = () => assert.fail('called');
    await call.remote.setLocalDescription(offer, callback, callback);
    assert.equal(call.remote.signalingState, 'have-local-offer');
  }));

test('wrtc: a connection without transceivers is left alone, and its track event is heard', () =>
  withStack('wrtc', async ({ stack, host }) => {
    const [ours, remote] = [0, 1].map(() => new stack.RTCPeerConnection({ sdpSemantics: 'plan-b' }));
    const track = host.createTrack('video');
    try {
      const heard = new Promise((resolve) => (ours.ontrack = resolve));
      remote.addTrack(track, new stack.MediaStream());
      const offer = await remote.createOffer();
      await remote.setLocalDescription(offer);
      await ours.setRemoteDescription(offer);
      const event = await heard;
      assert.equal(event.track.kind, 'video');
      assert.equal(event.streams.length, 1);
    } finally {
      track.stop();
      ours.close();
      remote.close();
    }
  }));

for (const name of STACKS) {
  test(`${name}: a track event that script dispatches is heard as it is`, () =>
    inCall(name, async (call) => {
      const [video] = await call.start('video');
      const streams = [];
      const heard = new Promise((resolve) => call.ours.addEventListener('track', resolve));
      const { receiving: transceiver, track } = video;
      call.ours.dispatchEvent({ type: 'track', track, streams, transceiver, receiver: transceiver.receiver });
      assert.equal((await heard).streams, streams);
    }));
}
