// install() in a window: what it changes, what it leaves alone, and what it survives.

import { StreamController, createRealm, install } from '../../../pkg/index.js';
import { assert, equal, thrown } from './assert.js';
import { Call } from './call.js';

const INTERFACES = ['RTCPeerConnection', 'HTMLMediaElement', 'AudioContext', 'MediaStream', 'MediaStreamTrack'].filter((name) => name in window);

/** Every property of every object that install() might change. */
const picture = () =>
  [window, ...INTERFACES.map((name) => window[name].prototype)].map((object) => {
    const descriptors = Object.getOwnPropertyDescriptors(object);
    // What the page itself keeps in the window changes.
    return object === window ? { OverconstrainedError: descriptors.OverconstrainedError } : descriptors;
  });

function samePicture(before, after, what) {
  before.forEach((descriptors, i) => {
    const keys = [...Reflect.ownKeys(descriptors), ...Reflect.ownKeys(after[i])];
    for (const key of keys) {
      for (const part of ['value', 'get', 'set', 'writable', 'enumerable', 'configurable']) {
        assert(descriptors[key]?.[part] === after[i][key]?.[part], `${what}: ${INTERFACES[i - 1]} ${String(key)}, ${part}`);
      }
    }
  });
}

/** The members whose descriptors differ, as `provided` and `repaired` name them. */
function changedMembers(before, after) {
  const changed = [];
  before.forEach((descriptors, i) => {
    for (const key of Reflect.ownKeys(after[i])) {
      const { value, get, set } = after[i][key] ?? {};
      const old = descriptors[key] ?? {};
      if (old.value !== value || old.get !== get || old.set !== set) {
        changed.push(i === 0 ? key : `${INTERFACES[i - 1]}.${key}`);
      }
    }
  });
  return changed.sort();
}

async function installed(act) {
  const installation = install(window);
  try {
    return await act(installation);
  } finally {
    installation.uninstall();
  }
}

export const checks = {
  'provided and repaired name every member that changed, and no other'() {
    const before = picture();
    const installation = install(window);
    const after = picture();
    installation.uninstall();
    equal([...installation.provided, ...installation.repaired].sort(), changedMembers(before, after));
  },

  async 'each document that a frame shows is a window of its own, though the WindowProxy is the same'() {
    const frame = document.createElement('iframe');
    const show = async (url) => {
      const loaded = new Promise((resolve) => (frame.onload = resolve));
      frame.src = url;
      if (!frame.isConnected) document.body.append(frame);
      await loaded;
      return frame.contentWindow;
    };
    const proxy = await show('empty.html');
    const { MediaStream } = createRealm(proxy);
    const { repaired } = install(proxy);
    assert(createRealm(proxy).MediaStream === MediaStream, 'the same in one document');
    assert((await show('empty.html?again')) === proxy, 'the same WindowProxy');
    const realm = createRealm(proxy);
    assert(realm.MediaStream !== MediaStream, 'another realm');
    assert(Object.getPrototypeOf(realm.MediaStream) === proxy.EventTarget, "of the document's own classes");
    const second = install(proxy);
    equal(second.repaired, repaired);
    second.uninstall();
    frame.remove();
  },

  async "a frame that is removed breaks nothing: its window's streams go on, and it can be uninstalled from"() {
    const frame = document.createElement('iframe');
    const loaded = new Promise((resolve) => (frame.onload = resolve));
    frame.src = 'empty.html';
    document.body.append(frame);
    await loaded;
    const { contentWindow } = frame;
    const { HTMLMediaElement, MediaStream } = contentWindow;
    const before = Object.getOwnPropertyDescriptors(HTMLMediaElement.prototype);
    const installation = install(contentWindow);
    const video = contentWindow.document.createElement('video');
    const canvas = Object.assign(document.createElement('canvas'), { width: 2, height: 2 });
    canvas.getContext('2d');
    video.srcObject = canvas.captureStream();
    const stream = new MediaStream();
    const captured = video.captureStream();
    const controller = StreamController.of(stream);
    const [track] = canvas.captureStream().getTracks();
    const errors = [];
    const note = (event) => errors.push(event.message ?? `${event.reason}`);
    for (const type of ['error', 'unhandledrejection']) addEventListener(type, note);
    frame.remove();
    controller.addTrack(track);
    equal(stream.getTracks().length, 1);
    controller.setTracks([]);
    video.srcObject = null;
    captured.getTracks();
    installation.uninstall();
    const after = Object.getOwnPropertyDescriptors(HTMLMediaElement.prototype);
    equal(Object.keys(after), Object.keys(before));
    for (const key of Object.keys(after)) assert(after[key].value === before[key].value, key);
    await new Promise((resolve) => setTimeout(resolve));
    for (const type of ['error', 'unhandledrejection']) removeEventListener(type, note);
    equal(errors, []);
  },

  'uninstall puts every property descriptor back'() {
    const before = picture();
    install(window).uninstall();
    samePicture(before, picture(), 'after one installation');
    const first = install(window);
    const [once, repaired] = [picture(), first.repaired];
    const second = install(window);
    const between = picture();
    samePicture(once, between, 'installed again');
    equal(second.repaired, repaired);
    first.uninstall();
    samePicture(between, picture(), 'after one of two');
    second.uninstall();
    samePicture(before, picture(), 'after two installations');
  },

  'what replaces a method has its name, its length and its flags'() {
    const before = picture();
    const installation = install(window);
    const after = picture();
    installation.uninstall();
    before.forEach((descriptors, i) => {
      for (const key of Reflect.ownKeys(descriptors)) {
        const [old, now] = [descriptors[key], after[i][key]];
        if (typeof old?.value !== 'function' || old.value === now.value) continue;
        equal([now.value.name, now.value.length], [old.value.name, old.value.length], key);
        equal([now.writable, now.enumerable, now.configurable], [old.writable, old.enumerable, old.configurable], key);
        assert(!('prototype' in now.value), `${key} is a constructor`);
      }
    });
  },

  async 'called on another object, the members throw or reject as the host\'s do'() {
    await installed(async ({ repaired }) => {
      for (const member of repaired) {
        const [name, key] = member.split('.');
        const { value, set } = Object.getOwnPropertyDescriptor(window[name].prototype, key);
        for (const other of [{}, null, new EventTarget(), window[name].prototype]) {
          if (key === 'addEventListener' && other instanceof EventTarget) continue;
          const error = await thrown(() => (value ?? set).call(other, {}));
          assert(error instanceof TypeError, `${member} on ${other}: ${error}`);
        }
      }
    });
  },

  'a controller of a native stream works while installed, and after'() {
    const listen = (stream) => {
      const log = [];
      stream.onremovetrack = ({ track }) => log.push(track.kind);
      return log;
    };
    const stream = () => document.createElement('canvas').captureStream();
    const use = () => {
      const native = stream();
      const log = listen(native);
      StreamController.of(native).setTracks([]);
      equal(log, ['video']);
    };
    const installation = install(window);
    use();
    installation.uninstall();
    use();
  },

  async 'the host\'s tracks have a contentHint, which clones keep and other values leave alone'() {
    await installed(async () => {
      const [track] = document.createElement('canvas').captureStream().getTracks();
      equal(track.contentHint, '');
      track.contentHint = 'detail';
      for (const ignored of ['speech', 'nonsense', null, 5]) track.contentHint = ignored;
      equal(track.contentHint, 'detail');
      const clone = track.clone();
      const [inStream] = new MediaStream([track]).clone().getTracks();
      equal([clone.contentHint, inStream.contentHint, clone.readyState], ['detail', 'detail', 'live']);
      clone.contentHint = '';
      equal(track.contentHint, 'detail');
      assert(inStream !== track && inStream.id !== track.id, 'a clone is another track');
    });
  },

  async 'two copies of the package fire once'() {
    if (!('RTCPeerConnection' in window)) return;
    const copy = await import('../../../pkg/index.js?copy');
    const installations = [install(window), copy.install(window)];
    try {
      const call = new Call();
      await call.send('video');
      const log = call.record();
      await call.stopTransceivers();
      equal(log.filter((line) => line === 'removetrack video').length, 1, log.join());
      call.close();
    } finally {
      for (const installation of installations.reverse()) installation.uninstall();
    }
  },

  async 'installed in the middle of a call, it knows the streams that were there'() {
    if (!('RTCPeerConnection' in window)) return;
    const call = new Call();
    await call.send('video');
    await installed(async () => {
      const log = call.record();
      await call.stopTransceivers();
      equal(log.filter((line) => line === 'removetrack video').length, 1, log.join());
      equal(call.stream.getTracks().length, 0, 'tracks left');
    });
    call.close();
  },

  async 'a description that is refused is refused as before, and nothing is fired'() {
    if (!('RTCPeerConnection' in window)) return;
    const refuse = async (call) => {
      const error = await thrown(() => call.receiver.setRemoteDescription({ type: 'answer', sdp: 'v=0' }));
      return [error.name, error instanceof DOMException];
    };
    const call = new Call();
    const before = await refuse(call);
    await installed(async () => {
      await call.send('video');
      const log = call.record();
      equal(await refuse(call), before);
      equal(log, []);
      equal(call.stream.getTracks().length, 1);
    });
    call.close();
  },

  async 'callbacks are called after the events, and what they throw is reported'() {
    if (!('RTCPeerConnection' in window)) return;
    await installed(async () => {
      const call = new Call();
      await call.send('video');
      const log = call.record();
      const [transceiver] = call.sender.getTransceivers();
      transceiver.direction = 'inactive';
      await call.sender.setLocalDescription();
      await new Promise((resolve, reject) => {
        const returned = call.receiver.setRemoteDescription(
          call.sender.localDescription,
          (value) => {
            log.push(`called with ${value}`);
            resolve();
          },
          reject,
        );
        assert(returned instanceof Promise, 'it returns a promise');
      });
      equal(log, ['mute video', 'removetrack video', 'called with undefined']);
      const refused = await new Promise((resolve) => {
        call.receiver.setRemoteDescription({ type: 'answer', sdp: 'v=0' }, () => resolve('called'), ({ name }) => resolve(name));
      });
      assert(refused !== 'called', 'the wrong callback');
      call.close();
    });
  },

  async 'a listener that throws or closes the connection breaks nothing'() {
    if (!('RTCPeerConnection' in window)) return;
    await installed(async () => {
      const reported = [];
      const report = (event) => {
        event.preventDefault();
        reported.push(event.error.message);
      };
      addEventListener('error', report);
      const call = new Call();
      await call.send('video');
      const log = call.record();
      call.stream.addEventListener('removetrack', () => {
        throw new Error('mine');
      });
      call.stream.addEventListener('removetrack', () => call.receiver.close());
      call.stream.addEventListener('removetrack', () => log.push('last'));
      // A description that is being set when its connection closes is never set.
      const negotiated = call.stopTransceivers().catch((error) => equal(error.name, 'InvalidStateError'));
      await Promise.race([negotiated, new Promise((resolve) => setTimeout(resolve, 1000))]);
      equal([log.filter((line) => line === 'removetrack video').length, log.includes('last')], [1, true], log.join());
      equal(reported, ['mine']);
      removeEventListener('error', report);
      call.close();
    });
  },

  'a frozen interface is a TypeError, and nothing is half done'() {
    const before = picture();
    const host = Object.create(window, {
      EventTarget: { value: EventTarget },
      Event: { value: Event },
      DOMException: { value: DOMException },
      MediaStream: { value: undefined, configurable: false },
      OverconstrainedError: { value: undefined, configurable: false },
    });
    let error;
    try {
      install(host);
    } catch (caught) {
      error = caught;
    }
    assert(error instanceof TypeError, `${error}`);
    samePicture(before, picture(), 'afterwards');
  },
};
