// Generates the two films that the demo's second panel captures: `node www/media/generate.mjs`.
//
// Each has a video and an audio track, and they are different from each other. They are WebM with VP8 and
// Opus, which every engine plays in every build, and nothing that the project may depend on encodes VP8:
// hence vp8.mjs. Recording them in the visitor's browser was the alternative, but WebKitGTK has no
// MediaRecorder. The sound is silence: a page that makes noise by itself is a page that one closes.

import { existsSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { day, night } from './scenes.mjs';
import { encodeKeyFrame } from './vp8.mjs';
import { webm } from './webm.mjs';

const [WIDTH, HEIGHT] = [320, 176];
const FRAMES_PER_SECOND = 10;
const OPUS_PACKET_MILLISECONDS = 20;
/** A packet that every Opus decoder turns into digital silence: full band, mono, twenty milliseconds. */
const OPUS_SILENCE = Uint8Array.of(0xf8, 0xff, 0xfe);

/** A frame of a scene in the planes that video has: brightness for each pixel, colour for each four. */
function picture(scene, time) {
  const y = new Uint8Array(WIDTH * HEIGHT);
  const u = new Uint8Array(y.length / 4);
  const v = new Uint8Array(y.length / 4);
  for (let row = 0; row < HEIGHT; row++) {
    for (let column = 0; column < WIDTH; column++) {
      const [red, green, blue] = scene((column + 0.5) / WIDTH, (row + 0.5) / HEIGHT, time);
      y[row * WIDTH + column] = 16 + 0.257 * red + 0.504 * green + 0.098 * blue;
      if (row % 2 === 0 && column % 2 === 0) {
        const at = (row / 2) * (WIDTH / 2) + column / 2;
        u[at] = 128 - 0.148 * red - 0.291 * green + 0.439 * blue;
        v[at] = 128 + 0.439 * red - 0.368 * green - 0.071 * blue;
      }
    }
  }
  return { width: WIDTH, height: HEIGHT, y, u, v };
}

function film(scene, seconds) {
  const frames = seconds * FRAMES_PER_SECOND;
  const packets = (seconds * 1000) / OPUS_PACKET_MILLISECONDS;
  return webm({
    width: WIDTH,
    height: HEIGHT,
    duration: seconds * 1000,
    video: Array.from({ length: frames }, (_, frame) => ({
      time: Math.round((frame * 1000) / FRAMES_PER_SECOND),
      data: encodeKeyFrame(picture(scene, frame / frames)),
    })),
    audio: Array.from({ length: packets }, (_, packet) => ({
      time: packet * OPUS_PACKET_MILLISECONDS,
      data: OPUS_SILENCE,
    })),
  });
}

const here = dirname(fileURLToPath(import.meta.url));
const sources = readdirSync(here).filter((name) => name.endsWith('.mjs'));
const newest = Math.max(...sources.map((name) => statSync(join(here, name)).mtimeMs));

for (const [name, scene, seconds] of [['day.webm', day, 3], ['night.webm', night, 3]]) {
  const path = join(here, name);
  if (existsSync(path) && statSync(path).mtimeMs >= newest) continue;
  writeFileSync(path, film(scene, seconds));
  console.log(`generated www/media/${name}`);
}
