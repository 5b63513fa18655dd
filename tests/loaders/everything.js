// What can be done with the package besides: a camera, from its other file.
import { MediaStream } from 'mediastream-polyfill';
import { VirtualDevices } from 'mediastream-polyfill/devices';
import { removed } from './removed.js';

/** @returns {Promise<string[]>} what has happened */
export async function everything() {
  const lines = await removed();
  const devices = new VirtualDevices();
  devices.connect({ kind: 'videoinput', label: 'FaceTime HD' });
  const stream = await devices.mediaDevices.getUserMedia({ video: true });
  lines.push(`Camera: ${stream.getTracks()[0].label}, ${stream instanceof MediaStream}`);
  return lines;
}
