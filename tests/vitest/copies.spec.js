// Where dependencies are inlined, files of one package are loaded in two ways.
import { MediaStream as Own, TrackSource } from 'mediastream-polyfill';
import { VirtualDevices } from 'mediastream-polyfill/devices';

test('virtual devices give streams of the classes that the package exports, and that are installed', async () => {
  expect(Own).toBe(MediaStream);
  expect(new MediaStream([new TrackSource('video').createTrack()]).active).toBe(true);
  const other = new VirtualDevices();
  other.connect({ kind: 'videoinput' });
  expect(await other.mediaDevices.getUserMedia({ video: true })).toBeInstanceOf(Own);
});
