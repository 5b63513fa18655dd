// Mocha has no assertions of its own, and global-jsdom leaves Node's Event and EventTarget where they are.
import assert from 'node:assert/strict';
import { TrackSource } from 'mediastream-polyfill';
import { createCameraPreview } from './camera-preview.js';

describe('a page of jsdom', () => {
  let camera;
  beforeEach(() => (camera = devices.connect({ kind: 'videoinput', label: 'FaceTime HD' })));
  afterEach(() => camera.disconnect());

  it('shows the camera, and sees that it is unplugged', async () => {
    const preview = createCameraPreview();
    const status = () => preview.querySelector('output').textContent;
    preview.querySelector('button').click();
    while (status() === 'Off') await new Promise((resolve) => setTimeout(resolve));
    assert.equal(status(), 'FaceTime HD: 1280×720');
    assert.ok(preview.querySelector('video').srcObject instanceof MediaStream);
    camera.disconnect();
    assert.equal(status(), 'The camera was unplugged');
  });

  it("has events of the window's, which reports what listeners throw", () => {
    const log = [];
    const report = (event) => {
      event.preventDefault();
      log.push(event.error.message);
    };
    window.addEventListener('error', report);
    const source = new TrackSource('video');
    const tracks = [source.createTrack(), source.createTrack()];
    tracks[0].onended = (event) => {
      log.push(event instanceof window.Event);
      throw new Error('boom');
    };
    source.end();
    window.removeEventListener('error', report);
    assert.deepEqual([...log, tracks[1].readyState], [true, 'boom', 'ended']);
  });
});
