// Libraries over WebRTC, in Node: what they find where the package is installed is what they find without it.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { TrackSource, install } from 'mediastream-polyfill';

const run = promisify(execFile);
const path = (file) => fileURLToPath(new URL(file, import.meta.url));

/** What a script of this folder found, in a process of its own. */
async function found(script, ...args) {
  const { stdout } = await run(process.execPath, [path(script), ...args], { timeout: 60_000 });
  return JSON.parse(stdout);
}

/** How often a program is run before a crash of its stack counts. */
const ATTEMPTS = 3;

/** @roamhq/wrtc is native code, and crashes now and then, with or without the package. */
async function foundOver(stack, program, half, attempt = 1) {
  try {
    return await found('half.mjs', program, stack, half);
  } catch (error) {
    if (stack !== 'wrtc' || error.signal !== 'SIGSEGV' || attempt === ATTEMPTS) throw error;
    // xtask/src/test/count.rs counts these.
    console.log('tried again: @roamhq/wrtc: a crash');
    return foundOver(stack, program, half, attempt + 1);
  }
}

/** What each program finds at least, so that there is something to compare. */
const PROGRAMS = [
  // Over werift it can't make an offer, with or without the package.
  ['simple-peer', 'wrtc', ['stream of 2', 'data hello', 'back: audio', 'state: null, true']],
  ['mediasoup-client', 'wrtc', ['produce video 1', 'produced: ended,ended', 'consumed: ended,ended']],
  ['data-channels', 'node-datachannel', ['words', 'hello']],
  ['mediasoup-client', 'werift', ['produce video 1', 'produced: ended,ended', 'consumed: ended,ended']],
];

for (const [program, stack, least] of PROGRAMS) {
  test(`${program} over ${stack}, installed, finds what it finds over ${stack} as it is`, async () => {
    const native = await foundOver(stack, program, 'native');
    for (const entry of least) assert.ok(native.includes(entry), `${entry} is not in\n${native.join('\n')}`);
    assert.deepEqual(await foundOver(stack, program, 'installed'), native);
  });
}

test('node-datachannel/polyfill, whose connections have no media, gets the streams and tracks of this package', async () => {
  const { default: polyfill } = await import('node-datachannel/polyfill');
  const host = { ...polyfill };
  const installation = install(host);
  assert.ok(installation.provided.includes('MediaStream') && installation.provided.includes('MediaStreamTrack'));
  assert.deepEqual(installation.repaired, []);
  assert.equal(new host.MediaStream([new TrackSource('video').createTrack()]).active, true);
  installation.uninstall();
  assert.deepEqual(host, { ...polyfill });
});

test("mediasoup-client's own tests pass over tracks of this package as over those that they are written for", async () => {
  const jest = path('../../node_modules/jest/bin/jest.js');
  const config = path('mediasoup-client/jest.config.cjs');
  const results = [];
  for (const TRACKS of ['', './tracks.cjs']) {
    const { NODE_TEST_CONTEXT, ...environment } = process.env;
    const options = { env: { ...environment, TRACKS, NO_COLOR: '1' }, timeout: 120_000 };
    const { stderr } = await run(process.execPath, [jest, '--config', config], options);
    results.push(/^Tests: .*$/m.exec(stderr)?.[0]);
  }
  const [native, ours] = results;
  assert.match(native, /^Tests: +\d{3,} passed, \d+ total$/);
  assert.equal(ours, native);
});

test('livekit-client, in a window of jsdom, has the cameras and microphones of this package as a browser’s', async () => {
  const { log, errors } = await found('window.mjs', 'livekit-client');
  const tracks = [
    ['audio: microphone, muted: false, live', 'shown: true'],
    ['muted', 'muted: true, false', 'unmuted', 'muted: false, true', 'restarted', 'another: true, ended', 'shown: true'],
    ['detached: true, 0', 'ended'],
    ['video: camera, muted: false, live', 'shown: true', '320×240'],
    // Muted, a camera is let go.
    ['muted', 'muted: true, false', 'restarted', 'unmuted', 'muted: false, true', 'restarted', 'another: true, ended', 'shown: true'],
    ['detached: true, 0', 'ended'],
    ['room: disconnected, 0, undefined', 'devices: true'],
  ];
  assert.deepEqual(log, tracks.flat());
  assert.deepEqual(errors, []);
});
