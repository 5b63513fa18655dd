// A browser as a host of the matrix.

const FRAMES_PER_SECOND = 15;

export function browserHost(name) {
  const features = new Set();
  const host = {
    name,
    features,
    RTCPeerConnection: globalThis.RTCPeerConnection,
    MediaStream: globalThis.MediaStream,
    MediaStreamTrackEvent: globalThis.MediaStreamTrackEvent,
    createTrack: (kind) => (kind === 'video' ? picture() : tone()),
    setDirection(transceiver, direction) {
      transceiver.direction = direction;
    },
    stop(transceiver) {
      transceiver.stop();
    },
    setStreams(sender, streams) {
      sender.setStreams(...streams);
    },
    captureStream: (element) => (element.captureStream ?? element.mozCaptureStream).call(element),
  };
  if ('RTCPeerConnection' in globalThis) {
    for (const feature of CALLS) features.add(feature);
  }
  const element = HTMLMediaElement.prototype;
  if ('captureStream' in element || 'mozCaptureStream' in element) features.add('captures');
  return host;
}

const CALLS = [
  'calls',
  'adding again',
  'clones',
  'inactive, then stopped',
  'lines without a track',
  'our own offers',
  'reported exceptions',
  'rollback',
  'sending back',
  'setStreams',
  'two streams',
];

// One source of each kind is enough for every cell: each gets a clone. They are kept, since WebKit ends the tracks of an
// audio destination that is collected.

let camera;

function picture() {
  camera ??= startCamera();
  return camera.stream.getVideoTracks()[0].clone();
}

function startCamera() {
  const canvas = Object.assign(document.createElement('canvas'), { width: 96, height: 54 });
  const context = canvas.getContext('2d');
  let frame = 0;
  const draw = () => {
    context.fillStyle = `hsl(${(frame += 7) % 360} 60% 50%)`;
    context.fillRect(0, 0, canvas.width, canvas.height);
  };
  draw();
  setInterval(draw, 1000 / FRAMES_PER_SECOND);
  return { canvas, stream: canvas.captureStream(FRAMES_PER_SECOND) };
}

let microphone;

function tone() {
  microphone ??= startMicrophone();
  return microphone.destination.stream.getAudioTracks()[0].clone();
}

function startMicrophone() {
  const audio = new AudioContext();
  const oscillator = new OscillatorNode(audio, { frequency: 330 });
  const destination = audio.createMediaStreamDestination();
  oscillator.connect(destination);
  oscillator.start();
  return { audio, oscillator, destination };
}
