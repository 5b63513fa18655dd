import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createContext, runInContext } from 'node:vm';
import { JSDOM } from 'jsdom';
import * as polyfill from '#package';
import { createRealm, install, TrackSource } from '#package';
import { throwsTypeError } from './harness.mjs';

const interfaces = ['MediaStream', 'MediaStreamTrack', 'MediaStreamTrackEvent', 'OverconstrainedError'];
const newHost = () => ({ EventTarget, Event, DOMException });

/** Every kind of host: how to make one, and what to install into. */
const hosts = {
  'a plain object': newHost,
  'a plain object without EventTarget': () => ({}),
  'globalThis': () => globalThis,
  'a vm context': () => createContext(newHost()),
  'the global object of a vm context': () => runInContext('globalThis', createContext(newHost())),
  'a jsdom window': () => new JSDOM('', { runScripts: 'outside-only' }).window,
};

for (const [what, makeHost] of Object.entries(hosts)) {
  test(`install gives ${what} the interfaces, as Web IDL defines them on a global`, () => {
    const host = makeHost();
    const before = Reflect.ownKeys(host);
    const installation = install(host);
    assert.deepEqual(installation.provided, interfaces);
    assert.deepEqual(installation.repaired, []);
    for (const name of interfaces) {
      const { value, ...flags } = Object.getOwnPropertyDescriptor(host, name);
      assert.deepEqual(flags, { writable: true, enumerable: false, configurable: true }, name);
      assert.equal(value.name, name);
    }
    const added = Reflect.ownKeys(host).filter((key) => !before.includes(key));
    assert.deepEqual(added.sort(), [...interfaces].sort());
    const stream = new host.MediaStream([new TrackSource('audio').createTrack()]);
    assert.equal(stream.active, true);
    installation.uninstall();
    assert.deepEqual(Reflect.ownKeys(host), before);
  });
}

test('into globalThis it installs the package\'s own exports', () => {
  const installation = install(globalThis);
  try {
    for (const name of interfaces) assert.equal(globalThis[name], polyfill[name]);
  } finally {
    installation.uninstall();
  }
});

test('into a window it installs the classes of its realm, which script there sees', () => {
  const { window } = new JSDOM('', { runScripts: 'outside-only' });
  install(window);
  for (const name of interfaces) assert.equal(window[name], createRealm(window)[name]);
  assert.equal(window.eval('new MediaStream() instanceof EventTarget && new MediaStream().getTracks().length'), 0);
  assert.equal(window.eval('typeof MediaStreamTrack + Object.keys(window).includes("MediaStream")'), 'functionfalse');
});

test('what the host has is left alone', () => {
  class MediaStream extends EventTarget {}
  class MediaStreamTrack extends EventTarget {}
  class MediaStreamTrackEvent extends Event {}
  const host = { ...newHost(), MediaStream, MediaStreamTrack, MediaStreamTrackEvent };
  const before = Object.getOwnPropertyDescriptors(host);
  const prototypes = [MediaStream, MediaStreamTrack].map(({ prototype }) => Object.getOwnPropertyDescriptors(prototype));
  const installation = install(host);
  assert.deepEqual(installation.provided, ['OverconstrainedError']);
  assert.equal(host.MediaStream, MediaStream);
  installation.uninstall();
  assert.deepEqual(Object.getOwnPropertyDescriptors(host), before);
  assert.deepEqual([MediaStream, MediaStreamTrack].map(({ prototype }) => Object.getOwnPropertyDescriptors(prototype)), prototypes);
});

test('installed twice, the host is restored when both are uninstalled, in either order', () => {
  for (const firstFirst of [true, false]) {
    const host = newHost();
    const first = install(host);
    const { MediaStream } = host;
    const second = install(host);
    assert.equal(host.MediaStream, MediaStream);
    (firstFirst ? first : second).uninstall();
    assert.equal(host.MediaStream, MediaStream);
    (firstFirst ? second : first).uninstall();
    assert.deepEqual(Reflect.ownKeys(host), Reflect.ownKeys(newHost()));
  }
});

test('uninstall twice counts once', () => {
  const host = newHost();
  const [first, second] = [install(host), install(host)];
  assert.equal(first.uninstall(), undefined);
  first.uninstall();
  assert.ok('MediaStream' in host);
  second.uninstall();
  second.uninstall();
  assert.ok(!('MediaStream' in host));
});

test('it can be installed again after it was uninstalled, with the same classes', () => {
  const host = newHost();
  const installation = install(host);
  const { MediaStream } = host;
  installation.uninstall();
  const again = install(host);
  assert.equal(host.MediaStream, MediaStream);
  again.uninstall();
  assert.ok(!('MediaStream' in host));
});

test('uninstall leaves what the page has put in the place since', () => {
  const host = newHost();
  const installation = install(host);
  const mine = class MediaStream {};
  host.MediaStream = mine;
  installation.uninstall();
  assert.equal(host.MediaStream, mine);
  assert.ok(!('MediaStreamTrack' in host));
});

test('a property that was there and undefined is put back as it was', () => {
  const host = newHost();
  Object.defineProperty(host, 'MediaStream', { value: undefined, writable: true, enumerable: true, configurable: true });
  const before = Object.getOwnPropertyDescriptor(host, 'MediaStream');
  const installation = install(host);
  assert.equal(typeof host.MediaStream, 'function');
  installation.uninstall();
  assert.deepEqual(Object.getOwnPropertyDescriptor(host, 'MediaStream'), before);
});

test('a host without MediaStream is given all of its interfaces, as workers are that have a MediaStreamTrack of their own', () => {
  const host = { ...newHost(), MediaStreamTrack: class MediaStreamTrack extends EventTarget {} };
  const { MediaStreamTrack } = host;
  const installation = install(host);
  assert.deepEqual([installation.provided, installation.repaired], [interfaces, []]);
  assert.notEqual(host.MediaStreamTrack, MediaStreamTrack);
  installation.uninstall();
  assert.equal(host.MediaStreamTrack, MediaStreamTrack);
});

test('streams outlive the installation', () => {
  const host = newHost();
  const installation = install(host);
  const source = new TrackSource('video');
  const stream = new host.MediaStream([source.createTrack()]);
  installation.uninstall();
  let ended = 0;
  stream.getTracks()[0].onended = () => ended++;
  source.end();
  assert.deepEqual([ended, stream.active], [1, false]);
});

test('ended of MediaStream is there with legacy only, and gone with the installation', () => {
  const host = newHost();
  const source = new TrackSource('video');
  install(host);
  const stream = new host.MediaStream([source.createTrack()]);
  assert.ok(!('ended' in stream));
  install(host, { legacy: false });
  install(host, {});
  assert.ok(!('ended' in stream));
  const installation = install(host, { legacy: true });
  const { get, set, enumerable, configurable } = Object.getOwnPropertyDescriptor(host.MediaStream.prototype, 'ended');
  assert.deepEqual([typeof get, set, enumerable, configurable], ['function', undefined, true, true]);
  assert.equal(stream.ended, false);
  source.end();
  assert.equal(stream.ended, true);
  assert.equal(new host.MediaStream().ended, true);
  throwsTypeError(() => host.MediaStream.prototype.ended);
  throwsTypeError(() => get.call({}));
  assert.ok(installation.provided.includes('MediaStream.ended'));
});

test('the legacy ended goes with the installation that asked for it', () => {
  const { window } = new JSDOM('');
  const outer = install(window);
  const { prototype } = window.MediaStream;
  const inner = install(window, { legacy: true });
  assert.ok('ended' in prototype && outer.provided.includes('MediaStream.ended'));
  inner.uninstall();
  assert.ok(!('ended' in prototype) && !outer.provided.includes('MediaStream.ended'));
  outer.uninstall();
});

test('the legacy ended is there until the last that asked for it is gone, in whichever order they go', () => {
  for (const order of [[0, 1], [1, 0]]) {
    const { window } = new JSDOM('');
    const installations = [install(window, { legacy: true }), install(window, { legacy: true })];
    const { prototype } = window.MediaStream;
    installations[order[0]].uninstall();
    assert.equal(new window.MediaStream().ended, true);
    installations[order[1]].uninstall();
    assert.ok(!('ended' in prototype));
  }
});

test("what a host has by the name of the legacy ended is its own", () => {
  const host = newHost();
  install(host);
  Object.defineProperty(host.MediaStream.prototype, 'ended', { value: 'own', configurable: true });
  const installation = install(host, { legacy: true });
  assert.equal(new host.MediaStream().ended, 'own');
  installation.uninstall();
  assert.equal(new host.MediaStream().ended, 'own');
});

test('a host that is no object, or can\'t be written to, is a TypeError, and nothing is half done', () => {
  for (const host of [undefined, null, 5, 'globalThis', Symbol('host')]) throwsTypeError(() => install(host));
  throwsTypeError(() => install(Object.freeze(newHost())));
  throwsTypeError(() => install(newHost(), 5));
  const halfClosed = newHost();
  Object.defineProperty(halfClosed, 'OverconstrainedError', { value: undefined, configurable: false });
  const before = Reflect.ownKeys(halfClosed);
  throwsTypeError(() => install(halfClosed));
  assert.deepEqual(Reflect.ownKeys(halfClosed), before);
});

test('a module namespace can\'t be written to: the error says how to install into a copy', async () => {
  const namespace = await import('node:events');
  assert.throws(() => install(namespace), (error) => error instanceof TypeError && error.message.includes('{ ...'));
  const installation = install({ ...namespace });
  assert.deepEqual(installation.provided, interfaces);
});

test('an installation is a report that nobody can falsify', () => {
  const host = newHost();
  const installation = install(host);
  try { installation.provided.push('x'); } catch { /* Frozen is as good as copied. */ }
  assert.throws(() => { installation.provided = []; }, TypeError);
  assert.deepEqual(installation.provided, interfaces);
  assert.deepEqual(install(host).provided, interfaces);
});
