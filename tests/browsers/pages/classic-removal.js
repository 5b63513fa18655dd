// What a classic script of the package can do, in a page and in a worker: a track is removed, and settings are chosen.
self.removal = async function () {
  const { StreamController, TrackSource, VirtualDevices } = MediaStreamPolyfill;
  const log = [];
  const controller = new StreamController([new TrackSource('video', { label: 'camera' }).createTrack()]);
  controller.stream.onremovetrack = ({ type, track }) => log.push(`${type} ${track.label}`);
  controller.setTracks([]);
  const devices = new VirtualDevices();
  devices.connect({ kind: 'videoinput', label: 'square', modes: [{ width: 1920, height: 1080 }] });
  const stream = await devices.mediaDevices.getUserMedia({ video: { width: 640, aspectRatio: { exact: 1 } } });
  const [track] = stream.getTracks();
  log.push(`${track.label} ${track.getSettings().height}`);
  return log;
};
