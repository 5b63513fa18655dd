// With resetModules, each test has the package anew.
beforeEach(() => jest.resetModules());

test('the package that a test requires has the classes that the set-up has installed', async () => {
  const { StreamController, TrackSource, MediaStream: Own } = require('mediastream-polyfill');
  const { VirtualDevices } = require('mediastream-polyfill/devices');
  expect(Own).toBe(MediaStream);
  const stream = new MediaStream([new TrackSource('video').createTrack()]);
  expect(StreamController.of(stream).stream).toBe(stream);
  const devices = new VirtualDevices();
  devices.connect({ kind: 'videoinput' });
  expect(await devices.mediaDevices.getUserMedia({ video: true })).toBeInstanceOf(MediaStream);
});
