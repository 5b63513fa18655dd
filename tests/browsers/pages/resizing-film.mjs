// Prints, in base64, a film that is wide and dark for a second and small and bright for two.

import { encodeKeyFrame } from '../../../www/media/vp8.mjs';
import { webm } from '../../../www/media/webm.mjs';

const picture = (width, height, brightness) => ({
  width,
  height,
  y: new Uint8Array(width * height).fill(brightness),
  u: new Uint8Array((width * height) / 4).fill(128),
  v: new Uint8Array((width * height) / 4).fill(128),
});
const [before, after] = [picture(320, 176, 60), picture(160, 96, 200)].map(encodeKeyFrame);
const silence = Uint8Array.of(0xf8, 0xff, 0xfe);
const film = webm({
  width: 320,
  height: 176,
  duration: 3000,
  video: Array.from({ length: 30 }, (_, i) => ({ time: i * 100, data: i < 10 ? before : after })),
  audio: Array.from({ length: 150 }, (_, i) => ({ time: i * 20, data: silence })),
});
process.stdout.write(film.toString('base64'));
