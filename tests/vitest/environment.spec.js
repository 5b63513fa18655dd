// What a test environment gives to a component, whichever it is.
import { TrackSource } from 'mediastream-polyfill';

test('what a listener throws is reported to the window, and every track ends', () => {
  const reported = [];
  const report = (event) => {
    event.preventDefault();
    reported.push(event.error.message);
  };
  window.addEventListener('error', report);
  const source = new TrackSource('video');
  const tracks = [source.createTrack(), source.createTrack()];
  tracks[0].onended = () => {
    throw new Error('boom');
  };
  source.end();
  window.removeEventListener('error', report);
  expect(reported).toEqual(['boom']);
  expect(tracks.map(({ readyState }) => readyState)).toEqual(['ended', 'ended']);
});

test('events are of the classes that the test sees, and so is what it dispatches', () => {
  const stream = new MediaStream();
  expect(stream).toBeInstanceOf(window.EventTarget);
  let heard;
  stream.onaddtrack = (event) => (heard = event);
  const event = new window.Event('addtrack');
  stream.dispatchEvent(event);
  expect(heard).toBe(event);
});

test('a video takes a stream or null, and nothing else', async () => {
  const video = document.createElement('video');
  expect('srcObject' in video).toBe(true);
  const stream = new MediaStream();
  video.srcObject = stream;
  expect(video.srcObject).toBe(stream);
  expect(() => (video.srcObject = 5)).toThrow();
  expect(await video.play()).toBe(undefined);
  video.srcObject = null;
  expect(video.srcObject).toBe(null);
});
