// Virtual devices keep working on a page that has patched or broken its built-ins after import.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { breakages, breakagesAfterFirstUse, runBroken } from './breakages.mjs';

/**
 * Uses everything, and says what happened. It must not use what may be broken itself, nor arrays, since Web IDL has
 * those iterated by Array.prototype[Symbol.iterator], broken or not.
 */
const useEverything = `async (devices, log) => {
  let at = log.length;
  const say = (what) => { log[at++] = what; };
  const { mediaDevices } = devices;
  mediaDevices.ondevicechange = (event) => say('ondevicechange ' + event.devices.length + event.userInsertedDevices.length);
  const camera = devices.connect({ kind: 'videoinput', label: 'cam', modes: [{ width: 1280, height: 720 }, { width: 640, height: 480 }] });
  const microphone = devices.connect({ kind: 'audioinput', label: 'mic' });
  devices.connect({ kind: 'audiooutput', label: 'out', default: true });
  const constraints = { audio: true, video: { width: { ideal: 320 }, height: { max: 240 }, facingMode: 'user' } };
  const stream = await mediaDevices.getUserMedia(constraints);
  const tracks = stream.getTracks();
  say('tracks ' + tracks.length + tracks[0].label + tracks[1].label);
  const track = tracks[1];
  say('settings ' + track.getSettings().width + '×' + track.getSettings().height + track.getSettings().resizeMode);
  await track.applyConstraints({ width: { exact: 640 }, aspectRatio: 1 });
  say('applied ' + track.getSettings().width + '×' + track.getSettings().height);
  say('constraints ' + track.getConstraints().width.exact + track.getCapabilities().width.max);
  const infos = await mediaDevices.enumerateDevices();
  for (let n = 0; n < infos.length; n++) say(infos[n].kind + ' ' + infos[n].label + ' ' + infos[n].toJSON().kind);
  say('capabilities ' + infos[1].getCapabilities().height.max);
  say('supported ' + mediaDevices.getSupportedConstraints().width);
  const candidates = await devices.candidates(constraints);
  say('candidates ' + candidates.length + ' ' + candidates[1].settings.deviceId.length);
  const fail = async (promise) => { try { await promise; } catch (error) { say(error.name + ' ' + error.message + ' ' + error.constraint); } };
  await fail(mediaDevices.getUserMedia({ video: { width: { min: 5000 } } }));
  await fail(mediaDevices.getUserMedia({}));
  await fail(mediaDevices.getUserMedia({ video: { width: { exact: NaN }, frameRate: NaN } }));
  await fail(mediaDevices.getUserMedia({ video: { backgroundBlur: { exact: true } } }));
  camera.busy = true;
  await fail(mediaDevices.getUserMedia({ video: true }));
  devices.permission = async () => 'denied';
  await fail(mediaDevices.getUserMedia({ audio: true }));
  track.onmute = () => say('mute');
  track.onended = () => say('ended');
  camera.mute();
  camera.setSettings({ width: 720 });
  say('pushed ' + track.getSettings().width + camera.inUse + camera.muted + camera.deviceId.length);
  camera.disconnect();
  microphone.disconnect();
  mediaDevices.ondevicechange = null;
  try { devices.connect({ kind: 'smell' }); } catch (error) { say(error.message); }
}`;

const runWith = (breakIt) => runBroken({
  before: `
    const { VirtualDevices } = await import('mediastream-polyfill/devices');
    const devices = new VirtualDevices();`,
  breakIt,
  program: `await (${useEverything})(devices, log);`,
});

let expected;
test('everything works before anything is broken', async () => {
  expected = await runWith('');
  assert.ok(expected.length > 20, expected.join('\n'));
  assert.ok(expected.includes('ondevicechange 11') && expected.includes('ended'), expected.join('\n'));
});

/** Loads the solver, by Node's own module loader. */
const firstUse = `
  const first = new VirtualDevices();
  first.connect({ kind: 'videoinput' });
  await first.mediaDevices.getUserMedia({ video: true });`;

for (const [what, breakIt] of Object.entries({ ...breakages, ...breakagesAfterFirstUse })) {
  test(`everything works after the page has used it and then broken ${what}`, async () => {
    assert.deepEqual(await runWith(`${firstUse} ${breakIt}`), expected);
  });
}
