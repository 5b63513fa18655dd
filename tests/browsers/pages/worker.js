// In a worker: what install(self) provides, works as README.md's example has it, and goes again.

import { StreamController, TrackSource, install } from '../../../pkg/index.js';

const interfaces = ['MediaStream', 'MediaStreamTrack', 'MediaStreamTrackEvent', 'OverconstrainedError'];
const present = () => interfaces.filter((name) => name in self);

function report() {
  const before = present();
  const installation = install(self);
  const installed = present();
  const log = [];
  const camera = new TrackSource('video', { label: 'camera' });
  const track = camera.createTrack();
  const controller = StreamController.of(new self.MediaStream([track]));
  controller.stream.onremovetrack = (event) => log.push(`${event.type} ${event.track.label} ${event instanceof self.MediaStreamTrackEvent}`);
  track.onended = (event) => log.push(`${event.type} ${event.target.label}`);
  camera.end();
  controller.removeTrack(track);
  installation.uninstall();
  return { before, installed, provided: installation.provided, repaired: installation.repaired, after: present(), log };
}

const answer = (port) => {
  try {
    port.postMessage(report());
  } catch (error) {
    port.postMessage({ error: String(error) });
  }
};

// A dedicated worker answers at once, a shared one whoever connects, a service worker whoever asks.
if ('DedicatedWorkerGlobalScope' in self) answer(self);
else if ('SharedWorkerGlobalScope' in self) self.onconnect = ({ ports: [port] }) => answer(port);
else self.onmessage = ({ ports: [port] }) => answer(port);
