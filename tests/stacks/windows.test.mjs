// A stack's classes as the globals of a jsdom window.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { JSDOM, VirtualConsole } from 'jsdom';
import { createRealm, install } from '#node';
import { STACKS } from './harness.mjs';
import { loadStack } from './hosts.mjs';

for (const name of STACKS) {
  test(`what a listener at an object of ${name} in a window throws, is reported there, and the other listeners run`, async () => {
    const { stack, createHost } = await loadStack(name);
    const { window } = new JSDOM('', { virtualConsole: new VirtualConsole() });
    const { MediaStream, MediaStreamTrack, RTCPeerConnection } = stack;
    Object.assign(window, { MediaStream, MediaStreamTrack, RTCPeerConnection });
    const installation = install(window);
    try {
      const log = [];
      window.onerror = (message, file, line, column, error) => log.push(`reported: ${error.message}`);
      const stream = new window.MediaStream();
      const track = createHost().createTrack('video');
      stream.onaddtrack = () => {
        throw new Error('of a stream');
      };
      stream.addEventListener('addtrack', () => log.push('heard'));
      createRealm(window).StreamController.of(stream).addTrack(track);
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
}
