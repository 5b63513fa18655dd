// What a page does with the package: the user agent's side, what is loaded when it is first needed, and repairs.
import { install, StreamController, TrackSource } from 'mediastream-polyfill';

const list = document.querySelector('#events');
const tell = (line) => list.append(Object.assign(document.createElement('li'), { textContent: line }));

const size = { width: { min: 1, max: 1280 }, height: { min: 1, max: 720 } };
const camera = new TrackSource('video', { label: 'FaceTime HD', settings: { width: 1280, height: 720 }, capabilities: size });
const remote = new StreamController([camera.createTrack()]);
const [track] = remote.stream.getTracks();

remote.stream.onremovetrack = ({ track }) => tell(`Removed: ${track.kind}: ${track.label}`);
track.applyConstraints({ width: 640 }).then(() => {
  tell(`Width: ${track.getSettings().width}`);
  remote.removeTrack(track);
  const installation = install(globalThis);
  tell(`Repairs captureStream(): ${installation.repaired.includes('HTMLMediaElement.captureStream')}`);
  installation.uninstall();
  tell('Done');
}).catch((error) => tell(`Done, but ${error}`));
