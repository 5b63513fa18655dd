import { expect, test } from '@jest/globals';
import { StreamController, TrackSource, type MediaStream as OwnMediaStream } from 'mediastream-polyfill';
import { devices } from './devices';

test("a component's camera is a virtual one, of the page's own classes", async () => {
  const camera = devices.connect({ kind: 'videoinput', label: 'FaceTime HD' });
  const stream: MediaStream = await navigator.mediaDevices.getUserMedia({ video: { width: 640 } });
  expect(stream).toBeInstanceOf(MediaStream);
  const video = document.createElement('video');
  video.srcObject = stream;
  expect(video.srcObject).toBe(stream);
  const [track] = stream.getVideoTracks();
  expect([track.label, track.getSettings().width]).toEqual(['FaceTime HD', 640]);
  const ended: string[] = [];
  track.onended = (event: Event) => ended.push(event.type);
  camera.disconnect();
  expect(ended).toEqual(['ended']);
});

test('a test makes a stream lose a track', () => {
  const track = new TrackSource('video', { label: 'FaceTime HD' }).createTrack();
  const remote = new StreamController([track]);
  const stream: OwnMediaStream = remote.stream;
  const removed: string[] = [];
  stream.onremovetrack = ({ track }) => removed.push(`${track.kind}: ${track.label}`);
  remote.removeTrack(track);
  expect(removed).toEqual(['video: FaceTime HD']);
});
