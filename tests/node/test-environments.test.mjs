// jsdom and happy-dom, whose elements know nothing of streams, and whose streams are none.
import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { test } from 'node:test';
import { Window } from 'happy-dom';
import { Window as Window20 } from 'happy-dom-20';
import { JSDOM, VirtualConsole } from 'jsdom';

const require = createRequire(import.meta.url);
// What Node runs: the package for browsers has none of this.
const { createRealm, install, TrackSource } = require('../../pkg/index.cjs');
const { VirtualDevices } = require('../../pkg/devices.cjs');

/** What jsdom says that it doesn't implement. */
const unimplemented = [];

const environments = {
  jsdom() {
    const virtualConsole = new VirtualConsole();
    virtualConsole.on('jsdomError', ({ message }) => unimplemented.push(message));
    return new JSDOM('', { virtualConsole }).window;
  },
  'happy-dom': () => new Window(),
  'happy-dom 20': () => new Window20(),
};

/** A window with the package installed, and a video in it. */
function installed(environment) {
  const window = environments[environment]();
  const installation = install(window);
  return { window, installation, realm: createRealm(window), video: window.document.createElement('video') };
}

test('it says what it gives to jsdom, and what it repairs there', () => {
  const { installation } = installed('jsdom');
  assert.deepEqual(installation.provided, [
    'MediaStream',
    'MediaStreamTrack',
    'MediaStreamTrackEvent',
    'OverconstrainedError',
    'HTMLMediaElement.srcObject',
  ]);
  assert.deepEqual(installation.repaired, ['HTMLMediaElement.play', 'HTMLMediaElement.pause', 'HTMLMediaElement.load']);
});

const happyDoms = Object.keys(environments).filter((environment) => environment.startsWith('happy-dom'));
for (const environment of happyDoms) {
  test(`it says what it gives to ${environment}, and what it repairs there`, () => {
    const { installation } = installed(environment);
    assert.deepEqual(installation.provided, ['MediaStreamTrackEvent']);
    assert.deepEqual(installation.repaired, [
      'MediaStream',
      'MediaStreamTrack',
      'OverconstrainedError',
      'HTMLMediaElement.srcObject',
      'HTMLMediaElement.captureStream',
      'HTMLCanvasElement.captureStream',
    ]);
  });
}

for (const environment of Object.keys(environments)) {
  test(`in ${environment}, MediaStream is the specification's`, () => {
    const { window, realm } = installed(environment);
    assert.equal(window.MediaStream, realm.MediaStream);
    const stream = new window.MediaStream();
    const track = new realm.TrackSource('video').createTrack();
    assert.ok(track instanceof window.MediaStreamTrack && track instanceof window.EventTarget);
    assert.equal(stream.active, false);
    let heard = 0;
    stream.onaddtrack = () => heard++;
    stream.addTrack(track);
    assert.deepEqual([heard, stream.active, stream.getTracks().length], [0, true, 1]);
    assert.equal(new window.OverconstrainedError('width').constraint, 'width');
  });

  test(`in ${environment}, what a listener throws is reported to the window, and every track ends`, () => {
    const { window, realm } = installed(environment);
    const log = [];
    window.addEventListener('error', (event) => log.push(event.error.message));
    const source = new realm.TrackSource('video');
    const tracks = [source.createTrack(), source.createTrack()];
    tracks[0].onended = () => {
      throw new Error('boom');
    };
    source.end();
    assert.deepEqual([...log, ...tracks.map(({ readyState }) => readyState)], ['boom', 'ended', 'ended']);
  });

  test(`in ${environment}, srcObject is an accessor that takes a MediaStream or null`, () => {
    const { window, video } = installed(environment);
    assert.ok('srcObject' in video);
    assert.equal(video.srcObject, null);
    const stream = new window.MediaStream();
    video.srcObject = stream;
    assert.equal(video.srcObject, stream);
    assert.equal(window.document.createElement('audio').srcObject, null);
    assert.equal(video.getAttribute('srcObject'), null);
    for (const value of [5, 'stream', {}, new EventTarget()]) {
      assert.throws(() => (video.srcObject = value), /TypeError|not of type/);
      assert.equal(video.srcObject, stream);
    }
    for (const nothing of [null, undefined]) {
      video.srcObject = nothing;
      assert.equal(video.srcObject, null);
      video.srcObject = stream;
    }
    // A stream of another window's is one.
    const other = new (createRealm(environments.jsdom()).MediaStream)();
    video.srcObject = other;
    assert.equal(video.srcObject, other);
    const illegal = { name: 'TypeError', message: 'Illegal invocation' };
    assert.throws(() => window.HTMLMediaElement.prototype.srcObject, illegal);
    assert.throws(() => Reflect.set(window.HTMLMediaElement.prototype, 'srcObject', null, {}), illegal);
  });

  test(`in ${environment}, play() gives a promise`, async () => {
    const { window, video } = installed(environment);
    video.srcObject = new window.MediaStream();
    const before = unimplemented.length;
    const promise = video.play();
    assert.equal(typeof promise.then, 'function');
    assert.equal(await promise, undefined);
    video.pause();
    video.load();
    // In this order players let go of an element.
    video.srcObject = null;
    video.pause();
    assert.deepEqual(unimplemented.slice(before), []);
    const withoutStream = window.document.createElement('video').play();
    assert.equal(typeof withoutStream.then, 'function');
    assert.equal(await withoutStream, undefined);
  });

  test(`in ${environment}, getUserMedia() gives what a video shows, and its failures are the window's`, async () => {
    const window = environments[environment]();
    const devices = new VirtualDevices({ window });
    devices.connect({ kind: 'videoinput', label: 'Camera' });
    install(window, { devices });
    const { mediaDevices } = window.navigator;
    const stream = await mediaDevices.getUserMedia({ video: true });
    assert.ok(stream instanceof window.MediaStream && mediaDevices instanceof window.MediaDevices);
    const video = window.document.createElement('video');
    video.srcObject = stream;
    assert.equal(video.srcObject.getVideoTracks()[0].label, 'Camera');
    const impossible = mediaDevices.getUserMedia({ video: { width: { min: 10_000 } } });
    await assert.rejects(impossible, (error) => error instanceof window.OverconstrainedError && error.constraint === 'width');
  });

  test(`in ${environment}, uninstall puts everything back`, () => {
    const window = environments[environment]();
    const objects = [window, window.HTMLMediaElement.prototype, window.HTMLCanvasElement.prototype];
    const picture = () => objects.map((object) => Object.getOwnPropertyDescriptors(object));
    const before = picture();
    const [first, second] = [install(window), install(window)];
    assert.notDeepEqual(Reflect.ownKeys(picture()[0]), Reflect.ownKeys(before[0]));
    first.uninstall();
    assert.ok('getTracks' in window.MediaStream.prototype);
    second.uninstall();
    picture().forEach((descriptors, i) => {
      assert.deepEqual(Reflect.ownKeys(descriptors), Reflect.ownKeys(before[i]));
      for (const key of Reflect.ownKeys(descriptors)) {
        for (const part of ['value', 'get', 'set']) assert.ok(Object.is(descriptors[key][part], before[i][key][part]), String(key));
      }
    });
  });
}

for (const environment of happyDoms) {
  test(`what captures elements in ${environment} gives streams that can tell their tracks`, () => {
    const { window, video, realm } = installed(environment);
    const canvas = window.document.createElement('canvas');
    canvas.width = 320;
    const [track] = canvas.captureStream().getTracks();
    assert.ok(track instanceof window.MediaStreamTrack);
    assert.deepEqual([track.kind, track.getSettings().width], ['video', 320]);
    assert.equal(video.captureStream().getTracks().length, 0);
    const source = new realm.TrackSource('audio', { label: 'Mic' });
    video.srcObject = new window.MediaStream([source.createTrack()]);
    assert.deepEqual([...video.captureStream().getTracks()].map(({ label }) => label), ['Mic']);
  });
}

test('two hosts that share elements, as a window and the global object that it is copied onto, leave them as they were', () => {
  const window = environments.jsdom();
  const { prototype } = window.HTMLMediaElement;
  const { play } = prototype;
  const copy = { ...['EventTarget', 'Event', 'DOMException', 'HTMLMediaElement'].reduce((all, key) => ({ ...all, [key]: window[key] }), {}) };
  const [first, second] = [install(window), install(copy)];
  const video = window.document.createElement('video');
  video.srcObject = new window.MediaStream();
  first.uninstall();
  assert.ok(video.srcObject instanceof createRealm(window).MediaStream);
  second.uninstall();
  assert.ok(!('srcObject' in prototype) && prototype.play === play);
});

test('a source without a window has tracks that elements take all the same', () => {
  const { window, video } = installed('jsdom');
  const stream = new window.MediaStream([new TrackSource('video').createTrack()]);
  video.srcObject = stream;
  assert.equal(video.srcObject.getTracks()[0].kind, 'video');
});
