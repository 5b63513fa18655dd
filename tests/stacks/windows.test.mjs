// A stack's classes as the globals of a jsdom or happy-dom window.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Window } from 'happy-dom';
import { JSDOM, VirtualConsole } from 'jsdom';
import { createRealm, install } from '#node';
import { STACKS } from './harness.mjs';
import { loadStack } from './hosts.mjs';

const environments = {
  jsdom: () => new JSDOM('', { virtualConsole: new VirtualConsole() }).window,
  'happy-dom': () => new Window(),
};

/** A window with a stack's classes and the package. */
function windowWith({ MediaStream, MediaStreamTrack, RTCPeerConnection }, environment) {
  const window = environments[environment]();
  Object.assign(window, { MediaStream, MediaStreamTrack, RTCPeerConnection });
  return { window, realm: createRealm(window), installation: install(window) };
}

for (const name of STACKS) {
  for (const [environment, newWindow] of Object.entries(environments)) {
    test(`in ${environment}, what a listener at an object of ${name} throws is reported there, and the other listeners run`, async () => {
      const { stack, createHost } = await loadStack(name);
      const { window, realm, installation } = windowWith(stack, environment);
      try {
        const log = [];
        window.addEventListener('error', ({ error }) => log.push(`reported: ${error.message}`));
        const stream = new window.MediaStream();
        const track = createHost().createTrack('video');
        stream.onaddtrack = () => {
          throw new Error('of a stream');
        };
        stream.addEventListener('addtrack', () => log.push('heard'));
        realm.StreamController.of(stream).addTrack(track);
        track.onmute = () => {
          throw new Error('of a track');
        };
        track.addEventListener('mute', () => log.push('heard'));
        if (typeof track.emit === 'function') track.emit('mute');
        else track.dispatchEvent(new window.Event('mute'));
        track.stop();
        assert.deepEqual(log, ['reported: of a stream', 'heard', 'reported: of a track', 'heard']);
      } finally {
        installation.uninstall();
      }
    });

    test(`in ${environment} with the classes of ${name}, elements take their streams, or null`, async () => {
      const { stack, createHost } = await loadStack(name);
      const window = newWindow();
      const { MediaStream, MediaStreamTrack, RTCPeerConnection } = stack;
      const { prototype } = window.HTMLMediaElement;
      const own = Object.getOwnPropertyDescriptor(prototype, 'srcObject');
      Object.assign(window, { MediaStream, MediaStreamTrack, RTCPeerConnection });
      const installation = install(window);
      const track = createHost().createTrack('video');
      try {
        const video = window.document.createElement('video');
        assert.ok('srcObject' in video);
        assert.equal(video.srcObject, null);
        const stream = new window.MediaStream([track]);
        video.srcObject = stream;
        assert.equal(video.srcObject, stream);
        for (const wrong of [5, 'stream', {}, track, stack.MediaStream.prototype]) {
          assert.throws(() => (video.srcObject = wrong), { name: 'TypeError' });
          assert.equal(video.srcObject, stream);
        }
        assert.equal(await video.play(), undefined);
        video.pause();
        video.load();
        if (typeof video.captureStream === 'function') {
          const captured = video.captureStream();
          assert.ok(captured instanceof window.MediaStream);
          assert.deepEqual(captured.getTracks().map(({ kind }) => kind), ['video']);
          captured.getTracks()[0].stop();
        }
        for (const nothing of [null, undefined]) {
          video.srcObject = nothing;
          assert.equal(video.srcObject, null);
          video.srcObject = stream;
        }
      } finally {
        track.stop();
        installation.uninstall();
      }
      assert.deepEqual(Object.getOwnPropertyDescriptor(prototype, 'srcObject'), own);
    });
  }

  test(`elements that take the streams of ${name} by themselves are left as they are`, async () => {
    const { stack } = await loadStack(name);
    const window = environments.jsdom();
    const { MediaStream, MediaStreamTrack } = stack;
    const { prototype } = window.HTMLMediaElement;
    let played = null;
    const accessor = {
      get srcObject() {
        return played;
      },
      set srcObject(value) {
        played = value;
      },
    };
    const own = Object.getOwnPropertyDescriptor(accessor, 'srcObject');
    Object.defineProperty(prototype, 'srcObject', own);
    Object.assign(window, { MediaStream, MediaStreamTrack });
    const installation = install(window);
    assert.deepEqual(Object.getOwnPropertyDescriptor(prototype, 'srcObject'), own);
    assert.ok(!installation.repaired.some((member) => member.startsWith('HTMLMediaElement')));
    installation.uninstall();
  });
}

/** What a listener hears when a track is added to a new stream of a window's, and where it is reported that it throws. */
function heardIn({ window, realm }, track) {
  const stream = new window.MediaStream();
  const heard = {};
  const report = ({ error }) => (heard.reported = error.message);
  window.addEventListener('error', report);
  stream.addEventListener('addtrack', (event) => {
    heard.event = event;
    throw new Error('boom');
  });
  realm.StreamController.of(stream).addTrack(track);
  window.removeEventListener('error', report);
  return heard;
}

for (const name of STACKS) {
  test(`in one window after another, the events of ${name} are each window's own, which hears what listeners throw`, async () => {
    const { stack, createHost } = await loadStack(name);
    const track = createHost().createTrack('video');
    for (const environment of ['jsdom', 'happy-dom', 'jsdom', 'happy-dom']) {
      const installed = windowWith(stack, environment);
      const { event, reported } = heardIn(installed, track);
      installed.installation.uninstall();
      assert.ok(event instanceof installed.window.Event, environment);
      assert.equal(reported, 'boom', environment);
    }
    track.stop();
  });

  for (const [order, first, last] of [['as they came', 0, 1], ['the last one first', 1, 0]]) {
    test(`two windows have the classes of ${name} at once, and are uninstalled ${order}: the other one's go on`, async () => {
      const { stack, createHost } = await loadStack(name);
      const before = Object.getOwnPropertyNames(stack.MediaStream.prototype);
      const track = createHost().createTrack('video');
      const windows = ['jsdom', 'happy-dom'].map((environment) => windowWith(stack, environment));
      for (const installed of windows) assert.ok(heardIn(installed, track).event);
      const { realm, installation } = windows[first];
      installation.uninstall();
      assert.throws(() => realm.StreamController.of(new stack.MediaStream()), { name: 'TypeError' });
      assert.ok(heardIn(windows[last], track).event);
      windows[last].installation.uninstall();
      assert.deepEqual(Object.getOwnPropertyNames(stack.MediaStream.prototype), before);
      track.stop();
    });
  }
}
