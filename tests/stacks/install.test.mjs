// install() into WebRTC stacks: what it says that it changed, and that it puts everything back.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { StreamController, install } from '#node';
import { inProcess, throwsTypeError } from '../node/harness.mjs';
import { STACKS, describe, eventsSince, inCall, withStack } from './harness.mjs';
import { loadStack } from './hosts.mjs';

test('it says what it gives to @roamhq/wrtc, and what it repairs there', () =>
  withStack('wrtc', ({ installation }) => {
    assert.deepEqual(installation.provided, [
      'MediaStream.onaddtrack',
      'MediaStream.onremovetrack',
      'MediaStreamTrack.onmute',
      'MediaStreamTrack.onunmute',
      'MediaStreamTrack.onended',
      'MediaStreamTrack.label',
      'MediaStreamTrack.contentHint',
      'MediaStreamTrack.getCapabilities',
      'MediaStreamTrack.getConstraints',
      'MediaStreamTrack.applyConstraints',
      'RTCTrackEvent',
      'MediaStreamTrackEvent',
      'OverconstrainedError',
    ]);
    assert.deepEqual(installation.repaired, [
      'MediaStream.addEventListener',
      'MediaStream.removeEventListener',
      'MediaStream.dispatchEvent',
      'MediaStreamTrack.addEventListener',
      'MediaStreamTrack.removeEventListener',
      'MediaStreamTrack.dispatchEvent',
      'MediaStreamTrack.muted',
      'MediaStream',
      'RTCPeerConnection.addEventListener',
      'RTCPeerConnection.setLocalDescription',
      'RTCPeerConnection.setRemoteDescription',
    ]);
  }));

test('it says what it gives to werift, and what it repairs there', () =>
  withStack('werift', ({ installation }) => {
    assert.deepEqual(installation.provided, [
      'MediaStream.addEventListener',
      'MediaStream.removeEventListener',
      'MediaStream.dispatchEvent',
      'MediaStream.onaddtrack',
      'MediaStream.onremovetrack',
      'MediaStreamTrack.onmute',
      'MediaStreamTrack.onunmute',
      'MediaStreamTrack.onended',
      'MediaStreamTrack.contentHint',
      'MediaStreamTrack.getCapabilities',
      'MediaStreamTrack.getConstraints',
      'MediaStreamTrack.getSettings',
      'MediaStreamTrack.applyConstraints',
      'MediaStreamTrackEvent',
      'OverconstrainedError',
    ]);
    assert.deepEqual(installation.repaired, [
      'MediaStreamTrack.emit',
      'MediaStreamTrack.muted',
      'MediaStream.getTracks',
      'MediaStream.getTrackById',
      'MediaStream.addTrack',
      'MediaStream.removeTrack',
      'MediaStream',
      'MediaStreamTrack',
      'RTCPeerConnection.setLocalDescription',
      'RTCPeerConnection.setRemoteDescription',
    ]);
  }));

const sameDescriptor = (one, other) =>
  one !== undefined && other !== undefined && Reflect.ownKeys(one).every((key) => one[key] === other[key]);

/** The members of a stack whose descriptors are not what they were, by their names. */
function changesSince(before, stack) {
  const changed = [];
  for (const [object, descriptors] of before) {
    const now = Object.getOwnPropertyDescriptors(object);
    for (const key of new Set([...Reflect.ownKeys(descriptors), ...Reflect.ownKeys(now)])) {
      if (sameDescriptor(now[key], descriptors[key])) continue;
      const interfaceName = Object.keys(stack).find((name) => stack[name]?.prototype === object);
      changed.push(object === stack ? key : `${interfaceName}.${String(key)}`);
    }
  }
  return changed.sort();
}

/** Each track has its own. */
const isOfPrototypes = (member) => member !== 'MediaStreamTrack.muted';

for (const name of STACKS) {
  test(`${name}: what it names is what it changes, and uninstall() puts every property back`, async () => {
    const { stack } = await loadStack(name);
    const before = describe(stack);
    const installation = install(stack);
    const { provided, repaired } = installation;
    assert.deepEqual(changesSince(before, stack), [...provided, ...repaired].filter(isOfPrototypes).sort());
    installation.uninstall();
    assert.deepEqual(changesSince(before, stack), []);
  });

  test(`${name}: what is provided has the shape that Web IDL asks for`, () =>
    withStack(name, ({ stack }) => {
      for (const [name, keys] of [
        ['MediaStream', ['onaddtrack', 'onremovetrack']],
        ['MediaStreamTrack', ['onmute', 'onunmute', 'onended', 'contentHint']],
      ]) {
        for (const key of keys) {
          const { get, set, enumerable, configurable } = Object.getOwnPropertyDescriptor(stack[name].prototype, key);
          assert.deepEqual([get.name, set.name, enumerable, configurable], [`get ${key}`, `set ${key}`, true, true]);
          throwsTypeError(() => get.call({}), 'Illegal invocation');
          throwsTypeError(() => set.call(stack[name].prototype, null), 'Illegal invocation');
        }
      }
      for (const [key, length] of [['addEventListener', 2], ['removeEventListener', 2], ['dispatchEvent', 1]]) {
        const method = stack.MediaStream.prototype[key];
        assert.deepEqual([method.name, method.length], [key, length]);
        throwsTypeError(() => method.call({}, 'addtrack', () => {}), 'Illegal invocation');
      }
    }));

  test(`${name}: installed twice, nothing fires twice, and the stack is restored when both are uninstalled`, async () => {
    const { stack } = await loadStack(name);
    const before = describe(stack);
    // Into the same object, and into another that has the same interfaces.
    const copy = { ...stack };
    const installations = [install(stack), install(stack), install(copy)];
    assert.deepEqual(installations[2].provided, installations[0].provided);
    assert.deepEqual(installations[2].repaired, installations[0].repaired);
    installations[0].uninstall();
    installations[1].uninstall();
    assert.ok('onremovetrack' in stack.MediaStream.prototype);
    assert.ok(!('MediaStreamTrackEvent' in stack));
    await inCall(name, async (call, { log }) => {
      const [video] = await call.start('video');
      const mark = log.mark();
      call.remote.removeTrack(video.sender);
      await call.negotiate();
      assert.deepEqual(eventsSince(log, mark), ['mute video', 'removetrack video']);
    });
    installations[2].uninstall();
    assert.deepEqual(changesSince(before, stack), []);
  });

  test(`${name}: after uninstall() nothing fires any more, and when it is installed again, it does again`, async () => {
    const { stack } = await loadStack(name);
    const first = install(stack);
    await inCall(name, async (call, { log, installation }) => {
      const [video, audio] = await call.start('video', 'audio');
      first.uninstall();
      installation.uninstall();
      const mark = log.mark();
      call.remote.removeTrack(video.sender);
      await call.negotiate();
      call.stop(audio.transceiver);
      await call.negotiate();
      // That is werift's own.
      assert.deepEqual(eventsSince(log, mark).filter((text) => text !== 'ended audio'), []);
      assert.equal(video.track.muted, false);
    });
    await inCall(name, async (call, { log }) => {
      const [video] = await call.start('video');
      const mark = log.mark();
      call.remote.removeTrack(video.sender);
      await call.negotiate();
      assert.deepEqual(eventsSince(log, mark), ['mute video', 'removetrack video']);
    });
  });

  test(`${name}: a frozen stack is a TypeError, and so is one whose MediaStream is, and nothing is half done`, async () => {
    const { stack } = await loadStack(name);
    const before = describe(stack);
    throwsTypeError(() => install(Object.freeze({ ...stack })));
    const MediaStream = class extends stack.MediaStream {};
    Object.freeze(MediaStream.prototype);
    const other = { ...stack, MediaStream };
    throwsTypeError(() => install(other));
    assert.ok(!('MediaStreamTrackEvent' in other));
    assert.deepEqual(changesSince(before, stack), []);
    throwsTypeError(() => StreamController.of(new MediaStream()));
  });

  test(`${name}: StreamController.of takes its streams while it is installed, and knows who listens`, () =>
    withStack(name, ({ stack, host, installation }) => {
      const [track, other] = [host.createTrack('video'), host.createTrack('audio')];
      const stream = new stack.MediaStream([track]);
      const controller = StreamController.of(stream);
      assert.equal(controller.stream, stream);
      assert.equal(controller.observed, false);
      const heard = [];
      stream.addEventListener('removetrack', (event) => heard.push(event));
      assert.equal(controller.observed, true);
      controller.setTracks([other]);
      assert.deepEqual(stream.getTracks(), [other]);
      assert.equal(heard.length, 1);
      assert.ok(heard[0] instanceof stack.MediaStreamTrackEvent);
      assert.deepEqual([heard[0].type, heard[0].track, heard[0].target], ['removetrack', track, stream]);
      assert.deepEqual([heard[0].bubbles, heard[0].cancelable], [false, false]);
      stream.removeTrack(other);
      controller.removeTrack(other);
      assert.equal(heard.length, 1);
      for (const value of [null, {}, stream, Object.create(stream), stack.MediaStream.prototype]) {
        throwsTypeError(() => controller.addTrack(value));
      }
      for (const value of [null, {}, track, stack.MediaStream.prototype]) throwsTypeError(() => StreamController.of(value));
      installation.uninstall();
      throwsTypeError(() => StreamController.of(stream));
      for (const each of [track, other]) each.stop();
    }));
}

test('the module namespace of werift can\'t be written to: the error says how to install into a copy', async () => {
  const namespace = await import('werift');
  throwsTypeError(
    () => install(namespace),
    "Failed to execute 'install': parameter 1 can't be written to. For a module namespace, install({ ...namespace }).",
  );
});

test('a stack whose interfaces are globals is installed into globalThis', async () => {
  const answer = await inProcess(async () => {
    const { createRequire } = await import('node:module');
    const { RTCPeerConnection, MediaStream, MediaStreamTrack } = createRequire(import.meta.url)('@roamhq/wrtc');
    Object.assign(globalThis, { RTCPeerConnection, MediaStream, MediaStreamTrack });
    const { install, StreamController } = await import('mediastream-polyfill');
    const { provided, repaired } = install(globalThis);
    const stream = new MediaStream();
    stream.onremovetrack = () => {};
    return { provided, repaired, observed: StreamController.of(stream).observed };
  });
  assert.ok(answer.provided.includes('MediaStreamTrackEvent'));
  assert.ok(!answer.provided.includes('MediaStream'));
  assert.ok(answer.repaired.includes('RTCPeerConnection.setRemoteDescription'));
  assert.equal(answer.observed, true);
});

test('a stack whose interfaces become globals after globalThis was installed into is repaired when that is installed into again', async () => {
  const { repaired, observed } = await inProcess(async () => {
    const { install, StreamController } = await import('mediastream-polyfill');
    install(globalThis);
    const { createRequire } = await import('node:module');
    const { RTCPeerConnection, MediaStream, MediaStreamTrack } = createRequire(import.meta.url)('@roamhq/wrtc');
    Object.assign(globalThis, { RTCPeerConnection, MediaStream, MediaStreamTrack });
    const { repaired } = install(globalThis);
    const stream = new globalThis.MediaStream();
    stream.onremovetrack = () => {};
    return { repaired, observed: StreamController.of(stream).observed };
  });
  assert.ok(repaired.includes('RTCPeerConnection.setRemoteDescription'));
  assert.equal(observed, true);
});

test('a connection of werift\'s that was closed lets its process end', async () => {
  const { execFileSync } = await import('node:child_process');
  const script = `
    import * as werift from 'werift';
    import { install } from '#node';
    install({ ...werift });
    const [a, b] = [new werift.RTCPeerConnection(), new werift.RTCPeerConnection()];
    a.addTrack(new werift.MediaStreamTrack({ kind: 'video' }), new werift.MediaStream());
    const negotiate = async () => {
      await a.setLocalDescription(await a.createOffer());
      await b.setRemoteDescription(a.localDescription);
      await b.setLocalDescription(await b.createAnswer());
      await a.setRemoteDescription(b.localDescription);
    };
    b.ontrack = ({ streams: [stream] }) => (stream.onremovetrack = ({ type }) => console.log(type));
    await negotiate();
    a.getTransceivers()[0].direction = 'inactive';
    await negotiate();
    await a.close();
    await b.close();`;
  const options = { cwd: new URL('../..', import.meta.url), timeout: 30_000, encoding: 'utf8' };
  assert.equal(execFileSync(process.execPath, ['--input-type=module', '--eval', script], options), 'removetrack\n');
});
