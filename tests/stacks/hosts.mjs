// The WebRTC stacks of npm, as hosts of the matrix (www/matrix/cells.js says what a host is).
import { createRequire } from 'node:module';
import { FEATURES } from '../../www/matrix/cells.js';

const require = createRequire(import.meta.url);

/** A source gives something again and again while its track is live. It keeps no process from ending. */
function feed(track, milliseconds, give) {
  const timer = setInterval(() => (track.readyState === 'live' ? give() : clearInterval(timer)), milliseconds).unref();
  return track;
}

function wrtc() {
  const stack = require('@roamhq/wrtc');
  const { RTCAudioSource, RTCVideoSource } = stack.nonstandard;

  function picture() {
    const source = new RTCVideoSource();
    const [width, height] = [96, 54];
    const data = new Uint8ClampedArray(width * height * 1.5);
    return feed(source.createTrack(), 50, () => source.onFrame({ width, height, data }));
  }

  function tone() {
    const source = new RTCAudioSource();
    const sampleRate = 48_000;
    const samples = new Int16Array(sampleRate / 100);
    const sound = { samples, sampleRate, bitsPerSample: 16, channelCount: 1, numberOfFrames: samples.length };
    return feed(source.createTrack(), 10, () => source.onData(sound));
  }

  return { stack, createTrack: (kind) => (kind === 'video' ? picture() : tone()) };
}

async function werift() {
  const namespace = await import('werift');
  const { MediaStreamTrack, RtpHeader, RtpPacket } = namespace;

  function createTrack(kind) {
    const track = new MediaStreamTrack({ kind });
    let sequenceNumber = 0;
    return feed(track, 20, () => {
      const header = new RtpHeader({ sequenceNumber: ++sequenceNumber, timestamp: sequenceNumber * 960, payloadType: 96 });
      track.writeRtp(new RtpPacket(header, Buffer.alloc(20)));
    });
  }

  // Its setStreams() takes an array.
  return { stack: { ...namespace }, createTrack, setStreams: (sender, streams) => sender.setStreams(streams) };
}

const STACKS = { wrtc, werift };

export const FAILED_HANDSHAKE = 'werift: a DTLS handshake that fails';

/** How often something is tried before it counts that connections fail. Beside another run of all tests, a third of them do. */
export const CONNECTION_ATTEMPTS = 6;

/**
 * Whether a failure is that of a connection of werift's. Its DTLS client sends its first message again when it is not answered
 * within half a second, as on a loaded machine, and throws at the second answer. Beside six busy loops on two cores, of 150
 * calls 3 failed without this package, and 3 with it.
 * @param {string} name
 * @param {string} message
 */
export const hasFailedHandshake = (name, message) => name === 'werift' && message.includes('no connection');

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
