// What pages load besides, and what that replaces: Promise, EventTarget's methods, RTCPeerConnection. Before the package or after
// it, what is heard is the same, in the same order.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { test } from 'node:test';

/** Each is the body of an async function that replaces something, in a stack too, where there is one. */
const REPLACED = {
  'zone.js': `await import('zone.js');`,
  bluebird: `globalThis.Promise = (await import('bluebird')).default;`,
  "core-js's Promise": `
    const require = createRequire(process.cwd() + '/');
    require('core-js/configurator')({ usePolyfill: ['Promise'] });
    require('core-js/actual/promise');`,
  'what records each listener': `
    const { addEventListener, removeEventListener } = EventTarget.prototype;
    const recorders = new WeakMap();
    EventTarget.prototype.addEventListener = function (type, callback, ...rest) {
      const recorder = typeof callback === 'function' ? function () { return callback.apply(this, arguments); } : callback;
      if (typeof callback === 'function') recorders.set(callback, recorder);
      return addEventListener.call(this, type, recorder, ...rest);
    };
    EventTarget.prototype.removeEventListener = function (type, callback, ...rest) {
      return removeEventListener.call(this, type, recorders.get(callback) ?? callback, ...rest);
    };`,
  'what counts connections': `
    if (stack !== undefined) {
      const Own = stack.RTCPeerConnection;
      stack.RTCPeerConnection = function () { return new Own(...arguments); };
      stack.RTCPeerConnection.prototype = Own.prototype;
    }`,
};

/** A script's beginning: a stack, and what makes a track of it. */
const withStack = (name) => `
  import { createRequire } from 'node:module';
  const stacks = {
    wrtc: async () => createRequire(process.cwd() + '/')('@roamhq/wrtc'),
    werift: async () => ({ ...(await import('werift')) }),
  };
  const tracks = {
    wrtc: ({ nonstandard }) => new nonstandard.RTCVideoSource().createTrack(),
    werift: ({ MediaStreamTrack }) => new MediaStreamTrack({ kind: 'video' }),
  };
  const stack = await stacks.${name}();
  const createTrack = () => tracks.${name}(stack);`;

/** What a script prints. */
function output(script) {
  const options = { cwd: new URL('../..', import.meta.url), timeout: 60_000, encoding: 'utf8' };
  return execFileSync(process.execPath, ['--input-type=module', '--eval', script], options);
}

/** A track is received, and taken away: what is heard of it. */
const script = (name, body, order) => `${withStack(name)}
  const replace = async (stack) => {${body}};
  if ('${order}' === 'before') await replace(stack);
  const { install } = await import('#node');
  install(stack);
  if ('${order}' === 'after') await replace(stack);
  const [ours, remote] = [new stack.RTCPeerConnection(), new stack.RTCPeerConnection()];
  const log = [];
  ours.ontrack = ({ streams: [stream] }) => {
    log.push('track');
    stream.addEventListener('removetrack', () => log.push('listener'));
    stream.onremovetrack = () => log.push('handler');
    const removed = () => log.push('removed');
    stream.addEventListener('removetrack', removed);
    stream.removeEventListener('removetrack', removed);
  };
  const sender = remote.addTrack(createTrack(), new stack.MediaStream());
  for (const step of ['offered', 'removed']) {
    const offer = await remote.createOffer();
    await remote.setLocalDescription(offer);
    await ours.setRemoteDescription(offer).then(() => log.push(step));
    const answer = await ours.createAnswer();
    await ours.setLocalDescription(answer);
    await remote.setRemoteDescription(answer);
    remote.removeTrack(sender);
  }
  console.log(log.join());
  process.exit();`;

for (const [what, body] of Object.entries(REPLACED)) {
  for (const order of ['before', 'after']) {
    for (const name of ['wrtc', 'werift']) {
      test(`with ${what} ${order} the package, ${name} is heard in its order`, () => {
        assert.equal(output(script(name, body, order)), 'track,offered,listener,handler,removed\n');
      });
    }
  }
}

/** In which zones a page's listeners run. */
const zones = (name, order) => `${withStack(name)}
  const track = createTrack();
  if ('${order}' === 'before') await import('zone.js');
  const { install, StreamController } = await import('#node');
  install(stack);
  if ('${order}' === 'after') await import('zone.js');
  const stream = new stack.MediaStream();
  const found = [];
  const note = ({ type, target }) => found.push(type, target === stream, Zone.current.name);
  Zone.current.fork({ name: 'page' }).run(() => {
    stream.addEventListener('addtrack', note, { once: true });
    const removed = { handleEvent: note };
    stream.addEventListener('removetrack', removed);
    stream.removeEventListener('removetrack', removed);
  });
  const controller = StreamController.of(stream);
  for (let i = 0; i < 2; i++) {
    controller.addTrack(track);
    controller.removeTrack(track);
  }
  console.log(found.join());
  process.exit();`;

for (const order of ['before', 'after']) {
  for (const name of ['wrtc', 'werift']) {
    test(`with zone.js loaded ${order} the package, listeners at streams of ${name} run in the zone in which they were added`, () => {
      assert.equal(output(zones(name, order)), 'addtrack,true,page\n');
    });
  }
}
