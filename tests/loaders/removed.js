// What each framework does with the package, on its server and in its page: the user agent's side, and what is loaded when it is
// first needed.
import { MediaStream, StreamController, TrackSource } from 'mediastream-polyfill';

/** @returns {Promise<string[]>} what has happened */
export async function removed() {
  const lines = [];
  const size = { width: { min: 1, max: 1280 }, height: { min: 1, max: 720 } };
  const camera = new TrackSource('video', { label: 'FaceTime HD', settings: { width: 1280, height: 720 }, capabilities: size });
  const remote = new StreamController([camera.createTrack()]);
  const [track] = remote.stream.getTracks();
  remote.stream.onremovetrack = ({ track }) => lines.push(`Removed: ${track.kind}: ${track.label}`);
  await track.applyConstraints({ width: 640 });
  lines.push(`Width: ${track.getSettings().width}`);
  remote.removeTrack(track);
  return lines;
}
