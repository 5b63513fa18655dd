// Everything once: globals, the user agent's side, devices, constraints, an exception of a listener.
import 'mediastream-polyfill/auto';
import { StreamController, TrackSource, install } from 'mediastream-polyfill';
import { VirtualDevices } from 'mediastream-polyfill/devices';

const controller = new StreamController([new TrackSource('video', { label: 'FaceTime HD' }).createTrack()]);
controller.stream.onremovetrack = ({ track }) => console.log(`Removed: ${track.kind}: ${track.label}`);
controller.setTracks([]);

const devices = new VirtualDevices();
install(globalThis, { devices });
const camera = devices.connect({ kind: 'videoinput', label: 'Camera' });
const stream = await navigator.mediaDevices.getUserMedia({ video: { width: 640, aspectRatio: { exact: 1 } } });
const [track] = stream.getTracks();
console.log(stream instanceof MediaStream, track.getSettings().height);
await navigator.mediaDevices
  .getUserMedia({ video: { frameRate: { min: 600 } } })
  .catch((error) => console.log(error instanceof OverconstrainedError, error.constraint));

const [first, second] = [track, track.clone()];
const report = (error) => console.log(`Reported: ${error.message}`);
if ('Deno' in globalThis) {
  addEventListener('error', (event) => {
    event.preventDefault();
    report(event.error);
  });
} else {
  process.on('uncaughtException', report);
}
first.onended = () => {
  throw new Error('boom');
};
camera.disconnect();
console.log(first.readyState, second.readyState);
await new Promise((resolve) => setTimeout(resolve));
