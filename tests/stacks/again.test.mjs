// install() looks at a host anew each time, and says what it can't help.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createRealm, install } from '#node';
import { inProcess } from '../node/harness.mjs';
import { STACKS, describe } from './harness.mjs';
import { loadStack } from './hosts.mjs';

const newHost = () => ({ EventTarget, Event, DOMException });

for (const name of STACKS) {
  test(`a host that becomes ${name} after it was installed into is repaired when it is installed into again`, async () => {
    const { stack, createHost } = await loadStack(name);
    const before = describe(stack);
    const host = newHost();
    const first = install(host);
    assert.equal(host.MediaStream, createRealm(host).MediaStream);
    const { MediaStream, MediaStreamTrack, RTCPeerConnection } = stack;
    Object.assign(host, { MediaStream, MediaStreamTrack, RTCPeerConnection });
    const second = install(host);
    assert.ok(second.repaired.includes('RTCPeerConnection.setRemoteDescription'), `${second.repaired}`);
    assert.ok(second.provided.includes('MediaStream.onremovetrack'), `${second.provided}`);
    const track = createHost().createTrack('video');
    const stream = new host.MediaStream();
    let event;
    stream.onaddtrack = (heard) => (event = heard);
    createRealm(host).StreamController.of(stream).addTrack(track);
    track.stop();
    assert.equal(event?.track, track);
    // An event of its own tracks', which that of the package doesn't take.
    assert.ok(event instanceof host.MediaStreamTrackEvent);
    assert.notEqual(host.MediaStreamTrackEvent, createRealm(host).MediaStreamTrackEvent);
    const third = install(host);
    assert.deepEqual([third.provided, third.repaired], [second.provided, second.repaired], 'nothing is done twice');
    for (const installation of [first, second, third]) installation.uninstall();
    for (const [object, descriptors] of describe(stack)) {
      if (object !== stack) assert.deepEqual(Reflect.ownKeys(descriptors), Reflect.ownKeys(before.get(object)));
    }
  });

  test(`a page's own class over the RTCPeerConnection of ${name} is not repaired once more`, async () => {
    const { stack } = await loadStack(name);
    const { MediaStream, MediaStreamTrack, RTCPeerConnection } = stack;
    const host = { ...newHost(), MediaStream, MediaStreamTrack, RTCPeerConnection };
    const first = install(host);
    const { setLocalDescription } = RTCPeerConnection.prototype;
    host.RTCPeerConnection = class extends RTCPeerConnection {};
    const second = install(host);
    assert.deepEqual(second.repaired, first.repaired);
    assert.equal(host.RTCPeerConnection.prototype.setLocalDescription, setLocalDescription);
    assert.ok(!Object.hasOwn(host.RTCPeerConnection.prototype, 'setLocalDescription'));
    for (const installation of [first, second]) installation.uninstall();
  });
}

test("a connection without the streams that it hands out is left alone, and it is said what is missing", async () => {
  const { warnings, provided, repaired } = await inProcess(async () => {
    const warnings = [];
    console.warn = (message) => warnings.push(message);
    const { RTCPeerConnection } = await import('werift');
    const { install } = await import('mediastream-polyfill');
    const { provided, repaired } = install({ RTCPeerConnection });
    install({ RTCPeerConnection });
    process.nextTick(() => process.exit());
    return { warnings, provided, repaired };
  });
  assert.equal(warnings.length, 1);
  assert.match(warnings[0], /install\(\{ RTCPeerConnection, MediaStream, MediaStreamTrack \}\)/);
  assert.deepEqual(repaired, []);
  assert.ok(provided.includes('MediaStream'));
});

test('so is one whose streams have no removeTrack(), as those of werift had before version 0.24', async () => {
  const { warnings, repaired } = await inProcess(async () => {
    const warnings = [];
    console.warn = (message) => warnings.push(message);
    const { RTCPeerConnection, MediaStream, MediaStreamTrack } = await import('werift');
    const { install } = await import('mediastream-polyfill');
    delete MediaStream.prototype.removeTrack;
    const { repaired } = install({ RTCPeerConnection, MediaStream, MediaStreamTrack });
    process.nextTick(() => process.exit());
    return { warnings, repaired };
  });
  assert.equal(warnings.length, 1);
  assert.match(warnings[0], /if they have getTracks\(\), addTrack\(\) and removeTrack\(\)/);
  assert.deepEqual(repaired, []);
});

test('streams of a stack that can\'t find a track by its id can, while it is installed', async () => {
  const { provided, repaired, found, none, wrong, after } = await inProcess(async () => {
    const { RTCPeerConnection, MediaStream, MediaStreamTrack } = await import('werift');
    const { install } = await import('mediastream-polyfill');
    delete MediaStream.prototype.getTrackById;
    const installation = install({ RTCPeerConnection, MediaStream, MediaStreamTrack });
    const track = new MediaStreamTrack({ kind: 'video' });
    const stream = new MediaStream([track]);
    const found = stream.getTrackById(track.id) === track;
    const none = stream.getTrackById('none');
    let wrong;
    try {
      stream.getTrackById();
    } catch ({ name, message }) {
      wrong = `${name}: ${message}`;
    }
    installation.uninstall();
    process.nextTick(() => process.exit());
    const { provided, repaired } = installation;
    return { provided, repaired, found, none, wrong, after: 'getTrackById' in stream };
  });
  assert.deepEqual([found, none, after], [true, null, false]);
  assert.match(wrong, /^TypeError: Failed to execute 'getTrackById' on 'MediaStream'/);
  assert.ok(provided.includes('MediaStream.getTrackById'), `${provided}`);
  assert.ok(!repaired.includes('MediaStream.getTrackById'), `${repaired}`);
});

test('a mock of RTCPeerConnection without its methods is none', () => {
  const host = { ...newHost(), RTCPeerConnection: () => {} };
  const installation = install(host);
  assert.ok(installation.provided.includes('MediaStream'));
  installation.uninstall();
});

test('a host that is right, or something else by the same names, is told apart by what is said', async () => {
  const warnings = await inProcess(async () => {
    const warnings = [];
    console.warn = (message) => warnings.push(message);
    const { install } = await import('mediastream-polyfill');
    class OverconstrainedError extends DOMException {}
    class Other {}
    install({ EventTarget, Event, DOMException, MediaStream: Other, MediaStreamTrack: Other, OverconstrainedError });
    install({ EventTarget, Event, DOMException, MediaStream: Other, MediaStreamTrack: Other, OverconstrainedError });
    install({ EventTarget, Event, DOMException });
    return warnings;
  });
  assert.equal(warnings.length, 1);
  assert.match(warnings[0], /looked for MediaStream with getTracks\(\)/);
});
