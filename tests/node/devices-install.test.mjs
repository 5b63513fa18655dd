// install(host, { devices }): virtual devices at navigator.mediaDevices.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Window } from 'happy-dom';
import { JSDOM } from 'jsdom';
import { createRealm, install } from '#package';
import { createDevicesRealm, MediaDevices, VirtualDevices } from '#devices';
import { throwsTypeError } from './harness.mjs';

const interfaces = ['MediaDevices', 'MediaDeviceInfo', 'InputDeviceInfo', 'DeviceChangeEvent'];
const streamInterfaces = ['MediaStream', 'MediaStreamTrack', 'MediaStreamTrackEvent', 'OverconstrainedError'];
const newHost = () => ({ EventTarget, Event, DOMException });

/** A host that has what a browser has, as far as it goes. */
function browserLikeHost() {
  class MediaDevices extends EventTarget {
    async getDisplayMedia() {
      if (this !== host.native) throw new TypeError('Illegal invocation');
      return 'the screen';
    }
    get preferred() {
      return this === host.native;
    }
  }
  class PermissionStatus extends EventTarget {
    #name;
    constructor(name) {
      super();
      this.#name = name;
    }
    get name() {
      return this.#name;
    }
    get state() {
      return this.#name && 'prompt';
    }
  }
  class Permissions {
    async query({ name }) {
      return new PermissionStatus(`${name}`);
    }
  }
  class Navigator {
    get mediaDevices() {
      return this === host.navigator ? host.native : assert.fail();
    }
  }
  Object.defineProperty(Navigator.prototype, 'mediaDevices', { enumerable: true });
  Navigator.prototype.permissions = new Permissions();
  const host = { ...newHost(), Navigator, MediaDevices, Permissions, PermissionStatus, navigator: new Navigator(), native: new MediaDevices() };
  return host;
}

test('a host without a navigator has one, with mediaDevices, until it is uninstalled', async () => {
  const host = newHost();
  const devices = new VirtualDevices({ window: host });
  devices.connect({ kind: 'videoinput' });
  const installation = install(host, { devices });
  assert.deepEqual(installation.provided, [...streamInterfaces, ...interfaces, 'navigator', 'Navigator.mediaDevices']);
  assert.deepEqual(installation.repaired, []);
  assert.equal(host.navigator.mediaDevices, devices.mediaDevices);
  assert.equal((await host.navigator.mediaDevices.getUserMedia({ video: true })) instanceof host.MediaStream, true);
  installation.uninstall();
  assert.deepEqual(Reflect.ownKeys(host), Reflect.ownKeys(newHost()));
});

test('into globalThis it installs the exports of mediastream-polyfill/devices', () => {
  const before = Object.getOwnPropertyDescriptor(globalThis, 'navigator');
  const devices = new VirtualDevices();
  const installation = install(globalThis, { devices });
  try {
    assert.equal(globalThis.MediaDevices, MediaDevices);
    assert.equal(navigator.mediaDevices, devices.mediaDevices);
    assert.ok(navigator.mediaDevices instanceof globalThis.MediaDevices);
  } finally {
    installation.uninstall();
  }
  assert.deepEqual(Object.getOwnPropertyDescriptor(globalThis, 'navigator'), before);
  assert.ok(!('MediaDevices' in globalThis));
});

test('in a window mediaDevices is an attribute of its Navigator, as Web IDL defines it', () => {
  const { window } = new JSDOM('', { runScripts: 'outside-only' });
  const before = Reflect.ownKeys(window.Navigator.prototype);
  const devices = new VirtualDevices({ window });
  const installation = install(window, { devices });
  const { get, set, enumerable, configurable } = Object.getOwnPropertyDescriptor(window.Navigator.prototype, 'mediaDevices');
  assert.deepEqual([get.name, get.length, set, enumerable, configurable], ['get mediaDevices', 0, undefined, true, true]);
  throwsTypeError(() => window.Navigator.prototype.mediaDevices, 'Illegal invocation');
  assert.equal(window.eval('navigator.mediaDevices instanceof MediaDevices'), true);
  for (const name of interfaces) {
    const { value, ...flags } = Object.getOwnPropertyDescriptor(window, name);
    assert.equal(value, createDevicesRealm(window)[name]);
    assert.deepEqual(flags, { writable: true, enumerable: false, configurable: true });
  }
  assert.equal(window.MediaStream, createRealm(window).MediaStream);
  installation.uninstall();
  assert.deepEqual(Reflect.ownKeys(window.Navigator.prototype), before);
  assert.equal(window.navigator.mediaDevices, undefined);
  assert.equal(window.MediaDevices, undefined);
});

test("a host's own mediaDevices give way, which is reported as repaired, and come back", () => {
  const host = browserLikeHost();
  const { native, MediaDevices: nativeInterface } = host;
  const before = Object.getOwnPropertyDescriptor(host.Navigator.prototype, 'mediaDevices');
  const devices = new VirtualDevices();
  const installation = install(host, { devices });
  assert.equal(host.navigator.mediaDevices, devices.mediaDevices);
  assert.ok(host.navigator.mediaDevices instanceof host.MediaDevices);
  const repaired = ['MediaDevices', 'Navigator.mediaDevices', 'Permissions.query', 'PermissionStatus.state'];
  assert.deepEqual(installation.repaired, repaired);
  assert.ok(!installation.provided.includes('MediaDevices') && installation.provided.includes('DeviceChangeEvent'));
  const inner = install(host, { devices: new VirtualDevices() });
  assert.deepEqual(inner.repaired, repaired, 'also by a second installation');
  inner.uninstall();
  installation.uninstall();
  assert.equal(host.MediaDevices, nativeInterface);
  assert.equal(host.navigator.mediaDevices, native);
  assert.deepEqual(Object.getOwnPropertyDescriptor(host.Navigator.prototype, 'mediaDevices'), before);
});

test('mediaDevices that a test has put on a navigator itself give way too', () => {
  const host = browserLikeHost();
  const mock = {};
  Object.defineProperty(host.navigator, 'mediaDevices', { value: mock, configurable: true, writable: true });
  const devices = new VirtualDevices();
  const installation = install(host, { devices });
  assert.equal(host.navigator.mediaDevices, devices.mediaDevices);
  installation.uninstall();
  assert.equal(host.navigator.mediaDevices, mock);
});

test('installed over another, the last is there; the host is restored when all are uninstalled', () => {
  const host = newHost();
  const plain = install(host);
  const [first, second] = [new VirtualDevices(), new VirtualDevices()];
  const installations = [first, second].map((devices) => install(host, { devices }));
  assert.equal(host.navigator.mediaDevices, second.mediaDevices);
  assert.deepEqual(installations[1].provided.filter((name) => name === 'Navigator.mediaDevices'), ['Navigator.mediaDevices']);
  for (const installation of [plain, ...installations]) installation.uninstall();
  assert.deepEqual(Reflect.ownKeys(host), Reflect.ownKeys(newHost()));
});

test('what the page has put in the place since is left there', () => {
  const host = newHost();
  const installation = install(host, { devices: new VirtualDevices() });
  const mine = {};
  host.navigator = mine;
  installation.uninstall();
  assert.equal(host.navigator, mine);
});

test('devices that are none are a TypeError, and nothing is half done', () => {
  const message = "Failed to execute 'install': member 'devices' is not of type 'VirtualDevices'.";
  for (const devices of [null, 5, {}, [], new VirtualDevices().mediaDevices]) {
    const host = newHost();
    throwsTypeError(() => install(host, { devices }), message);
    assert.deepEqual(Reflect.ownKeys(host), Reflect.ownKeys(newHost()));
  }
  install({ ...newHost() }, { devices: undefined });
});

/** Hosts without and with a navigator of their own. */
const navigatorHosts = { 'a host without a navigator': newHost, 'a host with one': browserLikeHost };

for (const [what, makeHost] of Object.entries(navigatorHosts)) {
  test(`devices that a test has installed over others give way to them when it ends, in ${what}`, () => {
    const host = makeHost();
    const before = Reflect.ownKeys(host);
    const native = host.navigator?.mediaDevices;
    const [suite, each] = [new VirtualDevices(), new VirtualDevices()];
    const outer = install(host, { devices: suite });
    for (let n = 0; n < 2; n++) {
      const inner = install(host, { devices: each });
      assert.equal(host.navigator.mediaDevices, each.mediaDevices);
      inner.uninstall();
      assert.equal(host.navigator.mediaDevices, suite.mediaDevices);
    }
    const inner = install(host, { devices: each });
    outer.uninstall();
    assert.equal(host.navigator.mediaDevices, each.mediaDevices);
    assert.ok(host.DeviceChangeEvent !== undefined && inner.provided.includes('DeviceChangeEvent'));
    inner.uninstall();
    assert.deepEqual(Reflect.ownKeys(host), before);
    assert.equal(host.navigator?.mediaDevices, native);
  });
}

test('devices go with their installation, while the others stay', () => {
  const host = newHost();
  const plain = install(host);
  install(host, { devices: new VirtualDevices() }).uninstall();
  assert.equal(host.navigator, undefined);
  assert.deepEqual(plain.provided, streamInterfaces);
  assert.ok('MediaStream' in host);
  plain.uninstall();
});

test("windows that share their Navigator's prototype, as happy-dom's do, have each its own devices", () => {
  const [one, other, without] = [new Window(), new Window(), new Window()];
  const devices = [one, other].map((window) => new VirtualDevices({ window }));
  const installations = [one, other].map((window, i) => install(window, { devices: devices[i] }));
  const seen = () => [one, other, without].map(({ navigator }) => navigator.mediaDevices);
  assert.deepEqual(seen().map((each) => devices.findIndex(({ mediaDevices }) => mediaDevices === each)), [0, 1, -1]);
  assert.equal(without.navigator.mediaDevices, undefined);
  installations[0].uninstall();
  assert.deepEqual(seen().map((each) => devices.findIndex(({ mediaDevices }) => mediaDevices === each)), [-1, 1, -1]);
  installations[1].uninstall();
  assert.ok(!('mediaDevices' in one.navigator));
});

test("what is not virtual is the host's own, at whichever devices are installed over it, in whichever order they go", async () => {
  const host = browserLikeHost();
  const before = Reflect.ownKeys(MediaDevices.prototype);
  const installations = [0, 1].map(() => install(host, { devices: new VirtualDevices() }));
  const check = async () => {
    const { mediaDevices } = host.navigator;
    assert.equal(await mediaDevices.getDisplayMedia(), 'the screen');
    assert.equal(mediaDevices.preferred, true);
    await assert.rejects(() => mediaDevices.getDisplayMedia.call({}), TypeError, "its `this` is the host's to judge");
  };
  await check();
  installations[0].uninstall();
  await check();
  installations[1].uninstall();
  assert.deepEqual(Reflect.ownKeys(MediaDevices.prototype), before);
});

test('a plain object that a test has in the place of mediaDevices goes on doing what is not virtual', () => {
  const host = { ...newHost(), navigator: { mediaDevices: { __proto__: null, getDisplayMedia: (...args) => args, getUserMedia: assert.fail } } };
  const installation = install(host, { devices: new VirtualDevices() });
  const { mediaDevices } = host.navigator;
  assert.deepEqual(mediaDevices.getDisplayMedia(1, 2), [1, 2]);
  assert.notEqual(mediaDevices.getUserMedia, assert.fail);
  assert.equal(mediaDevices.hasOwnProperty, Object.prototype.hasOwnProperty);
  installation.uninstall();
  assert.equal(mediaDevices.getDisplayMedia, undefined);
});

test("a PermissionStatus of the host's tells the devices' permission of cameras and microphones, and of nothing else", async () => {
  const host = browserLikeHost();
  const query = (name) => host.navigator.permissions.query({ name });
  const early = await query('camera');
  const [outer, inner] = [new VirtualDevices(), new VirtualDevices()];
  const installation = install(host, { devices: outer });
  const names = ['camera', 'microphone', 'geolocation'];
  const statuses = await Promise.all(names.map(query));
  const log = [];
  for (const status of statuses) status.addEventListener('change', ({ type }) => log.push(`${type} ${status.name} ${status.state}`));
  const states = () => [early, ...statuses].map(({ state }) => state);
  assert.deepEqual(states(), ['granted', 'granted', 'granted', 'prompt']);
  outer.permission = 'denied';
  outer.permission = 'denied';
  assert.deepEqual(log.splice(0), ['change camera denied', 'change microphone denied']);
  outer.permission = async () => 'granted';
  assert.deepEqual(log.splice(0), ['change camera prompt', 'change microphone prompt']);

  const over = install(host, { devices: inner });
  assert.deepEqual(states(), ['granted', 'granted', 'granted', 'prompt']);
  outer.permission = 'denied';
  assert.deepEqual(log, [], 'the other devices are there');
  over.uninstall();
  assert.deepEqual(states(), ['denied', 'denied', 'denied', 'prompt']);

  installation.uninstall();
  outer.permission = 'granted';
  assert.deepEqual(log, []);
  assert.deepEqual(states(), ['prompt', 'prompt', 'prompt', 'prompt']);
});

test('what the host says of a permission that it does not know is what the page hears', async () => {
  const host = browserLikeHost();
  const installation = install(host, { devices: new VirtualDevices() });
  await assert.rejects(host.navigator.permissions.query(null), TypeError);
  assert.throws(() => Reflect.get(host.PermissionStatus.prototype, 'state', {}), TypeError);
  installation.uninstall();
});

test("in happy-dom the state of a PermissionStatus, which is its own, is the devices', and change is fired", async () => {
  const window = new Window();
  const other = new Window();
  const devices = new VirtualDevices({ window });
  const { permissions } = window.navigator;
  const before = await permissions.query({ name: 'microphone' });
  const installation = install(window, { devices });
  devices.permission = 'denied';
  const [camera, microphone, place] = await Promise.all(['camera', 'microphone', 'geolocation'].map((name) => permissions.query({ name })));
  const states = () => [camera, microphone, place].map(({ state }) => state);
  assert.deepEqual([before === microphone, ...states()], [true, 'denied', 'denied', 'granted']);
  const log = [];
  for (const status of [camera, await permissions.query({ name: 'camera' }), place]) {
    status.onchange = ({ type }) => log.push(`${type} ${status.state}`);
  }
  devices.permission = 'granted';
  devices.permission = () => 'denied';
  assert.deepEqual(log.splice(0), ['change granted', 'change prompt']);
  assert.equal((await other.navigator.permissions.query({ name: 'camera' })).state, 'granted', "another window's are its own");
  // What is asked for when it is over is not told.
  const late = permissions.query({ name: 'microphone' });
  installation.uninstall();
  assert.deepEqual([...states(), (await late).state], ['granted', 'granted', 'granted', 'granted']);
  devices.permission = 'denied';
  assert.deepEqual(log, []);
});
