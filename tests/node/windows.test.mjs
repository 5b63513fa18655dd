// Whose classes the package extends, and to whom exceptions are reported, where windows come, go and are copied.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createRealm, install } from '#package';
import { createDevicesRealm, VirtualDevices } from '#devices';
import { inProcess, throwsTypeError } from './harness.mjs';

const interfaces = ['MediaStream', 'MediaStreamTrack', 'MediaStreamTrackEvent', 'OverconstrainedError'];

/** A frame's WindowProxy: the same object for each document that is shown there, which is another window. */
function newFrame() {
  const proxy = {};
  const navigate = () => {
    for (const key of Reflect.ownKeys(proxy)) delete proxy[key];
    const classes = { EventTarget: class extends EventTarget {}, Event: class extends Event {}, DOMException: class extends DOMException {} };
    return Object.assign(proxy, classes, { location: {} });
  };
  return { proxy: navigate(), navigate };
}

test('another document in a frame has a realm of its own, of its own classes', () => {
  const { proxy, navigate } = newFrame();
  const [first, firstDevices] = [createRealm(proxy), createDevicesRealm(proxy)];
  assert.equal(createRealm(proxy), first);
  navigate();
  assert.notEqual(createRealm(proxy).MediaStream, first.MediaStream);
  assert.notEqual(createDevicesRealm(proxy).MediaDevices, firstDevices.MediaDevices);
  assert.equal(createDevicesRealm(proxy), createDevicesRealm(proxy));
  assert.ok(new (createRealm(proxy).MediaStream)() instanceof proxy.EventTarget);
  assert.ok(new VirtualDevices({ window: proxy }).mediaDevices instanceof proxy.EventTarget);
});

test('another document in a frame is installed into as the first, and the end of the first installation is none of its', () => {
  const { proxy, navigate } = newFrame();
  const first = install(proxy);
  navigate();
  const before = Reflect.ownKeys(proxy);
  const second = install(proxy);
  assert.deepEqual(second.provided, interfaces);
  const { MediaStream } = proxy;
  assert.ok(new MediaStream() instanceof proxy.EventTarget);
  first.uninstall();
  assert.equal(proxy.MediaStream, MediaStream);
  assert.deepEqual(install(proxy).provided, interfaces);
  second.uninstall();
  assert.equal(proxy.MediaStream, MediaStream);
  install(proxy).uninstall();
  assert.equal(proxy.MediaStream, MediaStream, 'one installation is left');
  assert.ok(before.length < Reflect.ownKeys(proxy).length);
});

test('what a window lacks is said of what was called', () => {
  const lacking = { EventTarget, Event };
  throwsTypeError(() => createRealm(lacking), "Failed to execute 'createRealm': parameter 1 has no EventTarget, Event and DOMException.");
  throwsTypeError(() => install(lacking), "Failed to execute 'install': parameter 1 has no EventTarget, Event and DOMException.");
  throwsTypeError(
    () => new VirtualDevices({ window: lacking }),
    "Failed to construct 'VirtualDevices': member 'window' has no EventTarget, Event and DOMException.",
  );
  throwsTypeError(
    () => createDevicesRealm(lacking),
    "Failed to execute 'createDevicesRealm': parameter 1 has no EventTarget, Event and DOMException.",
  );
});

for (const name of ['EventTarget', 'Event', 'DOMException']) {
  test(`the package can be imported where there is no ${name}; what needs it says so`, async () => {
    const messages = await inProcess(
      async (name) => {
        delete globalThis[name];
        const { MediaStream, MediaStreamTrackEvent, OverconstrainedError, TrackSource } = await import('mediastream-polyfill');
        const { VirtualDevices } = await import('mediastream-polyfill/devices');
        const source = new TrackSource('video');
        const uses = {
          EventTarget: [() => new MediaStream(), () => source.createTrack(), () => new VirtualDevices()],
          Event: [() => new MediaStreamTrackEvent('addtrack', { track: source.createTrack() })],
          DOMException: [() => new OverconstrainedError('width')],
        };
        return uses[name].map((use) => {
          try {
            return typeof use();
          } catch (error) {
            return `${error}`;
          }
        });
      },
      { argument: name },
    );
    const needing = {
      EventTarget: ['MediaStream', 'MediaStreamTrack', 'MediaDevices'],
      Event: ['MediaStreamTrackEvent'],
      DOMException: ['OverconstrainedError'],
    };
    assert.deepEqual(
      messages,
      needing[name].map((needs) => `TypeError: Failed to construct '${needs}': this host has no ${name}.`),
    );
  });
}

test('the package can be imported, and installs nothing, where there are no EventTarget, Event and DOMException at all', async () => {
  const outcome = await inProcess(async () => {
    for (const name of ['EventTarget', 'Event', 'DOMException']) delete globalThis[name];
    const warnings = [];
    console.warn = (message) => warnings.push(message);
    const { MediaStream } = await import('mediastream-polyfill');
    await import('mediastream-polyfill/devices');
    await import('mediastream-polyfill/auto');
    let message;
    try {
      new MediaStream();
    } catch (error) {
      message = `${error}`;
    }
    return { message, warnings, provided: 'MediaStream' in globalThis };
  });
  assert.deepEqual(outcome, {
    message: "TypeError: Failed to construct 'MediaStream': this host has no EventTarget.",
    warnings: outcome.warnings,
    provided: false,
  });
  assert.equal(outcome.warnings.length, 1);
  assert.match(outcome.warnings[0], /EventTarget/);
});

test('where there is no DOMException, what would throw one says so', async () => {
  const message = await inProcess(async () => {
    delete globalThis.DOMException;
    const { TrackSource } = await import('mediastream-polyfill');
    const source = new TrackSource('video');
    source.end();
    try {
      return source.createTrack();
    } catch (error) {
      return `${error}`;
    }
  });
  assert.equal(message, "TypeError: Failed to construct 'DOMException': this host has no DOMException.");
});

/** How test environments copy jsdom's window onto Node's global object. */
const copies = {
  'with all that it has, as Vitest does': () => true,
  'with what Node lacks, as global-jsdom does': (key) => !key.startsWith('_') && !(key in globalThis),
};

for (const [how, isCopied] of Object.entries(copies)) {
  test(`where jsdom's window is copied onto Node's, ${how}, what is fired is the window's, and what listeners throw is reported there`, async () => {
    const outcome = await inProcess(
      async (isCopied) => {
        const { JSDOM } = await import('jsdom');
        const { window } = new JSDOM('', { url: 'http://localhost/' });
        const wanted = (0, eval)(isCopied);
        for (const key of Object.getOwnPropertyNames(window).filter(wanted)) {
          if (key !== 'globalThis') Reflect.defineProperty(globalThis, key, { value: window[key], writable: true, configurable: true });
        }
        globalThis.window = window;
        const { install, TrackSource } = await import('mediastream-polyfill');
        const { VirtualDevices } = await import('mediastream-polyfill/devices');
        const devices = new VirtualDevices({ exposed: true });
        install(globalThis, { devices });
        const log = [];
        window.addEventListener('error', (event) => log.push(event.error.message));
        const source = new TrackSource('video');
        const tracks = [source.createTrack(), source.createTrack()];
        tracks[0].onended = (event) => {
          log.push(event instanceof window.Event, tracks[0] instanceof window.EventTarget);
          throw new Error('of a track');
        };
        source.end();
        devices.mediaDevices.ondevicechange = () => {
          throw new Error('of devices');
        };
        const { connected } = devices.connect({ kind: 'videoinput' });
        return { log, states: tracks.map(({ readyState }) => readyState), connected };
      },
      { argument: `${isCopied}` },
    );
    assert.deepEqual(outcome, { log: [true, true, 'of a track', 'of devices'], states: ['ended', 'ended'], connected: true });
  });
}
