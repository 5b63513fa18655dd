// The package's files as text: what a console shows of them, and what other people's compilers make of them.
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { root } from './harness.mjs';

const folder = mkdtempSync(join(tmpdir(), 'mediastream-polyfill-'));
after(() => rmSync(folder, { recursive: true }));

const node = (type, code, cwd) => spawnSync(process.execPath, [`--input-type=${type}`, '--eval', code], { cwd, encoding: 'utf8' });

for (const [what, code] of Object.entries({
  'a call': "require('mediastream-polyfill').install(5)",
  'a constructor': "new (require('mediastream-polyfill').MediaStreamTrackEvent)('x', {})",
  'virtual devices': "new (require('mediastream-polyfill/devices').VirtualDevices)().connect({})",
  'a rejected promise': "new (require('mediastream-polyfill/devices').VirtualDevices)().mediaDevices.getUserMedia({})",
})) {
  test(`an uncaught error of ${what} prints the line that threw it, and the names of the functions that led there`, () => {
    const { stderr } = node('commonjs', code, join(root, 'pkg'));
    assert.match(stderr, /TypeError: Failed to/);
    assert.ok(stderr.length < 3000, `${stderr.length} characters`);
    const frame = /\n {4}at (?:async )?(?:new |Object\.|_?MediaDevices\.)?(\w+) .*?pkg.(?:index|devices)\.cjs:(\d+):\d+/.exec(stderr);
    assert.ok(frame !== null && frame[1].length > 2 && Number(frame[2]) > 100, stderr);
  });
}

for (const [what, files] of Object.entries({ 'the package': 'pkg', 'the package without WebAssembly': 'pkg/js' })) {
  test(`a compiler that lowers classes below ES2022 makes of ${what} what works`, () => {
    const place = mkdtempSync(join(folder, 'lowered-'));
    const names = readdirSync(join(root, files)).filter((file) => file.endsWith('.js'));
    for (const name of names) copyFileSync(join(root, files, name), join(place, name));
    const options = '--allowJs --target es2020 --module esnext --moduleResolution bundler --noResolve --outDir lowered';
    execFileSync(join(root, 'node_modules', '.bin', 'tsc'), [...options.split(' '), ...names], { cwd: place });
    writeFileSync(join(place, 'lowered', 'package.json'), '{ "type": "module" }');
    const { stdout, stderr } = node(
      'module',
      `import * as werift from ${JSON.stringify(join(root, 'node_modules/werift/lib/index.mjs'))};
      import { install } from './index.js';
      import { VirtualDevices } from './devices.js';
      const devices = new VirtualDevices();
      devices.connect({ kind: 'videoinput' });
      const { provided } = install(globalThis, { devices });
      const stream = await navigator.mediaDevices.getUserMedia({ video: { width: 320 } });
      const { track } = new MediaStreamTrackEvent('addtrack', { track: stream.clone().getTracks()[0] });
      console.log(track.kind, new OverconstrainedError('width').constraint, provided.includes('MediaDevices'));
      const stack = { ...werift };
      install(stack);
      const [remote, ours] = [new stack.RTCPeerConnection(), new stack.RTCPeerConnection()];
      remote.addTrack(new stack.MediaStreamTrack({ kind: 'video' }), new stack.MediaStream());
      const negotiate = async () => {
        await remote.setLocalDescription(await remote.createOffer());
        await ours.setRemoteDescription(remote.localDescription);
        await ours.setLocalDescription(await ours.createAnswer());
        await remote.setRemoteDescription(ours.localDescription);
      };
      ours.ontrack = ({ streams: [stream] }) => (stream.onremovetrack = ({ type, track }) => console.log(type, track.kind));
      await negotiate();
      remote.getTransceivers()[0].direction = 'inactive';
      await negotiate();
      process.exit();`,
      join(place, 'lowered'),
    );
    assert.equal(stdout, 'video width true\nremovetrack video\n', stderr);
  });
}
