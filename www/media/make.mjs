/**
 * @file Makes the films again that are checked in: `node www/media/make.mjs`, with ffmpeg.
 *
 * day.webm and night.webm are what the demo, the matrix and tests capture: each has a video and an audio track, and they
 * are different from each other. tests/browsers/pages/resizing-film.webm is wide and dark for a second, and then small
 * and bright for longer than a test waits for that. All are WebM with VP8 and Opus, which every engine plays in every
 * build. The sound is silence: a page that makes noise by itself is a page that one closes.
 */

import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { day, night } from './scenes.mjs';

const [WIDTH, HEIGHT] = [320, 176];
const FRAMES_PER_SECOND = 10;
const SECONDS = 3;
const [SECONDS_WIDE, SECONDS_SMALL] = [1, 12];

/** A key frame a second, to seek to; and the same bytes each time that it is made. */
const VP8 = `-c:v libvpx -pix_fmt yuv420p -g ${FRAMES_PER_SECOND} -crf 32 -b:v 150k -deadline best -flags:v +bitexact`;
/** Opus begins a little before its first sound: so much later, nothing of it is before the first picture. And the last
 * packet is full. */
const silence = (seconds) => `-itsoffset 0.007 -f lavfi -t ${seconds - 0.0265} -i anullsrc=r=48000:cl=mono`;
const OPUS = '-c:a libopus -b:a 6k -flags:a +bitexact';
/** The index comes first, and points to clusters of a second. */
const WEBM = '-cues_to_front 1 -cluster_time_limit 1000 -map_metadata -1 -fflags +bitexact -f webm -y';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Runs ffmpeg on words, the last of them a file's name. */
function ffmpeg(words, file, input) {
  const args = [...`-loglevel error ${words} ${WEBM}`.split(' '), file];
  execFileSync('ffmpeg', args, { cwd: root, input, stdio: ['pipe', 'inherit', 'inherit'] });
}

/** All frames of a scene, three bytes a pixel. */
function frames(scene) {
  const count = SECONDS * FRAMES_PER_SECOND;
  const bytes = new Uint8ClampedArray(count * WIDTH * HEIGHT * 3);
  let at = 0;
  for (let frame = 0; frame < count; frame++) {
    for (let row = 0; row < HEIGHT; row++) {
      for (let column = 0; column < WIDTH; column++) {
        bytes.set(scene((column + 0.5) / WIDTH, (row + 0.5) / HEIGHT, frame / count), at);
        at += 3;
      }
    }
  }
  return bytes;
}

const raw = `-f rawvideo -pix_fmt rgb24 -s ${WIDTH}x${HEIGHT} -r ${FRAMES_PER_SECOND} -i -`;
ffmpeg(`${raw} ${silence(SECONDS)} ${VP8} ${OPUS}`, 'www/media/day.webm', frames(day));
ffmpeg(`${raw} ${silence(SECONDS)} ${VP8} ${OPUS}`, 'www/media/night.webm', frames(night));

// A size of its own for each part of a film: ffmpeg encodes no such thing, but joins what it has encoded.
const folder = mkdtempSync(join(tmpdir(), 'films-'));
const parts = [
  ['color=0x242424:320x176', SECONDS_WIDE],
  ['color=0xd6d6d6:160x96', SECONDS_SMALL],
].map(([source, seconds], i) => {
  const part = join(folder, `${i}.webm`);
  ffmpeg(`-f lavfi -t ${seconds} -i ${source}:r=${FRAMES_PER_SECOND} ${VP8}`, part);
  return part;
});
const list = join(folder, 'parts.txt');
writeFileSync(list, parts.map((part) => `file '${part}'\n`).join(''));
const sound = silence(SECONDS_WIDE + SECONDS_SMALL);
ffmpeg(`-f concat -safe 0 -i ${list} ${sound} -c:v copy ${OPUS}`, 'tests/browsers/pages/resizing-film.webm');
rmSync(folder, { recursive: true });
