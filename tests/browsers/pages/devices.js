// Virtual devices in a window: in the place of the browser's own, and with tracks of the browser's own.

import { install } from '../../../pkg/index.js';
import { VirtualDevices } from '../../../pkg/devices.js';
import { assert, equal, thrown } from './assert.js';
import { withClocksThatStandStill } from './clocks.js';
import { until, wait } from './wait.js';

/** Native virtual devices, a camera and a microphone. */
function nativeDevices() {
  const devices = new VirtualDevices({ native: true });
  const camera = devices.connect({ kind: 'videoinput', label: 'Test camera' });
  const microphone = devices.connect({ kind: 'audioinput', label: 'Test microphone' });
  return { devices, mediaDevices: devices.mediaDevices, camera, microphone };
}

async function cameraTrack(constraints = true) {
  const { camera, mediaDevices } = nativeDevices();
  const stream = await mediaDevices.getUserMedia({ video: constraints });
  return { camera, mediaDevices, stream, track: stream.getTracks()[0] };
}

/** A video that plays a stream, in the document. */
async function play(stream) {
  const video = Object.assign(document.createElement('video'), { srcObject: stream, muted: true, autoplay: true, playsInline: true });
  document.body.append(video);
  await video.play();
  await until(() => video.videoWidth > 2, 'waited for a picture');
  return video;
}

const everywhere = {
  "installed, virtual devices take the place of the browser's own, until they are uninstalled"() {
    const before = Object.getOwnPropertyDescriptor(Navigator.prototype, 'mediaDevices');
    const native = navigator.mediaDevices;
    const devices = new VirtualDevices();
    const installation = install(window, { devices });
    assert(navigator.mediaDevices === devices.mediaDevices, 'navigator.mediaDevices');
    assert([...installation.repaired, ...installation.provided].includes('Navigator.mediaDevices'), 'reported');
    installation.uninstall();
    assert(navigator.mediaDevices === native, 'restored');
    const after = Object.getOwnPropertyDescriptor(Navigator.prototype, 'mediaDevices');
    equal([after.get === before.get, after.enumerable, after.configurable], [true, before.enumerable, before.configurable]);
  },

  async "installed, what they give are instances of the window's interfaces, and what is not virtual is the browser's own"() {
    const names = ['MediaDevices', 'MediaDeviceInfo', 'InputDeviceInfo', 'DeviceChangeEvent'];
    const shape = () => [...names.map((name) => window[name]), ...Reflect.ownKeys(MediaDevices.prototype)].map(String);
    const before = [shape(), names.map((name) => window[name])];
    const others = Object.keys(MediaDevices.prototype).filter((name) => !(name in new VirtualDevices().mediaDevices));
    const devices = new VirtualDevices({ exposed: true });
    devices.connect({ kind: 'videoinput' });
    const installation = install(window, { devices });
    const { mediaDevices } = navigator;
    const [info] = await mediaDevices.enumerateDevices();
    assert(mediaDevices instanceof MediaDevices, 'a MediaDevices');
    assert(info instanceof MediaDeviceInfo && info instanceof InputDeviceInfo, 'an InputDeviceInfo');
    assert(others.includes('getDisplayMedia'), 'there is something else');
    for (const name of others) assert(name in mediaDevices, name);
    // Without a user's gesture, or with a constraint that is not allowed, each browser says so; ours would not be taken at all.
    const error = await thrown(() => mediaDevices.getDisplayMedia({ video: false }));
    assert(!/illegal invocation|does not implement|can only/i.test(error.message), error.message);
    assert((await thrown(() => mediaDevices.getDisplayMedia.call({}))) instanceof TypeError, 'its `this` matters');
    installation.uninstall();
    equal(shape(), before[0]);
    assert(names.every((name, i) => window[name] === before[1][i]), 'restored');
    assert(!('getDisplayMedia' in mediaDevices), 'it goes with the installation');
  },

  async "installed, the browser's own PermissionStatus tells their permission, and goes back"() {
    const status = await navigator.permissions.query({ name: 'camera' });
    const native = status.state;
    const elsewhere = (await navigator.permissions.query({ name: 'geolocation' })).state;
    const devices = new VirtualDevices();
    devices.connect({ kind: 'videoinput' });
    const installation = install(window, { devices });
    const microphone = await navigator.permissions.query({ name: 'microphone' });
    const log = [];
    microphone.onchange = ({ target }) => log.push(`onchange ${target.state}`);
    microphone.addEventListener('change', ({ target }) => log.push(`listener ${target.state}`));
    equal([status.state, microphone.state], ['granted', 'granted']);
    devices.permission = 'denied';
    equal(log.splice(0), ['onchange denied', 'listener denied']);
    equal((await thrown(() => navigator.mediaDevices.getUserMedia({ video: true }))).name, 'NotAllowedError');
    devices.permission = () => 'granted';
    equal([status.state, ...log], ['prompt', 'onchange prompt', 'listener prompt']);
    equal((await navigator.permissions.query({ name: 'geolocation' })).state, elsewhere);
    assert((await thrown(() => navigator.permissions.query())) instanceof TypeError, 'a TypeError');
    installation.uninstall();
    equal(status.state, native);
  },

  async 'importing the devices loads no solver, and getUserMedia does'() {
    const frame = Object.assign(document.createElement('iframe'), { src: 'empty.html' });
    const loaded = new Promise((resolve) => (frame.onload = resolve));
    document.body.append(frame);
    await loaded;
    const { contentWindow, contentDocument } = frame;
    const script = contentDocument.createElement('script');
    script.type = 'module';
    script.textContent = "window.module = import('/pkg/devices.js');";
    contentDocument.head.append(script);
    await until(() => contentWindow.module !== undefined, 'waited for the module');
    const devices = new (await contentWindow.module).VirtualDevices();
    const solvers = () => contentWindow.performance.getEntriesByType('resource').filter(({ name }) => name.endsWith('/constraints.js'));
    devices.connect({ kind: 'videoinput' });
    equal(solvers().length, 0, 'before');
    await devices.mediaDevices.getUserMedia({ video: true });
    equal(solvers().length, 1, 'after');
    frame.remove();
  },

  async "native: getUserMedia gives the browser's own stream of the browser's own tracks"() {
    const { mediaDevices } = nativeDevices();
    const stream = await mediaDevices.getUserMedia({ audio: true, video: true });
    assert(stream instanceof MediaStream, 'a MediaStream');
    for (const track of stream.getTracks()) assert(track instanceof MediaStreamTrack, 'a MediaStreamTrack');
    equal(stream.getTracks().map(({ kind, label, readyState, muted }) => [kind, label, readyState, muted]).sort(), [
      ['audio', 'Test microphone', 'live', false],
      ['video', 'Test camera', 'live', false],
    ]);
    for (const track of stream.getTracks()) track.stop();
  },

  async 'native: settings, capabilities and constraints are those of the virtual device'() {
    const { camera, track } = await cameraTrack({ width: { ideal: 1280 }, frameRate: { max: 15 } });
    const { width, height, frameRate, deviceId } = track.getSettings();
    equal([width, height, frameRate, deviceId], [1280, 720, 15, camera.deviceId]);
    equal(track.getCapabilities().width, { min: 1, max: 1280 });
    equal(track.getConstraints(), { frameRate: { max: 15 }, width: { ideal: 1280 } });
    track.stop();
    equal(Object.keys(track.getSettings()).sort(), ['deviceId', 'groupId']);
    equal(camera.inUse, false);
  },

  async 'native: the picture has the size that was chosen, and follows applyConstraints'() {
    const { stream, track } = await cameraTrack();
    const video = await play(stream);
    await until(() => video.videoWidth === 640 && video.videoHeight === 480, 'waited for 640×480');
    await track.applyConstraints({ width: { exact: 1280 } });
    equal(track.getSettings().height, 720);
    await until(() => video.videoWidth === 1280 && video.videoHeight === 720, 'waited for 1280×720');
    video.remove();
    track.stop();
  },

  async 'native: the picture is a coloured one, and black while the camera is muted'() {
    const { camera, stream, track } = await cameraTrack({ width: { exact: 320 }, height: { exact: 240 } });
    const video = await play(stream);
    const canvas = Object.assign(document.createElement('canvas'), { width: 320, height: 240 });
    const context = canvas.getContext('2d', { willReadFrequently: true });
    const pixel = () => {
      context.drawImage(video, 0, 0, 320, 240);
      return context.getImageData(70, 10, 1, 1).data;
    };
    const isYellow = ([red, green, blue]) => red > 100 && green > 100 && blue < 100;
    const isBlack = ([red, green, blue]) => red < 40 && green < 40 && blue < 40;
    await until(() => isYellow(pixel()), 'waited for the yellow bar');
    const log = [];
    track.addEventListener('mute', () => log.push(`mute ${track.muted}`));
    track.onunmute = () => log.push(`unmute ${track.muted}`);
    camera.mute();
    equal(log.splice(0), ['mute true']);
    await until(() => isBlack(pixel()), 'waited for black');
    camera.unmute();
    equal(log, ['unmute false']);
    await until(() => isYellow(pixel()), 'waited for the yellow bar again');
    video.remove();
    track.stop();
  },

  async 'native: the picture goes on while the page’s own clocks stand still'() {
    await withClocksThatStandStill(async () => {
      const { stream, track } = await cameraTrack({ width: { exact: 320 }, height: { exact: 240 } });
      const video = await play(stream);
      const context = new OffscreenCanvas(320, 240).getContext('2d', { willReadFrequently: true });
      const seen = new Set();
      const sees = () => {
        context.drawImage(video, 0, 0, 320, 240);
        return seen.add(context.getImageData(0, 0, 320, 240).data.join()).size > 3;
      };
      await until(sees, 'waited for four pictures');
      video.remove();
      track.stop();
    });
  },

  async 'native: constraints that no settings meet are rejected, and nothing has changed'() {
    const { track } = await cameraTrack();
    const error = await thrown(() => track.applyConstraints({ width: { min: 10_000 } }));
    equal([error.name, error.constraint], ['OverconstrainedError', 'width']);
    equal([track.getSettings().width, track.getConstraints()], [640, {}]);
    assert((await thrown(() => track.applyConstraints(5))) instanceof TypeError, 'a TypeError');
    track.stop();
  },

  async 'native: clones are constrained independently, and have their own pictures'() {
    const { camera, stream, track } = await cameraTrack();
    const clone = track.clone();
    await clone.applyConstraints({ width: { exact: 320 } });
    equal([track.getSettings().width, clone.getSettings().width, clone.label], [640, 320, 'Test camera']);
    const video = await play(new MediaStream([clone]));
    await until(() => video.videoWidth === 320, 'waited for 320');
    const [ofStream] = stream.clone().getTracks();
    equal([ofStream.label, ofStream.id === track.id, ofStream.getSettings().width], ['Test camera', false, 640]);
    track.stop();
    clone.stop();
    equal([camera.inUse, ofStream.readyState], [true, 'live']);
    ofStream.stop();
    equal(camera.inUse, false);
    equal(track.clone().readyState, 'ended');
    video.remove();
  },

  async 'native: unplugged, the tracks end with an event that listeners and the handler hear'() {
    const { camera, mediaDevices, stream, track } = await cameraTrack();
    const log = [];
    track.addEventListener('ended', () => log.push(`listener ${track.readyState}`));
    track.onended = () => log.push(`handler ${track.readyState}`);
    mediaDevices.ondevicechange = () => log.push('devicechange');
    camera.disconnect();
    equal(log, ['listener ended', 'handler ended', 'devicechange']);
    equal([stream.active, camera.inUse], [false, false]);
  },

  async 'native: a stopped track fires no event'() {
    const { camera, track } = await cameraTrack();
    track.onended = () => assert(false, 'ended');
    track.stop();
    camera.disconnect();
    await wait(50);
  },

  async 'in a service worker, which forbids import(), getUserMedia and applyConstraints work'() {
    const options = { type: 'module', scope: 'no-page/' };
    const registration = await navigator.serviceWorker.register('devices-service-worker.js', options);
    const worker = registration.installing ?? registration.waiting ?? registration.active;
    const { port1, port2 } = new MessageChannel();
    const answer = new Promise((resolve) => (port1.onmessage = ({ data }) => resolve(data)));
    worker.postMessage('try', [port2]);
    equal(await answer, ['import() is forbidden', 'Camera', 1280, 640]);
    await registration.unregister();
  },
};

const withConnections = {
  async 'native: the stream travels through a connection, in its size'() {
    const { mediaDevices } = nativeDevices();
    const stream = await mediaDevices.getUserMedia({ audio: true, video: { width: { exact: 320 }, height: { exact: 240 } } });
    const [from, to] = [new RTCPeerConnection(), new RTCPeerConnection()];
    for (const [one, other] of [[from, to], [to, from]]) {
      one.onicecandidate = ({ candidate }) => candidate && other.addIceCandidate(candidate).catch(() => {});
    }
    const received = new Promise((resolve) => {
      to.ontrack = ({ track, streams: [remote] }) => track.kind === 'video' && resolve(remote);
    });
    for (const track of stream.getTracks()) from.addTrack(track, stream);
    await from.setLocalDescription();
    await to.setRemoteDescription(from.localDescription);
    await to.setLocalDescription();
    await from.setRemoteDescription(to.localDescription);
    const remote = await received;
    equal(remote.getTracks().length, 2);
    const video = await play(remote);
    await until(() => video.videoWidth === 320 && video.videoHeight === 240, 'waited for 320×240');
    for (const track of stream.getTracks()) track.stop();
    from.close();
    to.close();
    video.remove();
  },
};

const withSound = {
  async 'native: the tone is heard, and silent while the microphone is muted'() {
    const { microphone, mediaDevices } = nativeDevices();
    const stream = await mediaDevices.getUserMedia({ audio: true });
    const context = new AudioContext();
    const analyser = context.createAnalyser();
    context.createMediaStreamSource(stream).connect(analyser);
    context.resume();
    const samples = new Float32Array(analyser.fftSize);
    const volume = () => {
      analyser.getFloatTimeDomainData(samples);
      return Math.max(...samples.map(Math.abs));
    };
    await until(() => volume() > 0.05, 'waited for the tone');
    microphone.mute();
    await until(() => volume() < 0.001, 'waited for silence');
    stream.getTracks()[0].stop();
    context.close();
  },
};

/** Firefox has no Web Audio on a machine without a sound card. */
async function hasSound() {
  const context = new AudioContext();
  context.resume();
  await wait(1000);
  const { currentTime } = context;
  context.close();
  return currentTime > 0;
}

export const checks = {
  ...everywhere,
  ...('RTCPeerConnection' in window ? withConnections : {}),
  ...((await hasSound()) ? withSound : {}),
};
