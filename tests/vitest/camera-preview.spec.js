// The set-up has put virtual devices at navigator.mediaDevices, and in the global variable `devices`.
import { createCameraPreview } from './camera-preview.js';

/** A preview, and a camera that is unplugged after the test. */
let camera, preview;

beforeEach(() => {
  camera = devices.connect({ kind: 'videoinput', label: 'FaceTime HD' });
  preview = createCameraPreview();
});

afterEach(() => {
  camera.disconnect();
  devices.permission = 'granted';
});

const button = () => preview.querySelector('button');
const status = () => preview.querySelector('output').textContent;

/** Clicks the button and waits until the status has changed. */
async function click() {
  const before = status();
  button().click();
  while (status() === before) await new Promise((resolve) => setTimeout(resolve));
}

test('it shows the camera, with the size that it asked for', async () => {
  await click();
  expect(status()).toBe('FaceTime HD: 1280×720');
  expect(preview.querySelector('video').srcObject).toBeInstanceOf(MediaStream);
  expect(camera.inUse).toBe(true);
});

test('turned off, it stops the track, and the camera is no longer in use', async () => {
  await click();
  const [track] = preview.querySelector('video').srcObject.getTracks();
  await click();
  expect([track.readyState, camera.inUse, status()]).toEqual(['ended', false, 'Off']);
});

test('it sees that the camera is unplugged', async () => {
  await click();
  camera.disconnect();
  expect(status()).toBe('The camera was unplugged');
  await new Promise((resolve) => setTimeout(resolve));
  expect(button().disabled).toBe(true);
});

test('it asks for permission if that is denied', async () => {
  devices.permission = 'denied';
  await click();
  expect(status()).toBe('Please allow the camera');
});

test('it says so if another program has the camera', async () => {
  camera.busy = true;
  await click();
  expect(status()).toBe('No camera: NotReadableError');
});
