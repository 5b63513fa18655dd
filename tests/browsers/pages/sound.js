// Sounds as addresses of WAV files, and how loud a track is.

const [RATE, SECONDS] = [8000, 30];

/** Half a minute of mono sound: `sample` gives its course from -1 to 1, at a time in seconds. */
export function wav(sample) {
  const count = RATE * SECONDS;
  const file = new DataView(new ArrayBuffer(44 + 2 * count));
  const write = (at, text) => [...text].forEach((character, i) => file.setUint8(at + i, character.charCodeAt(0)));
  write(0, 'RIFF');
  file.setUint32(4, 36 + 2 * count, true);
  write(8, 'WAVEfmt ');
  file.setUint32(16, 16, true);
  file.setUint16(20, 1, true);
  file.setUint16(22, 1, true);
  file.setUint32(24, RATE, true);
  file.setUint32(28, 2 * RATE, true);
  file.setUint16(32, 2, true);
  file.setUint16(34, 16, true);
  write(36, 'data');
  file.setUint32(40, 2 * count, true);
  for (let i = 0; i < count; i++) file.setInt16(44 + 2 * i, 32_767 * sample(i / RATE), true);
  return URL.createObjectURL(new Blob([file.buffer], { type: 'audio/wav' }));
}

/** How loud a tone of half the amplitude is: that, over the square root of 2. */
export const TONE_LOUDNESS = 0.354;
export const tone = () => wav((time) => 0.5 * Math.sin(440 * 2 * Math.PI * time));
/** Its level tells the time. */
export const ramp = () => wav((time) => time / SECONDS);

export class Meter {
  #analyser;
  #samples;

  constructor(node) {
    const { context } = node;
    this.#analyser = new AnalyserNode(context, { fftSize: 2048 });
    this.#samples = new Float32Array(2048);
    // WebKit doesn't ask a node for anything that leads nowhere.
    node.connect(this.#analyser).connect(context.destination);
  }

  static ofTrack(track, context) {
    return new Meter(context.createMediaStreamSource(new MediaStream([track])));
  }

  #read() {
    this.#analyser.getFloatTimeDomainData(this.#samples);
    return this.#samples;
  }

  get loudness() {
    return Math.sqrt(this.#read().reduce((sum, sample) => sum + sample * sample, 0) / 2048);
  }

  /** The time that a ramp tells. */
  get time() {
    return SECONDS * this.#read().at(-1);
  }
}
