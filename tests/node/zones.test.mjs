// zone.js, with which every Angular application begins, before and after the package: what a page adds in a zone runs there.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inProcess } from './harness.mjs';

/** In which zones everything runs that a page adds in its own. */
const zones = (order) =>
  inProcess(
    async (order) => {
      const { JSDOM } = await import('jsdom');
      const { window } = new JSDOM('', { url: 'http://localhost/' });
      for (const key of Object.getOwnPropertyNames(window)) {
        if (key !== 'globalThis' && !(key in globalThis && /^[a-z]|Promise/.test(key))) {
          Reflect.defineProperty(globalThis, key, { value: window[key], writable: true, configurable: true });
        }
      }
      globalThis.window = globalThis;
      if (order === 'before') await import('zone.js');
      const { install } = await import('mediastream-polyfill');
      const { VirtualDevices } = await import('mediastream-polyfill/devices');
      if (order === 'after') await import('zone.js');
      const devices = new VirtualDevices({ exposed: true });
      install(globalThis, { devices });
      const camera = devices.connect({ kind: 'videoinput' });
      const found = {};
      const note = (what) => () => (found[what] = `${found[what] ?? ''}${Zone.current.name} `);
      await Zone.current.fork({ name: 'page' }).run(() => {
        devices.mediaDevices.addEventListener('devicechange', note('devicechange'));
        const stream = new MediaStream();
        stream.addEventListener('addtrack', note('addtrack'), { once: true });
        Zone.root.run(() => {
          stream.dispatchEvent(new Event('addtrack'));
          stream.dispatchEvent(new Event('addtrack'));
        });
        return devices.mediaDevices.getUserMedia({ video: true }).then((given) => {
          note('getUserMedia')();
          const [track] = given.getTracks();
          track.addEventListener('ended', note('ended'));
          const removed = note('removed');
          track.addEventListener('ended', removed);
          track.removeEventListener('ended', removed);
          Zone.root.run(() => camera.disconnect());
          return track.applyConstraints().then(note('applyConstraints'));
        });
      });
      return found;
    },
    { argument: order },
  );

for (const order of ['before', 'after']) {
  test(`with zone.js loaded ${order} the package, listeners and promises run in the zone in which they were added`, async () => {
    assert.deepEqual(await zones(order), {
      addtrack: 'page ',
      getUserMedia: 'page ',
      ended: 'page ',
      devicechange: 'page ',
      applyConstraints: 'page ',
    });
  });
}

test('what wraps the addEventListener that all EventTargets inherit, hears of what script adds, and of nothing else', async () => {
  const heard = await inProcess(async () => {
    const { StreamController, TrackSource } = await import('mediastream-polyfill');
    const heard = [];
    const { addEventListener } = EventTarget.prototype;
    EventTarget.prototype.addEventListener = function (type, ...rest) {
      heard.push(`${this.constructor.name} ${type}`);
      return Reflect.apply(addEventListener, this, [type, ...rest]);
    };
    const source = new TrackSource('video');
    const track = source.createTrack();
    const controller = new StreamController([track]);
    const log = [];
    controller.stream.onremovetrack = () => log.push('onremovetrack');
    controller.stream.addEventListener('removetrack', () => log.push('removetrack'));
    track.addEventListener('ended', () => log.push('ended'));
    controller.setTracks([]);
    source.end();
    return { heard, log, observed: [controller.observed, source.observed] };
  });
  assert.deepEqual(heard, {
    heard: ['MediaStream removetrack', 'MediaStreamTrack ended'],
    log: ['onremovetrack', 'removetrack', 'ended'],
    observed: [true, true],
  });
});
