// Snapshots print what streams and tracks are, as README.md has it.
import { TrackSource } from 'mediastream-polyfill';
import { inspect } from 'node:util';

test('with a serializer of one line, a snapshot shows what a track is', () => {
  // An id is another one each time.
  const print = (value) => inspect(value).replace(/id: '.*'/, 'id');
  expect.addSnapshotSerializer({ test: (value) => value instanceof MediaStreamTrack, serialize: print });
  const track = new TrackSource('video', { label: 'FaceTime HD' }).createTrack();
  expect(track).toMatchInlineSnapshot(`
MediaStreamTrack {
  kind: 'video',
  label: 'FaceTime HD',
  id,
  readyState: 'live',
  enabled: true,
  muted: false
}
`);
});
