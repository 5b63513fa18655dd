// https://html.spec.whatwg.org/multipage/webappapis.html#event-handler-attributes
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { MediaStreamTrackEvent, TrackSource } from '#package';
import { inProcess, streamOf, throwsTypeError, videoTrack } from './harness.mjs';

/** Every event handler attribute: a target, the attribute, and how to fire its event as the user agent. */
function attributes() {
  const source = new TrackSource('video');
  const track = source.createTrack();
  const { controller, stream } = streamOf('a');
  const other = videoTrack();
  return [
    [stream, 'onaddtrack', () => { controller.removeTrack(other); controller.addTrack(other); }],
    [stream, 'onremovetrack', () => { controller.addTrack(other); controller.removeTrack(other); }],
    [track, 'onmute', () => { source.unmute(); source.mute(); }],
    [track, 'onunmute', () => { source.mute(); source.unmute(); }],
    [track, 'onended', () => source.end()],
  ];
}

for (const [at, name] of ['onaddtrack', 'onremovetrack', 'onmute', 'onunmute', 'onended'].entries()) {
  const attribute = () => attributes()[at];

  test(`${name} is called with the event, with the target as this`, () => {
    const [target, , fire] = attribute();
    const calls = [];
    target[name] = function (...args) {
      calls.push([this === target, args.length, args[0].type, args[0].currentTarget === target]);
    };
    fire();
    assert.deepEqual(calls, [[true, 1, name.slice(2), true]]);
  });

  test(`${name} is null at first, then the object it was set to, and null for primitives`, () => {
    const [target] = attribute();
    assert.equal(target[name], null);
    for (const value of [() => {}, {}, [], new Date(), class {}, { handleEvent() {} }, new Proxy(() => {}, {})]) {
      target[name] = value;
      assert.equal(target[name], value);
      for (const primitive of [5, 'code()', true, Symbol('x'), 5n, undefined, null]) {
        target[name] = primitive;
        assert.equal(target[name], null);
        target[name] = value;
      }
    }
  });

  test(`${name} keeps its place among the listeners while it is replaced, and loses it with null`, () => {
    const [target, , fire] = attribute();
    const type = name.slice(2);
    const log = [];
    target.addEventListener(type, () => log.push(1));
    target[name] = () => log.push('old');
    target.addEventListener(type, () => log.push(2));
    target[name] = () => log.push('new');
    if (type !== 'ended') {
      fire();
      assert.deepEqual(log, [1, 'new', 2]);
    }
    log.length = 0;
    target[name] = null;
    target[name] = () => log.push('last');
    fire();
    assert.deepEqual(log, [1, 2, 'last']);
  });

  test(`${name} takes its place with the first object, also one that can't be called`, () => {
    const [target, , fire] = attribute();
    const log = [];
    target[name] = {};
    target.addEventListener(name.slice(2), () => log.push('listener'));
    target[name] = () => log.push('handler');
    fire();
    assert.deepEqual(log, ['handler', 'listener']);
  });

  test(`${name} that can't be called is ignored, its handleEvent too`, () => {
    const [target, , fire] = attribute();
    target[name] = { handleEvent() { assert.fail('called'); } };
    fire();
  });

  test(`${name} set to null is not called any more`, () => {
    const [target, , fire] = attribute();
    target[name] = () => assert.fail('called');
    target[name] = null;
    fire();
  });

  test(`${name}: return false cancels a cancelable event, and nothing else does`, () => {
    const [target] = attribute();
    const dispatch = (cancelable) => target.dispatchEvent(new Event(name.slice(2), { cancelable }));
    for (const [value, notCancelled] of [[false, false], [true, true], [0, true], [null, true], [undefined, true], ['', true]]) {
      target[name] = () => value;
      assert.equal(dispatch(true), notCancelled, String(value));
      assert.equal(dispatch(false), true);
    }
    target.addEventListener(name.slice(2), () => false);
    assert.equal(dispatch(true), true);
  });

  test(`${name} asks for an object of its interface`, () => {
    const [target] = attribute();
    const { get, set } = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(target), name);
    for (const other of [{}, null, undefined, new EventTarget(), Object.create(target), Object.getPrototypeOf(target)]) {
      throwsTypeError(() => get.call(other), 'Illegal invocation');
      throwsTypeError(() => set.call(other, () => {}), 'Illegal invocation');
    }
  });
}

test('the handlers of two targets are apart, also where they are the same function', () => {
  const [one, other] = [streamOf('a'), streamOf('b')];
  const targets = [];
  function handler() { targets.push(this); }
  one.stream.onremovetrack = other.stream.onremovetrack = handler;
  one.stream.addEventListener('removetrack', handler);
  other.controller.setTracks([]);
  one.controller.setTracks([]);
  assert.deepEqual(targets, [other.stream, one.stream, one.stream]);
});

test('a handler replaced while its event is dispatched, before its turn, is called in its new form', () => {
  const { controller, stream } = streamOf('a');
  const log = [];
  stream.addEventListener('removetrack', () => { stream.onremovetrack = () => log.push('new'); });
  stream.onremovetrack = () => log.push('old');
  controller.setTracks([]);
  assert.deepEqual(log, ['new']);
});

test('a handler set to null while its event is dispatched, before its turn, is not called', () => {
  const { controller, stream } = streamOf('a');
  stream.addEventListener('removetrack', () => { stream.onremovetrack = null; });
  stream.onremovetrack = () => assert.fail('called');
  controller.setTracks([]);
});

test('stopImmediatePropagation of a listener stops the handler after it', () => {
  const { controller, stream } = streamOf('a');
  stream.addEventListener('removetrack', (event) => event.stopImmediatePropagation());
  stream.onremovetrack = () => assert.fail('called');
  controller.setTracks([]);
});

test('a handler hears events that script dispatches, of any interface', () => {
  const { stream, tracks: [track] } = streamOf('a');
  const heard = [];
  stream.onaddtrack = (event) => heard.push(event.constructor.name);
  stream.dispatchEvent(new Event('addtrack'));
  stream.dispatchEvent(new MediaStreamTrackEvent('addtrack', { track }));
  assert.deepEqual(heard, ['Event', 'MediaStreamTrackEvent']);
});

test('removeEventListener can\'t remove a handler, since the listener is not it', () => {
  const { controller, stream } = streamOf('a');
  let called = 0;
  const handler = () => called++;
  stream.onremovetrack = handler;
  stream.removeEventListener('removetrack', handler);
  stream.removeEventListener('removetrack', stream.onremovetrack);
  controller.setTracks([]);
  assert.equal(called, 1);
});

test('a handler that throws is reported; the others run, and dispatchEvent returns', async () => {
  const log = await inProcess(async () => {
    const { MediaStream } = await import('mediastream-polyfill');
    const log = [];
    process.on('uncaughtException', (error) => log.push(error.message));
    const stream = new MediaStream();
    stream.onaddtrack = () => { throw new Error('mine'); };
    stream.addEventListener('addtrack', () => log.push('listener'));
    log.push(stream.dispatchEvent(new Event('addtrack', { cancelable: true })));
    await new Promise((resolve) => setTimeout(resolve, 20));
    return log;
  });
  assert.deepEqual(log, ['listener', true, 'mine']);
});

test('addEventListener is the host\'s in all but the observation', () => {
  const { controller, stream } = streamOf('a');
  const log = [];
  const listener = () => log.push('same');
  const abort = new AbortController();
  stream.addEventListener('removetrack', listener);
  stream.addEventListener('removetrack', () => log.push('capture'), true);
  stream.addEventListener('removetrack', () => log.push('aborted'), { signal: abort.signal });
  stream.addEventListener('removetrack', () => log.push('once'), { once: true });
  stream.addEventListener({ toString: () => 'removetrack' }, () => log.push('converted'));
  abort.abort();
  controller.setTracks([]);
  assert.deepEqual(log.sort(), ['capture', 'converted', 'once', 'same']);
  log.length = 0;
  controller.setTracks([videoTrack()]);
  stream.removeEventListener('removetrack', listener);
  controller.setTracks([]);
  assert.deepEqual(log.sort(), ['capture', 'converted']);
  assert.equal(stream.addEventListener('addtrack', null), undefined);
  throwsTypeError(() => stream.addEventListener());
  throwsTypeError(() => stream.addEventListener('addtrack', 5));
});
