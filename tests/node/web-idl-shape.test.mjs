// The shape of the interfaces, by hand: https://webidl.spec.whatwg.org/#js-interfaces
// (tests/idl checks the same with the browsers' own generated tests.)
import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as polyfill from '#package';
import { streamOf, videoTrack } from './harness.mjs';

const { MediaStreamTrackEvent, OverconstrainedError, TrackSource } = polyfill;

/** Whether the host's EventTarget calls what is at `on…` itself, as workerd's does: there, dispatchEvent() is ours. */
const callsHandlers = (() => {
  let called = false;
  const target = Object.assign(new EventTarget(), { onprobe: () => (called = true) });
  target.dispatchEvent(new Event('probe'));
  return called;
})();
const dispatching = callsHandlers ? { dispatchEvent: 1 } : {};

const operations = {
  MediaStream: {
    getAudioTracks: 0, getVideoTracks: 0, getTracks: 0, getTrackById: 1, addTrack: 1, removeTrack: 1, clone: 0,
    addEventListener: 2, ...dispatching,
  },
  MediaStreamTrack: {
    clone: 0, stop: 0, getCapabilities: 0, getConstraints: 0, getSettings: 0, applyConstraints: 0, addEventListener: 2,
    removeEventListener: 2, ...dispatching,
  },
  MediaStreamTrackEvent: {},
  OverconstrainedError: {},
  TrackSource: { createTrack: 0, setSettings: 1, mute: 0, unmute: 0, end: 0 },
  StreamController: { addTrack: 1, removeTrack: 1, setTracks: 1 },
};
const readOnly = {
  MediaStream: ['id', 'active'],
  MediaStreamTrack: ['kind', 'id', 'label', 'muted', 'readyState'],
  MediaStreamTrackEvent: ['track'],
  OverconstrainedError: ['constraint'],
  TrackSource: ['kind', 'label', 'muted', 'ended', 'inUse', 'observed'],
  StreamController: ['stream', 'observed'],
};
const writable = {
  MediaStream: ['onaddtrack', 'onremovetrack'],
  MediaStreamTrack: ['enabled', 'contentHint', 'onmute', 'onunmute', 'onended'],
};
const lengths = {
  MediaStream: 0, MediaStreamTrack: 0, MediaStreamTrackEvent: 2, OverconstrainedError: 1, TrackSource: 1, StreamController: 0,
};
const bases = {
  MediaStream: EventTarget, MediaStreamTrack: EventTarget, MediaStreamTrackEvent: Event, OverconstrainedError: DOMException,
  TrackSource: Function.prototype, StreamController: Function.prototype,
};

const describe = (object, key) => Object.getOwnPropertyDescriptor(object, key);

for (const name of Object.keys(lengths)) {
  const { [name]: constructor } = polyfill;
  const { prototype } = constructor;

  test(`${name} is an interface object: name, length, prototype and what it extends`, () => {
    const hidden = { writable: false, enumerable: false, configurable: true };
    assert.deepEqual(describe(constructor, 'name'), { value: name, ...hidden });
    assert.deepEqual(describe(constructor, 'length'), { value: lengths[name], ...hidden });
    assert.deepEqual(describe(constructor, 'prototype'), { value: prototype, ...hidden, configurable: false });
    assert.deepEqual(describe(prototype, 'constructor'), { value: constructor, ...hidden, writable: true });
    assert.deepEqual(describe(prototype, Symbol.toStringTag), { value: name, ...hidden });
    assert.equal(Object.getPrototypeOf(constructor), bases[name]);
    const above = bases[name] === Function.prototype ? Object.prototype : bases[name].prototype;
    assert.equal(Object.getPrototypeOf(prototype), above);
    assert.match(Function.prototype.toString.call(constructor), /^(class|function)/);
  });

  test(`${name}.prototype has the interface's members, enumerable, and no others`, () => {
    const expected = [...Object.keys(operations[name]), ...readOnly[name], ...(writable[name] ?? [])];
    assert.deepEqual(Reflect.ownKeys(prototype).filter((key) => !['constructor', Symbol.toStringTag].includes(key)).sort(), expected.sort());
    assert.deepEqual(Object.keys(prototype).sort(), expected.sort());
  });

  test(`${name}'s operations and attributes are functions of the right name and length`, () => {
    for (const [key, length] of Object.entries(operations[name])) {
      const { value, ...flags } = describe(prototype, key);
      assert.deepEqual(flags, { writable: true, enumerable: true, configurable: true }, key);
      assert.deepEqual([value.name, value.length], [key, length], key);
      assert.ok(!('prototype' in value), `${key} is no constructor`);
      assert.throws(() => new value(), TypeError);
    }
    for (const key of [...readOnly[name], ...(writable[name] ?? [])]) {
      const { get, set, enumerable, configurable } = describe(prototype, key);
      assert.deepEqual([enumerable, configurable], [true, true], key);
      assert.deepEqual([get.name, get.length], [`get ${key}`, 0], key);
      if (readOnly[name].includes(key)) assert.equal(set, undefined, key);
      else assert.deepEqual([set.name, set.length], [`set ${key}`, 1], key);
    }
  });

  test(`${name} has no static members but those of the interface`, () => {
    const statics = Reflect.ownKeys(constructor).filter((key) => !['name', 'length', 'prototype'].includes(key));
    assert.deepEqual(statics, name === 'StreamController' ? ['of'] : []);
  });
}

test('instances have no properties of their own, and stay as open as any object', () => {
  const { controller, stream, tracks: [track] } = streamOf('a');
  stream.onaddtrack = track.onended = () => {};
  stream.addEventListener('addtrack', () => {});
  const source = new TrackSource('audio');
  for (const [object, name] of [
    [stream, 'MediaStream'], [track, 'MediaStreamTrack'], [source, 'TrackSource'], [controller, 'StreamController'],
    [track.clone(), 'MediaStreamTrack'], [stream.clone(), 'MediaStream'],
  ]) {
    // Node's EventTarget keeps its listeners under symbols.
    const ofNode = name.startsWith('MediaStream') ? Reflect.ownKeys(new EventTarget()) : [];
    assert.deepEqual(Reflect.ownKeys(object), ofNode, name);
    assert.equal(Object.prototype.toString.call(object), `[object ${name}]`);
    assert.ok(Object.isExtensible(object));
  }
  const ofEvent = Reflect.ownKeys(new Event('x'));
  assert.deepEqual(Reflect.ownKeys(new MediaStreamTrackEvent('x', { track })), ofEvent);
  const names = Reflect.ownKeys(new OverconstrainedError('width')).filter((key) => typeof key === 'string');
  assert.deepEqual(names, Reflect.ownKeys(new DOMException()).filter((key) => typeof key === 'string'));
});

test('objects may be frozen, and still do what they do', () => {
  const { controller, stream, tracks: [track] } = streamOf('a');
  Object.freeze(track);
  Object.preventExtensions(stream);
  let heard = 0;
  stream.addEventListener('removetrack', () => heard++);
  controller.removeTrack(track);
  track.enabled = false;
  track.stop();
  assert.deepEqual([heard, track.enabled, track.readyState], [1, false, 'ended']);
});

test('for…in over a stream and a track finds the specification\'s members, as in browsers', () => {
  const names = [];
  for (const name in videoTrack()) names.push(name);
  for (const name of ['kind', 'id', 'label', 'enabled', 'muted', 'readyState', 'onended', 'stop', 'clone']) {
    assert.ok(names.includes(name), name);
  }
});

test('the package exports what it documents and nothing else', () => {
  assert.deepEqual(Object.keys(polyfill).sort(), [
    'MediaStream', 'MediaStreamTrack', 'MediaStreamTrackEvent', 'OverconstrainedError', 'StreamController',
    'TrackSource', 'createRealm', 'install',
  ]);
});
