// The WebRTC stacks of npm, as hosts of the matrix (www/matrix/cells.js says what a host is).
import { createRequire } from 'node:module';
import { FEATURES } from '../../www/matrix/cells.js';

const require = createRequire(import.meta.url);

/** How often a source gives something. It keeps no process from ending. */
const every = (milliseconds, act) => setInterval(act, milliseconds).unref();

function wrtc() {
  const stack = require('@roamhq/wrtc');
  const { RTCAudioSource, RTCVideoSource } = stack.nonstandard;

  function picture() {
    const source = new RTCVideoSource();
    const [width, height] = [96, 54];
    const data = new Uint8ClampedArray(width * height * 1.5);
    every(50, () => source.onFrame({ width, height, data }));
    return source.createTrack();
  }

  function tone() {
    const source = new RTCAudioSource();
    const sampleRate = 48_000;
    const samples = new Int16Array(sampleRate / 100);
    every(10, () => source.onData({ samples, sampleRate, bitsPerSample: 16, channelCount: 1, numberOfFrames: samples.length }));
    return source.createTrack();
  }

  return { stack, createTrack: (kind) => (kind === 'video' ? picture() : tone()) };
}

async function werift() {
  const namespace = await import('werift');
  const { MediaStreamTrack, RtpHeader, RtpPacket } = namespace;

  function createTrack(kind) {
    const track = new MediaStreamTrack({ kind });
    let sequenceNumber = 0;
    every(20, () => {
      const header = new RtpHeader({ sequenceNumber: ++sequenceNumber, timestamp: sequenceNumber * 960, payloadType: 96 });
      track.writeRtp(new RtpPacket(header, Buffer.alloc(20)));
    });
    return track;
  }

  // Its setStreams() takes an array.
  return { stack: { ...namespace }, createTrack, setStreams: (sender, streams) => sender.setStreams(streams) };
}

const STACKS = { wrtc, werift };

/**
 * A stack, as it is, and the host for the matrix that is made of it, before or after it has been installed into.
 * @param {'wrtc' | 'werift'} name
 */
export async function loadStack(name) {
  const { stack, createTrack, setStreams = (sender, streams) => sender.setStreams(...streams) } = await STACKS[name]();
  const features = new Set(Object.keys(FEATURES).filter((feature) => feature !== 'captures'));
  return {
    stack,
    createHost: () => ({
      name,
      features,
      RTCPeerConnection: stack.RTCPeerConnection,
      MediaStream: stack.MediaStream,
      MediaStreamTrackEvent: stack.MediaStreamTrackEvent,
      createTrack,
      setDirection(transceiver, direction) {
        transceiver.direction = direction;
      },
      stop(transceiver) {
        transceiver.stop();
      },
      setStreams,
    }),
  };
}
