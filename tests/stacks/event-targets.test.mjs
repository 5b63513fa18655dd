// The EventTarget side that install() gives to the objects of WebRTC stacks: DOM's, in place.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inProcess, throwsTypeError } from '../node/harness.mjs';
import { withStack } from './harness.mjs';

/** What has a real EventTarget behind it: how to make one. */
const TARGETS = {
  'a stream of wrtc’s': ['wrtc', ({ stack }) => new stack.MediaStream()],
  'a track of wrtc’s': ['wrtc', ({ host }) => host.createTrack('video')],
  'a stream of werift’s': ['werift', ({ stack }) => new stack.MediaStream()],
};

for (const [what, [name, create]] of Object.entries(TARGETS)) {
  /** @param {(target: any) => void} act */
  const on = (claim, act) =>
    test(`${what} ${claim}`, () =>
      withStack(name, async (installed) => {
        const target = create(installed);
        try {
          await act(target);
        } finally {
          target.stop?.();
        }
      }));

  on('is `this`, target and currentTarget for its listeners, and the whole path', (target) => {
    const event = new Event('x');
    let heard = false;
    target.addEventListener('x', function (given) {
      heard = true;
      assert.equal(this, target);
      assert.equal(given, event);
      assert.deepEqual([given.target, given.srcElement, given.currentTarget], [target, target, target]);
      assert.deepEqual(given.composedPath(), [target]);
    });
    assert.equal(target.dispatchEvent(event), true);
    assert.ok(heard);
    assert.deepEqual([event.target, event.currentTarget, event.composedPath()], [target, null, []]);
    assert.deepEqual(Object.keys(event).filter((key) => key !== 'isTrusted'), []);
  });

  on('dispatches synchronously, in the order of adding, to each callback once', (target) => {
    const log = [];
    const [first, second] = [() => log.push('first'), () => log.push('second')];
    target.addEventListener('x', first);
    target.addEventListener('x', second);
    target.addEventListener('x', first);
    target.dispatchEvent(new Event('x'));
    assert.deepEqual(log, ['first', 'second']);
    target.removeEventListener('x', first);
    target.dispatchEvent(new Event('x'));
    assert.deepEqual(log, ['first', 'second', 'second']);
  });

  on('knows once, signal and capture', (target) => {
    const log = [];
    const abort = new AbortController();
    const both = () => log.push('both');
    target.addEventListener('x', () => log.push('once'), { once: true });
    target.addEventListener('x', () => log.push('until it is aborted'), { signal: abort.signal });
    target.addEventListener('x', both, true);
    target.addEventListener('x', both);
    target.dispatchEvent(new Event('x'));
    abort.abort();
    target.removeEventListener('x', both);
    target.dispatchEvent(new Event('x'));
    assert.deepEqual(log.sort(), ['both', 'both', 'both', 'once', 'until it is aborted']);
  });

  on('calls handleEvent of an object, as it is then, on the object', (target) => {
    const log = [];
    const listener = { handleEvent: () => log.push('before') };
    target.addEventListener('x', listener);
    listener.handleEvent = function (event) {
      log.push([this === listener, event.type]);
    };
    target.dispatchEvent(new Event('x'));
    target.removeEventListener('x', listener);
    target.dispatchEvent(new Event('x'));
    assert.deepEqual(log, [[true, 'x']]);
  });

  on('heeds stopImmediatePropagation() and preventDefault()', (target) => {
    const log = [];
    target.addEventListener('x', (event) => {
      event.preventDefault();
      event.stopImmediatePropagation();
      log.push('first');
    });
    target.addEventListener('x', () => log.push('second'));
    assert.equal(target.dispatchEvent(new Event('x', { cancelable: true })), false);
    assert.deepEqual(log, ['first']);
  });

  on('takes no callback for none, and any type for its string', (target) => {
    const log = [];
    target.addEventListener('x', null);
    target.addEventListener({ toString: () => 'x' }, () => log.push('x'));
    target.dispatchEvent(new Event('x'));
    assert.deepEqual(log, ['x']);
  });

  on('refuses what EventTarget refuses', (target) => {
    throwsTypeError(() => target.addEventListener());
    throwsTypeError(() => target.addEventListener('x'));
    throwsTypeError(() => target.addEventListener('x', 5));
    for (const event of [undefined, null, 'x', { type: 'x' }]) throwsTypeError(() => target.dispatchEvent(event));
  });

  on('passes an event on to another target, which is its target then', (target) => {
    const other = new EventTarget();
    const event = new Event('x');
    target.dispatchEvent(event);
    const targets = [];
    other.addEventListener('x', () => targets.push(event.target, event.currentTarget));
    other.dispatchEvent(event);
    assert.deepEqual(targets, [other, other]);
  });
}

test('what listeners throw is reported, and the others run', async () => {
  const answer = await inProcess(async () => {
    const { createRequire } = await import('node:module');
    const { install, StreamController } = await import('mediastream-polyfill');
    const werift = createRequire(import.meta.url)('werift');
    const wrtc = createRequire(import.meta.url)('@roamhq/wrtc');
    const log = [];
    process.on('uncaughtException', ({ message }) => log.push(`reported: ${message}`));
    for (const stack of [{ ...werift }, wrtc]) {
      install(stack);
      const stream = new stack.MediaStream();
      stream.addEventListener('removetrack', () => { throw new Error('of a listener'); });
      stream.addEventListener('removetrack', { handleEvent: 5 });
      stream.onremovetrack = () => { throw new Error('of the attribute'); };
      stream.addEventListener('removetrack', () => log.push('heard'));
      const track = stack === wrtc ? new wrtc.nonstandard.RTCVideoSource().createTrack() : new stack.MediaStreamTrack({ kind: 'video' });
      stream.addTrack(track);
      StreamController.of(stream).setTracks([]);
      track.addEventListener('ended', () => { throw new Error('of a track’s'); });
      track.addEventListener('ended', () => log.push('ended'));
      track.dispatchEvent(new Event('ended'));
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    return log;
  });
  const ofOne = ['heard', 'ended', 'reported: of a listener', 'reported: callback.handleEvent is not a function',
    'reported: of the attribute', 'reported: of a track’s'];
  assert.deepEqual(answer.map((line) => line.replace(/: \S+\.handleEvent/, ': callback.handleEvent')), [...ofOne, ...ofOne]);
});

test('tracks of werift’s keep what EventEmitters can do', () =>
  withStack('werift', ({ stack }) => {
    const track = new stack.MediaStreamTrack({ kind: 'video' });
    const log = [];
    track.on('ended', ({ type }) => log.push(`on ${type}`));
    track.once('ended', () => log.push('once'));
    track.prependListener('ended', () => log.push('prepended'));
    track.on('mine', (...args) => log.push(args));
    assert.equal(track.emit('ended'), true);
    assert.equal(track.emit('ended'), true);
    assert.equal(track.emit('mute'), false);
    track.emit('mine', 1, 2);
    assert.deepEqual(log, ['prepended', 'on ended', 'once', 'prepended', 'on ended', [1, 2]]);
  }));
