// When the promises of repaired calls settle: whoever goes on then must not come too late.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { install } from '#node';
import { STACKS, withStack } from './harness.mjs';
import { loadStack } from './hosts.mjs';

/** Negotiates once, the first of two connections offering. */
async function negotiate(one, other) {
  await one.setLocalDescription(await one.createOffer());
  await other.setRemoteDescription(one.localDescription);
  await other.setLocalDescription(await other.createAnswer());
  await one.setRemoteDescription(other.localDescription);
}

for (const name of STACKS) {
  test(`${name}: when a description is set, script goes on a microtask later than without the package`, async () => {
    const { stack } = await loadStack(name);
    const { prototype } = stack.RTCPeerConnection;
    const own = {};
    /** How many microtasks have begun since the stack's promise was settled, while that counts. */
    let count;
    for (const method of ['setLocalDescription', 'setRemoteDescription']) {
      own[method] = Object.getOwnPropertyDescriptor(prototype, method);
      prototype[method] = function (...args) {
        const promise = own[method].value.apply(this, args);
        count = 0;
        promise.then(function tick() {
          if (count === undefined) return;
          count++;
          queueMicrotask(tick);
        });
        return promise;
      };
    }
    /** How many it takes until script goes on. */
    async function countOf(set) {
      await set();
      const counted = count;
      count = undefined;
      return counted;
    }
    async function counts() {
      const [one, other] = [new stack.RTCPeerConnection(), new stack.RTCPeerConnection()];
      try {
        one.addTransceiver('video');
        const offer = await one.createOffer();
        const counts = [await countOf(() => one.setLocalDescription(offer))];
        counts.push(await countOf(() => other.setRemoteDescription(one.localDescription)));
        const answer = await other.createAnswer();
        counts.push(await countOf(() => other.setLocalDescription(answer)));
        counts.push(await countOf(() => one.setRemoteDescription(other.localDescription)));
        return counts;
      } finally {
        await Promise.all([one.close(), other.close()]);
      }
    }
    try {
      assert.deepEqual(await counts(), [1, 1, 1, 1]);
      const installation = install(stack);
      assert.deepEqual(await counts(), [2, 2, 2, 2]);
      installation.uninstall();
    } finally {
      Object.defineProperties(prototype, own);
    }
  });
}

test('werift: a packet that is sent as soon as the connection is there is received', () =>
  withStack('werift', async ({ stack }) => {
    const { RTCPeerConnection, MediaStreamTrack } = stack;
    const [sending, receiving] = [new RTCPeerConnection(), new RTCPeerConnection()];
    try {
      const track = new MediaStreamTrack({ kind: 'video' });
      sending.addTransceiver(track, { direction: 'sendonly' });
      sending.connectionStateChange.subscribe((state) => {
        if (state === 'connected') track.writeRtp(packet(stack, 'hello'));
      });
      const received = new Promise((resolve) => {
        receiving.onRemoteTransceiverAdded.subscribe((transceiver) => {
          transceiver.onTrack.subscribe(({ onReceiveRtp }) => onReceiveRtp.subscribe(({ payload }) => resolve(`${payload}`)));
        });
      });
      await negotiate(sending, receiving);
      assert.equal(await Promise.race([received, failure(sending, receiving)]), 'hello');
    } finally {
      await Promise.all([sending.close(), receiving.close()]);
    }
  }));

test('werift: packets that both sides send as soon as they can are received', () =>
  withStack('werift', async ({ stack }) => {
    const connections = ['one', 'other'].map((name) => ({ name, connection: new stack.RTCPeerConnection() }));
    try {
      const received = connections.map(({ name, connection }) => {
        const track = new stack.MediaStreamTrack({ kind: 'video' });
        const { sender, onTrack } = connection.addTransceiver(track);
        sender.onReady.subscribe(() => track.writeRtp(packet(stack, name)));
        return new Promise((resolve) => {
          onTrack.subscribe(({ onReceiveRtp }) => onReceiveRtp.subscribe(({ payload }) => resolve(`${payload}`)));
        });
      });
      const both = connections.map(({ connection }) => connection);
      await negotiate(...both);
      assert.deepEqual(await Promise.race([Promise.all(received), failure(...both)]), ['other', 'one']);
    } finally {
      await Promise.all(connections.map(({ connection }) => connection.close()));
    }
  }));

/** Rejects when one of werift's connections fails. */
const failure = (...connections) =>
  new Promise((_, reject) => {
    for (const { connectionStateChange } of connections) {
      connectionStateChange.subscribe((state) => state === 'failed' && reject(new Error('no connection')));
    }
  });

/** An RTP packet with this text in it. */
const packet = ({ RtpHeader, RtpPacket }, text) => new RtpPacket(new RtpHeader(), Buffer.from(text)).serialize();
