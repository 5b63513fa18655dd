// What a page adds to Object.prototype is neither in what a stack's objects hear nor in what install() says, and hears nothing.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inProcess } from '../node/harness.mjs';
import { STACKS } from './harness.mjs';

/**
 * Puts something on Object.prototype, then installs the package into a stack, receives a track there and loses it.
 * @param {string} name the stack's
 * @param {string} pollution a function's text, which is called with the names that files of ours assign, and returns what
 *   tells at the end what it heard
 * @param {boolean} isFirst whether it is called before install(), or after
 */
const loseTrack = (name, pollution, isFirst) =>
  inProcess(
    async ([name, pollution, isFirst]) => {
      const { readFileSync } = await import('node:fs');
      const require = (await import('node:module')).createRequire(`${process.cwd()}/`);
      const stack = name === 'wrtc' ? require('@roamhq/wrtc') : { ...(await import('werift')) };
      const { install } = await import('mediastream-polyfill');
      const text = readFileSync(`${process.cwd()}/${typeof WebAssembly === 'undefined' ? 'js/' : ''}index.cjs`, 'utf8');
      const pollute = () => (0, eval)(`(${pollution})`)(text);
      // What makes certificates for werift would fail.
      if (name === 'werift') await new stack.RTCPeerConnection().createOffer();
      let heard = isFirst ? pollute() : undefined;
      const { provided, repaired } = install(stack, {});
      heard ??= pollute();
      const { MediaStream, MediaStreamTrack, RTCPeerConnection, nonstandard } = stack;
      const [ours, remote] = [new RTCPeerConnection(), new RTCPeerConnection()];
      const log = [];
      ours.addEventListener('track', ({ streams: [stream], track }) => {
        log.push(track.kind);
        const listener = (event) => {
          log.push([event.type, event.bubbles, Reflect.ownKeys(event).map(String), event.track === track]);
        };
        stream.addEventListener('removetrack', listener);
      });
      const track = nonstandard ? new nonstandard.RTCVideoSource().createTrack() : new MediaStreamTrack({ kind: 'video' });
      const sender = remote.addTrack(track, new MediaStream());
      for (let i = 0; i < 2; i++) {
        await remote.setLocalDescription(await remote.createOffer());
        await ours.setRemoteDescription(remote.localDescription);
        await ours.setLocalDescription(await ours.createAnswer());
        await remote.setRemoteDescription(ours.localDescription);
        remote.removeTrack(sender);
      }
      return { provided, repaired, log, heard: heard() };
    },
    { argument: [name, `${pollution}`, isFirst] },
  );

const nothing = () => () => [];

/** Members of dictionaries and of descriptors, and a name of the page's own. */
function addMembers() {
  for (const key of ['bubbles', 'cancelable', 'page', 'legacy', 'devices']) Object.prototype[key] = true;
  return () => [];
}

/** Setters by all names that files of ours assign, which tell what was assigned there. */
function addSetters(text) {
  const own = /^\/\/ src\/js\/((stack|window|connection|capture|node)\/.*|changes|install)\.js$/;
  const assigned = /\bthis\.([a-z]\w*) = |(?:\+\+|--)\w+\.([a-z]\w*)|\b\w+\.([a-z]\w*)(?: = |\+\+|--)/gi;
  const names = new Set();
  let isOwn = false;
  for (const line of text.split('\n')) {
    if (line.startsWith('// src/')) isOwn = own.test(line);
    if (isOwn) for (const match of line.matchAll(assigned)) names.add(match[1] ?? match[2] ?? match[3]);
  }
  // Of the host's elements and pictures: nothing of ours has them.
  for (const name of ['muted', 'width', 'height', 'srcObject', 'globalCompositeOperation', 'value']) names.delete(name);
  const heard = [];
  for (const name of names) {
    Object.defineProperty(Object.prototype, name, {
      __proto__: null,
      configurable: true,
      get() {},
      set(value) {
        if (new Error().stack.split('\n')[2].includes('index.cjs')) heard.push(name);
        Object.defineProperty(this, name, { __proto__: null, value, writable: true, enumerable: true, configurable: true });
      },
    });
  }
  return () => (names.size > 20 ? [...new Set(heard)] : ['too few names']);
}

for (const name of STACKS) {
  const pure = () => loseTrack(name, nothing, true);

  test(`${name}: what is heard where Object.prototype is as it was`, async () => {
    const { log } = await pure();
    assert.deepEqual(log.map((entry) => [entry].flat()[0]), ['video', 'removetrack']);
  });

  for (const isFirst of [true, false]) {
    const when = isFirst ? 'before' : 'after';

    test(`${name}: what Object.prototype had ${when} install() is no member of events nor of options`, async () => {
      assert.deepEqual(await loseTrack(name, addMembers, isFirst), await pure());
    });

    test(`${name}: setters that Object.prototype had ${when} install() hear nothing of what is assigned here`, async () => {
      const { log, heard, repaired } = await loseTrack(name, addSetters, isFirst);
      assert.deepEqual(heard, []);
      assert.deepEqual([log, repaired], await pure().then(({ log, repaired }) => [log, repaired]));
    });
  }

  for (const key of ['get', 'set', 'value', 'writable', 'construct']) {
    test(`${name}: Object.prototype.${key} is no part of a descriptor, nor of a proxy`, async () => {
      const { pure, polluted, isRestored } = await inProcess(
        async ([name, key]) => {
          const require = (await import('node:module')).createRequire(`${process.cwd()}/`);
          const stack = name === 'wrtc' ? require('@roamhq/wrtc') : { ...(await import('werift')) };
          const { install } = await import('mediastream-polyfill');
          const names = Object.keys(stack);
          /** What is said of an installation, and whether its classes are what they are. */
          const report = () => {
            const installation = install(stack);
            const { provided, repaired } = installation;
            const isStream = new stack.MediaStream() instanceof stack.MediaStream && stack.MediaStream.name === 'MediaStream';
            installation.uninstall();
            return { provided, repaired, isStream };
          };
          const pure = report();
          Object.defineProperty(Object.prototype, key, { __proto__: null, value: () => 'page', configurable: true });
          const polluted = report();
          delete Object.prototype[key];
          return { pure, polluted, isRestored: Object.keys(stack).join() === names.join() };
        },
        { argument: [name, key] },
      );
      assert.deepEqual(polluted, pure);
      assert.ok(isRestored);
    });
  }
}

test("setters on a jsdom window's Object.prototype, or on Node's, hear nothing of what is assigned here", async () => {
  const heard = await inProcess(async (addSetters) => {
    const { readFileSync } = await import('node:fs');
    const { JSDOM } = await import('jsdom');
    const { createRealm, install } = await import('mediastream-polyfill');
    const { window } = new JSDOM('', { runScripts: 'outside-only' });
    const text = readFileSync(`${process.cwd()}/${typeof WebAssembly === 'undefined' ? 'js/' : ''}index.cjs`, 'utf8');
    const heard = [(0, eval)(`(${addSetters})`)(text), window.eval(`(${addSetters})`)(text)];
    const installation = install(window, { legacy: true });
    const video = window.document.createElement('video');
    const { StreamController, TrackSource } = createRealm(window);
    const controller = new StreamController([new TrackSource('video').createTrack()]);
    let count = 0;
    controller.stream.onremovetrack = () => count++;
    video.srcObject = controller.stream;
    await video.play();
    controller.setTracks([]);
    installation.uninstall();
    return [...heard.flatMap((tell) => tell()), count];
  }, { argument: `${addSetters}` });
  assert.deepEqual(heard, [1]);
});
