// A service worker: import() is forbidden here. For devices.js.

import { VirtualDevices } from '../../../pkg/devices-worker.js';

async function tryDevices() {
  const dynamic = await import('../../../pkg/constraints.js').then(() => 'import() works', () => 'import() is forbidden');
  const devices = new VirtualDevices();
  devices.connect({ kind: 'videoinput', label: 'Camera' });
  const [track] = (await devices.mediaDevices.getUserMedia({ video: { width: 1280 } })).getTracks();
  const { width } = track.getSettings();
  await track.applyConstraints({ width: { exact: 640 } });
  return [dynamic, track.label, width, track.getSettings().width];
}

self.onmessage = ({ ports: [port] }) => {
  tryDevices().then((result) => port.postMessage(result), (error) => port.postMessage(`${error}\n${error.stack}`));
};
