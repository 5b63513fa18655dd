// What a page adds to Object.prototype concerns nobody but who reads its own objects.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inProcess } from './harness.mjs';

// Node couldn't import anything any more: so where the page was first, the package is a script whose text has been read.
for (const when of ['before', 'after']) {
  test(`setters and getters that Object.prototype had ${when} the package hear nothing of what is behind the objects`, async () => {
    const heard = await inProcess(async (when) => {
      const folder = typeof WebAssembly === 'undefined' ? 'js/' : '';
      const text = (await import('node:fs')).readFileSync(`${process.cwd()}/${folder}classic.js`, 'utf8');
      const load = () => ((0, eval)(text), globalThis.MediaStreamPolyfill);
      const loaded = when === 'after' ? load() : undefined;
      const names = [
        ...['host', 'source', 'kind', 'label', 'settings', 'capabilities', 'modes', 'constraints', 'handlers', 'listeners'],
        ...['group', 'isKept', 'uuid', 'id', 'page', 'latest', 'address', 'tracks', 'number', 'list', 'holes', 'found', 'byId'],
        ...['stream', 'mirror', 'weak', 'created', 'observed', 'state', 'track', 'places', 'natives', 'realm'],
        ...['pages', 'buffer', 'views', 'window', 'EventTarget', 'Event', 'DOMException', '0', '1', '2', '40'],
      ];
      const heard = Object.setPrototypeOf([], null);
      for (const name of names) {
        Object.defineProperty(Object.prototype, name, { configurable: true, get() {}, set });
        function set() {
          // Node has lists of its own.
          if (!new Error().stack.split('\n')[2].includes('node:')) heard[heard.length] = name;
        }
      }
      const { MediaStream, StreamController, TrackSource } = loaded ?? load();
      const source = new TrackSource('video');
      const track = source.createTrack();
      const controller = new StreamController([track]);
      controller.stream.onremovetrack = track.onended = () => {};
      track.addEventListener('mute', () => {}, { once: true });
      const stream = new MediaStream([track]).clone();
      controller.setTracks(stream.getTracks());
      const ids = [track.id, stream.id];
      const kinds = [stream.getVideoTracks().length, stream.getAudioTracks().length, stream.getTracks().length];
      const many = new MediaStream();
      for (let n = 0; n < 50; n++) many.addTrack(source.createTrack());
      const tracks = many.getTracks();
      for (let n = 49; n > 0; n--) many.removeTrack(tracks[n]);
      source.mute();
      source.end();
      for (const name of names) delete Object.prototype[name];
      const all = [ids.length, controller.stream.getTracks().length, ...kinds, tracks.length, many.getTracks().length];
      return [[...new Set(Array.from(heard))], all];
    }, { argument: when });
    assert.deepEqual(heard, [[], [2, 1, 1, 0, 1, 50, 1]]);
  });

  test(`what Object.prototype had by the name of an index ${when} the package is in no list`, async () => {
    const lists = await inProcess(async (when) => {
      const folder = typeof WebAssembly === 'undefined' ? 'js/' : '';
      const text = (await import('node:fs')).readFileSync(`${process.cwd()}/${folder}classic.js`, 'utf8');
      const load = () => ((0, eval)(text), globalThis.MediaStreamPolyfill);
      const loaded = when === 'after' ? load() : undefined;
      const accessor = { configurable: true, get: () => 'page', set() {} };
      for (let n = 0; n < 4; n++) Object.defineProperty(Object.prototype, n, accessor);
      const { MediaStream, StreamController, TrackSource } = loaded ?? load();
      const modes = [{ width: 1280, height: 720, frameRate: 30 }, { width: 640, height: 480, frameRate: 30 }];
      const source = new TrackSource('video', { modes, capabilities: { facingMode: ['user', 'left'] } });
      const [one, other] = [source.createTrack(), source.createTrack()];
      const iterable = (next = 0) => ({ [Symbol.iterator]: () => ({ next: () => ({ done: next > 1, value: [one, other][next++] }) }) });
      const track = source.createTrack();
      track.addEventListener('ended', () => {});
      await track.applyConstraints({ facingMode: ['user', 'left'], advanced: [{ width: 640 }] });
      const constraints = track.getConstraints();
      const lists = [
        new MediaStream(iterable()).getTracks(),
        new MediaStream([one, other]).getVideoTracks(),
        new StreamController(iterable()).stream.getTracks(),
        new StreamController().stream.getTracks(),
        track.getCapabilities().facingMode,
        constraints.facingMode,
        constraints.advanced,
      ];
      const found = lists.map((list) => Object.keys(list).join());
      for (let n = 0; n < 4; n++) delete Object.prototype[n];
      return found.join(' | ') + ' ' + track.getSettings().width + lists.every((list) => list instanceof Array && list[0] !== 'page');
    }, { argument: when });
    assert.equal(lists, '0,1 | 0,1 | 0,1 |  | 0,1 | 0,1 | 0 640true');
  });

  test(`an event of the user agent is what the specification says, whatever Object.prototype had ${when} the package`, async () => {
    const events = await inProcess(async (when) => {
      const folder = typeof WebAssembly === 'undefined' ? 'js/' : '';
      const text = (await import('node:fs')).readFileSync(`${process.cwd()}/${folder}classic.js`, 'utf8');
      const pollute = () => (Object.prototype.bubbles = Object.prototype.cancelable = true);
      if (when === 'before') pollute();
      (0, eval)(text);
      const { StreamController, TrackSource } = globalThis.MediaStreamPolyfill;
      const track = new TrackSource('video').createTrack();
      const controller = new StreamController([track]);
      const events = [];
      controller.stream.onremovetrack = controller.stream.onaddtrack = ({ type, bubbles, cancelable }) => {
        events.push([type, bubbles, cancelable]);
      };
      pollute();
      controller.removeTrack(track);
      Object.defineProperty(Object.prototype, 'composed', { configurable: true, get() { throw new Error('page'); } });
      controller.addTrack(track);
      return events;
    }, { argument: when });
    assert.deepEqual(events, [['removetrack', false, false], ['addtrack', false, false]]);
  });
}

test('the interfaces come to be with setters of their names on Object.prototype', async () => {
  const found = await inProcess(async () => {
    const names = ['MediaStream', 'MediaStreamTrack', 'MediaStreamTrackEvent', 'OverconstrainedError', 'StreamController', 'TrackSource'];
    const heard = [];
    for (const name of [...names, 'realm', 'natives']) {
      Object.defineProperty(Object.prototype, name, { __proto__: null, configurable: true, get() {}, set() { heard.push(name); } });
    }
    const polyfill = await import('mediastream-polyfill');
    const stream = new polyfill.MediaStream([new polyfill.TrackSource('video').createTrack()]);
    return [heard, stream.clone().getTracks().length, names.filter((name) => typeof polyfill[name] !== 'function')];
  });
  assert.deepEqual(found, [[], 1, []]);
});

test('what Object.prototype has by the name of a member that nobody has passed is passed by nobody', async () => {
  const found = await inProcess(async () => {
    const { MediaStream, StreamController, TrackSource } = await import('mediastream-polyfill');
    // Node couldn't load what chooses settings any more.
    await new TrackSource('audio').createTrack().applyConstraints();
    const page = {
      ...{ failedConstraint: 'page', notAllowed: 'page', modes: [{ width: 7, height: 7, frameRate: 7 }], settings: { width: 7 } },
      ...{ capabilities: { width: { max: 7 } }, label: 'page', kind: 'audio', id: 'page', tracks: ['page'], track: 'page' },
      ...{ signal: 'page', once: true, capture: true, value: 'page', writable: true, configurable: true, enumerable: true },
      ...{ message: 'page', constraint: 'page', min: 7, max: 7, exact: 7, ideal: 7, advanced: [{ width: 7 }], distance: 7 },
      ...{ next: 'page', done: true, device: 7, 0: 'page', 2: { signal: 'page', once: true } },
    };
    for (const [name, value] of Object.entries(page)) {
      Object.defineProperty(Object.prototype, name, { __proto__: null, value, writable: true, configurable: true });
    }
    const heard = [];
    for (const name of ['width', 'frameRate', 'then']) {
      const accessor = { __proto__: null, configurable: true, get: () => undefined, set: () => heard.push(name) };
      Object.defineProperty(Object.prototype, name, accessor);
    }
    const whole = (value) => JSON.stringify(Object.entries(value));
    const source = new TrackSource('video');
    const bare = source.createTrack();
    await bare.applyConstraints();
    const camera = new TrackSource('video', {
      settings: { width: 640, height: 480 },
      capabilities: { width: { __proto__: null, min: 1, max: 1280 }, height: { __proto__: null, min: 1, max: 720 } },
      modes: undefined,
    });
    const track = camera.createTrack();
    await track.applyConstraints({ width: 320, advanced: undefined });
    const controller = new StreamController();
    const removed = [];
    controller.stream.addEventListener('removetrack', ({ track }) => removed.push(track.kind));
    for (let n = 0; n < 2; n++) {
      controller.addTrack(track);
      controller.removeTrack(track);
    }
    const ratio = new TrackSource('video', { settings: { aspectRatio: 2, height: 5 } });
    Object.defineProperty(Object.prototype, 'width', { __proto__: null, configurable: true, value: 50 });
    ratio.setSettings({ height: 10 });
    const found = [
      source.label,
      bare.kind,
      whole(bare.getSettings()),
      whole(bare.getCapabilities()),
      whole(bare.getConstraints()),
      whole(track.getConstraints()),
      whole(track.getSettings()),
      whole(ratio.createTrack().getSettings()),
      new MediaStream().getTracks().length,
      controller.stream.getTracks().length,
      removed.join(),
      heard.join(),
    ].join(' ');
    for (const name of [...Object.keys(page), 'width', 'frameRate', 'then']) delete Object.prototype[name];
    return found;
  });
  assert.equal(
    found,
    ' video [] [] [] [["width",320]] [["width",320],["height",240],["aspectRatio",1.3333333333]] [["aspectRatio",2],["height",10]] ' +
      '0 0 video,video ',
  );
});

test('of an ended track the settings tell nothing of Object.prototype', async () => {
  const settings = await inProcess(async () => {
    const { TrackSource } = await import('mediastream-polyfill');
    const source = new TrackSource('video', { settings: { deviceId: 'a', width: 5 } });
    const track = source.createTrack();
    Object.prototype.groupId = 'page';
    source.end();
    return Object.entries(track.getSettings());
  });
  assert.deepEqual(settings, [['deviceId', 'a']]);
});

test('settings may have a member of any name', async () => {
  const settings = await inProcess(async () => {
    const { TrackSource } = await import('mediastream-polyfill');
    const track = new TrackSource('video', { settings: JSON.parse('{ "__proto__": { "a": 1 }, "b": 2 }') }).createTrack();
    const settings = track.getSettings();
    return [Object.entries(settings), Object.getPrototypeOf(settings) === Object.prototype];
  });
  assert.deepEqual(settings, [[['__proto__', { a: 1 }], ['b', 2]], true]);
});

test('a listener that was aborted from the start makes nobody observed', async () => {
  const observed = await inProcess(async () => {
    const { StreamController, TrackSource } = await import('mediastream-polyfill');
    const source = new TrackSource('video');
    const controller = new StreamController([source.createTrack()]);
    const options = { signal: AbortSignal.abort() };
    controller.stream.addEventListener('removetrack', () => {}, options);
    controller.stream.getTracks()[0].addEventListener('ended', () => {}, options);
    return [controller.observed, source.observed];
  });
  assert.deepEqual(observed, [false, false]);
});

for (const [when, extension] of [['before', 'js'], ['after', 'js'], ['before', 'cjs'], ['after', 'cjs']]) {
  test(`what Object.prototype has by the name of a descriptor's or a setting's member, ${when} the import of *.${extension}, changes nothing`, async () => {
    const found = await inProcess(
      async ([when, extension]) => {
        const pollute = () => {
          for (const name of ['get', 'set', 'width', 'height', 'frameRate']) {
            const value = name.endsWith('et') ? () => 'page' : 'page';
            Object.defineProperty(Object.prototype, name, { __proto__: null, value, writable: true, configurable: true });
          }
        };
        const require = (await import('node:module')).createRequire(`${process.cwd()}/`);
        const load = (name) => (extension === 'cjs' ? require(`./${name}.cjs`) : import(`${process.cwd()}/${name}.js`));
        if (when === 'before') pollute();
        const { StreamController, TrackSource, install } = await load('index');
        const { VirtualDevices } = await load('devices');
        if (when === 'after') pollute();
        const devices = new VirtualDevices();
        devices.connect({ kind: 'videoinput' });
        const installation = install(globalThis, { devices });
        const [track] = (await navigator.mediaDevices.getUserMedia({ video: true })).getTracks();
        const names = Object.keys(track.getSettings()).sort().join();
        const heard = [];
        const controller = new StreamController([new TrackSource('video').createTrack()]);
        controller.stream.onremovetrack = ({ type }) => heard.push(type);
        controller.setTracks([]);
        installation.uninstall();
        return [names, heard, 'MediaStream' in globalThis];
      },
      { argument: [when, extension] },
    );
    assert.deepEqual(found, ['aspectRatio,deviceId,frameRate,groupId,height,resizeMode,width', ['removetrack'], false]);
  });
}

/** Runs what a page does with virtual devices, which it has from the package's entry for Node. */
const withDevices = (body, argument) =>
  inProcess(`async (argument) => {
    const { install } = await import('mediastream-polyfill');
    const { VirtualDevices, DeviceChangeEvent } = await import('mediastream-polyfill/devices');
    const fails = async (promise) => { try { await promise; return null; } catch (error) { return error.name; } };
    ${body}
  }`, { argument });

test('devicechange is what the specification says, whatever Object.prototype has', async () => {
  const seen = await withDevices(`
    const devices = new VirtualDevices();
    const { mediaDevices } = devices;
    const events = [];
    mediaDevices.ondevicechange = ({ bubbles, cancelable, composed, devices }) => events.push([bubbles, cancelable, composed, devices.length]);
    for (const name of ['bubbles', 'cancelable', 'composed', 'devices']) Object.prototype[name] = true;
    const camera = devices.connect({ kind: 'videoinput' });
    for (const name of ['bubbles', 'cancelable', 'composed', 'devices']) {
      Object.defineProperty(Object.prototype, name, { configurable: true, get() { throw new Error('page'); } });
    }
    devices.connect({ kind: 'audioinput' });
    camera.disconnect();
    const { length } = new DeviceChangeEvent('x').devices;
    return [events, length];
  `);
  const no = [false, false, false];
  assert.deepEqual(seen, [[[...no, 1], [...no, 2], [...no, 1]], 0]);
});

test('what Object.prototype has by the name of an option, a setting or an answer of the solver changes nothing of virtual devices', async () => {
  const seen = await withDevices(`
    const names = ['failedConstraint', 'notAllowed', 'exposed', 'window', 'native', 'deviceId', 'groupId', 'modes', 'capabilities', 'settings'];
    for (const name of [...names, 'label', 'constraints', 'device', 'distance']) Object.prototype[name] = 'page';
    const devices = new VirtualDevices();
    const init = (kind) => ({ __proto__: null, kind });
    const camera = devices.connect(init('videoinput'));
    devices.connect(init('audioinput'));
    const { mediaDevices } = devices;
    const hidden = (await mediaDevices.enumerateDevices()).map(({ label, deviceId }) => label + deviceId);
    camera.setSettings({ __proto__: null, width: 200 });
    const own = { __proto__: null, width: 320 };
    const stream = await mediaDevices.getUserMedia({ __proto__: null, audio: true, video: own });
    const settings = stream.getTracks().map((track) => track.getSettings()).map(({ deviceId }) => typeof deviceId + deviceId.length);
    const error = await fails(mediaDevices.getUserMedia({ __proto__: null, video: { __proto__: null, width: { __proto__: null, min: 5000 } } }));
    return [hidden, settings, error];
  `);
  assert.deepEqual(seen, [['', ''], ['string36', 'string36'], 'OverconstrainedError']);
});

// The stack's first frame says who has assigned something. Constraints are converted elsewhere.
for (const window of ['globalThis', 'jsdom']) {
  test(`setters that Object.prototype has hear nothing of what virtual devices are made of, in ${window}`, async () => {
    const heard = await withDevices(
      `
      const { readFileSync } = await import('node:fs');
      const text = readFileSync(process.cwd() + '/devices.cjs', 'utf8');
      const names = new Set([...text.matchAll(/\\.([a-zA-Z_$][\\w$]*) (?:\\?\\?)?= /g)].map((match) => match[1]));
      for (const name of ['devicesRealm', 'members', 'host', 'media', 'MediaDevices']) names.add(name);
      const { JSDOM } = argument === 'jsdom' ? await import(process.cwd() + '/../node_modules/jsdom/lib/api.js') : {};
      const window = JSDOM === undefined ? globalThis : new JSDOM('', { runScripts: 'outside-only' }).window;
      const heard = [];
      for (const name of names) {
        // By these Node could define nothing any more.
        if (name in Object.prototype || name === 'value' || name === 'get' || name === 'set') continue;
        Object.defineProperty(Object.prototype, name, {
          __proto__: null,
          configurable: true,
          get() {},
          set(value) {
            Object.defineProperty(this, name, { __proto__: null, value, writable: true, configurable: true, enumerable: true });
            const frame = new Error().stack.split('\\n')[2];
            if (/devices\\.cjs/.test(frame) && !/ convertMembers /.test(frame)) heard.push(name + frame);
          },
        });
      }
      const devices = new VirtualDevices({ window, exposed: true });
      const { mediaDevices } = devices;
      const installation = install(window, { devices });
      let events = 0;
      mediaDevices.ondevicechange = () => events++;
      const camera = devices.connect({ kind: 'videoinput', label: 'Camera', settings: { width: 1280 } });
      devices.connect({ kind: 'audioinput', capabilities: { channelCount: { min: 1, max: 2 } } });
      const speaker = devices.connect({ kind: 'audiooutput', default: true });
      devices.permission = () => 'granted';
      const stream = await mediaDevices.getUserMedia({ audio: true, video: { width: { ideal: 320 }, frameRate: 15 } });
      const error = await fails(mediaDevices.getUserMedia({ video: { width: { min: 9000 } } }));
      await devices.candidates({ video: true });
      await mediaDevices.enumerateDevices();
      mediaDevices.getSupportedConstraints();
      camera.setSettings({ height: 100 });
      camera.mute();
      speaker.disconnect();
      camera.disconnect();
      installation.uninstall();
      const count = names.size;
      for (const name of names) delete Object.prototype[name];
      return { heard, events, error, tracks: stream.getTracks().length, isMany: count > 20 };
      `,
      window,
    );
    assert.deepEqual(heard, { heard: [], events: 5, error: 'OverconstrainedError', tracks: 2, isMany: true });
  });
}
