// What elements play in the matrix: films, sounds, live streams, and something that doesn't play.

/**
 * @typedef {object} Source
 * @property {string} name for the log
 * @property {string[]} kinds what tracks a capture of it has, sorted
 * @property {(element: HTMLMediaElement) => void} give makes it an element's source
 */

const BOTH = ['audio', 'video'];

/** A file. @returns {Source} */
function file(name, kinds, address) {
  const give = (element) => {
    // As long as there is one, it is what the element plays.
    if (element.srcObject) element.srcObject = null;
    element.src = address;
  };
  return { name, kinds, address, give };
}

export const day = file('the film “day”', BOTH, new URL('../media/day.webm', import.meta.url).href);
export const night = file('the film “night”', BOTH, new URL('../media/night.webm', import.meta.url).href);

/** What no element can play. */
export const broken = () => file('a broken file', [], URL.createObjectURL(new Blob(['no film'], { type: 'video/webm' })));

const SAMPLES_PER_SECOND = 8000;
const SECONDS = 3;

/** A file with nothing but a tone. */
export function sound(frequency) {
  const samples = SAMPLES_PER_SECOND * SECONDS;
  const header = 44;
  const view = new DataView(new ArrayBuffer(header + samples));
  const word = (at, letters) => [...letters].forEach((letter, place) => view.setUint8(at + place, letter.charCodeAt(0)));
  // WAV: eight bits a sample, one channel.
  word(0, 'RIFF');
  view.setUint32(4, header - 8 + samples, true);
  word(8, 'WAVEfmt ');
  view.setUint32(16, 16, true);
  view.setUint16(20, 1, true);
  view.setUint16(22, 1, true);
  view.setUint32(24, SAMPLES_PER_SECOND, true);
  view.setUint32(28, SAMPLES_PER_SECOND, true);
  view.setUint16(32, 1, true);
  view.setUint16(34, 8, true);
  word(36, 'data');
  view.setUint32(40, samples, true);
  for (let sample = 0; sample < samples; sample++) {
    // Hardly to be heard, where anybody hears it.
    view.setUint8(header + sample, 128 + 2 * Math.sin((sample * 2 * Math.PI * frequency) / SAMPLES_PER_SECOND));
  }
  return file(`a sound of ${frequency} Hz`, ['audio'], URL.createObjectURL(new Blob([view], { type: 'audio/wav' })));
}

let live = 0;

/** A stream that is live, of tracks of these kinds. @returns {Source & { stream: MediaStream }} */
export function liveStream(host, kinds = BOTH) {
  const stream = new host.MediaStream(kinds.map((kind) => host.createTrack(kind)));
  const give = (element) => {
    element.srcObject = stream;
  };
  return { name: `live stream ${++live}`, kinds, stream, give };
}

/** A stream whose track is the only one of its source: to stop that would stop the page's. */
export function soleStream(host) {
  const canvas = Object.assign(document.createElement('canvas'), { width: 96, height: 54 });
  const context = canvas.getContext('2d');
  const stream = new host.MediaStream(canvas.captureStream(15).getVideoTracks());
  const [track] = stream.getVideoTracks();
  const painting = setInterval(() => {
    context.fillRect(0, 0, canvas.width, canvas.height);
    if (track.readyState === 'ended') clearInterval(painting);
  }, 60);
  const give = (element) => {
    element.srcObject = stream;
  };
  return { name: `live stream ${++live} of a source of its own`, kinds: ['video'], stream, give };
}

/** No source any more, as far as `srcObject` goes. */
export const nothing = {
  name: 'srcObject = null',
  kinds: [],
  give(element) {
    element.srcObject = null;
  },
};
