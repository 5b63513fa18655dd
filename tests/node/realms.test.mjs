// createRealm(window): the classes for a jsdom window, and for other windows, beside those for Node.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createContext, runInContext } from 'node:vm';
import { JSDOM, VirtualConsole } from 'jsdom';
import * as polyfill from '#package';
import { createRealm } from '#package';
import { throwsTypeError } from './harness.mjs';

function newWindow() {
  const virtualConsole = new VirtualConsole();
  return new JSDOM('<p>', { runScripts: 'outside-only', virtualConsole }).window;
}

const classes = ['MediaStream', 'MediaStreamTrack', 'MediaStreamTrackEvent', 'OverconstrainedError', 'StreamController', 'TrackSource'];

test('a realm has the six classes, of its own, and nothing else', () => {
  const realm = createRealm(newWindow());
  assert.deepEqual(Object.keys(realm).sort(), classes);
  for (const name of classes) {
    assert.equal(realm[name].name, name);
    assert.notEqual(realm[name], polyfill[name]);
  }
});

test('its classes extend the window\'s EventTarget, Event and DOMException', () => {
  const window = newWindow();
  const realm = createRealm(window);
  const track = new realm.TrackSource('video').createTrack();
  assert.ok(new realm.MediaStream() instanceof window.EventTarget);
  assert.ok(!(new realm.MediaStream() instanceof EventTarget));
  assert.ok(track instanceof window.EventTarget && track instanceof realm.MediaStreamTrack);
  assert.ok(new realm.MediaStreamTrackEvent('x', { track }) instanceof window.Event);
  assert.ok(new realm.OverconstrainedError('width') instanceof window.DOMException);
  assert.equal(Object.getPrototypeOf(realm.MediaStream), window.EventTarget);
});

test('the same window has the same realm, another window another', () => {
  const [one, other] = [newWindow(), newWindow()];
  assert.equal(createRealm(one), createRealm(one));
  assert.notEqual(createRealm(one).MediaStream, createRealm(other).MediaStream);
});

test('the exports are the realm of globalThis', () => {
  const realm = createRealm(globalThis);
  for (const name of classes) assert.equal(realm[name], polyfill[name]);
});

test('a realm takes no changes that would be another caller\'s surprise', () => {
  const window = newWindow();
  const { MediaStream } = createRealm(window);
  Reflect.set(createRealm(window), 'MediaStream', null);
  assert.equal(createRealm(window).MediaStream, MediaStream);
});

test('a stream of one window takes a track of another, which is still of that other', () => {
  const one = createRealm(newWindow());
  const other = createRealm(newWindow());
  const track = new other.TrackSource('audio', { label: 'mic' }).createTrack();
  const stream = new one.MediaStream([track]);
  assert.ok(stream.getTracks()[0] instanceof other.MediaStreamTrack);
  assert.ok(!(stream.getTracks()[0] instanceof one.MediaStreamTrack));
  stream.addTrack(new polyfill.TrackSource('video').createTrack());
  assert.equal(stream.getTracks().length, 2);
  assert.equal(stream.getTrackById(track.id), track);
  track.stop();
  assert.equal(stream.active, true);
});

test('members of one realm work on objects of another, as those of browsers\' same-origin windows do', () => {
  const one = createRealm(newWindow());
  const other = createRealm(newWindow());
  const track = new other.TrackSource('audio').createTrack();
  const stream = new other.MediaStream([track]);
  assert.deepEqual(one.MediaStream.prototype.getTracks.call(stream), [track]);
  assert.equal(Object.getOwnPropertyDescriptor(one.MediaStreamTrack.prototype, 'kind').get.call(track), 'audio');
  one.MediaStreamTrack.prototype.stop.call(track);
  assert.equal(track.readyState, 'ended');
  assert.equal(one.StreamController.of(stream).stream, stream);
  assert.deepEqual(new one.MediaStream(stream).getTracks(), [track]);
});

test('a clone is of the realm of its original', () => {
  const realm = createRealm(newWindow());
  const stream = new realm.MediaStream([new realm.TrackSource('audio').createTrack()]);
  assert.ok(stream.clone() instanceof realm.MediaStream);
  assert.ok(stream.clone().getTracks()[0] instanceof realm.MediaStreamTrack);
});

test('events are the window\'s: made of its Event, dispatched by its EventTarget', () => {
  const window = newWindow();
  const realm = createRealm(window);
  const source = new realm.TrackSource('video', { label: 'cam' });
  const track = source.createTrack();
  const controller = new realm.StreamController([track]);
  const events = [];
  controller.stream.onremovetrack = (event) => events.push(event);
  track.addEventListener('mute', (event) => events.push(event));
  track.onended = (event) => events.push(event);
  controller.removeTrack(track);
  source.mute();
  source.end();
  assert.deepEqual(events.map(({ type }) => type), ['removetrack', 'mute', 'ended']);
  for (const event of events) assert.ok(event instanceof window.Event, event.type);
  assert.ok(events[0] instanceof realm.MediaStreamTrackEvent);
  assert.equal(events[0].track, track);
  assert.equal(events[0].target, controller.stream);
});

test('a controller of one realm fires the stream\'s own realm\'s event at a stream of another', () => {
  const window = newWindow();
  const realm = createRealm(window);
  const stream = new realm.MediaStream();
  let event;
  stream.onaddtrack = (heard) => { event = heard; };
  polyfill.StreamController.of(stream).addTrack(new polyfill.TrackSource('audio').createTrack());
  assert.ok(event instanceof realm.MediaStreamTrackEvent && event instanceof window.Event);
});

test('script in the window listens as in a browser', () => {
  const window = newWindow();
  polyfill.install(window);
  const realm = createRealm(window);
  const controller = new realm.StreamController([new realm.TrackSource('video', { label: 'FaceTime HD' }).createTrack()]);
  window.stream = controller.stream;
  window.eval(`
    var items = [];
    stream.onremovetrack = function (event) {
      items.push('Removed: ' + event.track.kind + ': ' + event.track.label + ' ' + (this === stream) + ' ' + (event instanceof Event));
    };
  `);
  controller.setTracks([]);
  assert.deepEqual(Array.from(window.items), ['Removed: video: FaceTime HD true true']);
});

test('an exception of a listener is reported by the window\'s onerror; the other listeners run', () => {
  const window = newWindow();
  const realm = createRealm(window);
  const controller = new realm.StreamController([new realm.TrackSource('audio').createTrack()]);
  const log = [];
  window.addEventListener('error', (event) => log.push(`reported ${event.error.message}`));
  controller.stream.onremovetrack = () => { throw new Error('of the handler'); };
  controller.stream.addEventListener('removetrack', () => { throw new Error('of the listener'); });
  controller.stream.addEventListener('removetrack', () => log.push('last'));
  controller.setTracks([]);
  assert.deepEqual(log, ['reported of the handler', 'reported of the listener', 'last']);
});

test('jsdom\'s return false, cancelation and once work on our targets', () => {
  const window = newWindow();
  const realm = createRealm(window);
  const stream = new realm.MediaStream();
  stream.onaddtrack = () => false;
  assert.equal(stream.dispatchEvent(new window.Event('addtrack', { cancelable: true })), false);
  let heard = 0;
  stream.addEventListener('x', () => heard++, { once: true });
  stream.dispatchEvent(new window.Event('x'));
  stream.dispatchEvent(new window.Event('x'));
  assert.equal(heard, 1);
});

test('observation and event handlers work in a realm as they do for globalThis', () => {
  const realm = createRealm(newWindow());
  const source = new realm.TrackSource('video');
  const controller = new realm.StreamController([source.createTrack()]);
  assert.deepEqual([source.observed, controller.observed], [false, false]);
  controller.stream.getTracks()[0].addEventListener('ended', () => {});
  controller.stream.onaddtrack = {};
  assert.deepEqual([source.observed, controller.observed], [true, true]);
});

test('errors of a jsdom realm are of the package\'s realm\'s TypeError, and InvalidStateErrors of the window', () => {
  const window = newWindow();
  const realm = createRealm(window);
  throwsTypeError(() => new realm.MediaStream().addTrack({}));
  const source = new realm.TrackSource('video');
  source.end();
  assert.throws(() => source.createTrack(), (error) => error instanceof window.DOMException && error.name === 'InvalidStateError');
});

test('ids are UUIDs of 36 characters there too', () => {
  const realm = createRealm(newWindow());
  assert.match(new realm.MediaStream().id, /^[0-9a-f-]{36}$/);
});

test('a vm context without EventTarget is no window; with one it is', () => {
  throwsTypeError(() => createRealm(runInContext('globalThis', createContext({}))));
  const context = runInContext('globalThis', createContext({ EventTarget, Event, DOMException }));
  assert.ok(new (createRealm(context).MediaStream)() instanceof EventTarget);
});

test('what is no window is a TypeError', () => {
  for (const value of [undefined, null, 5, 'window', {}, { EventTarget }, { EventTarget, Event, DOMException: 5 }]) {
    throwsTypeError(() => createRealm(value));
  }
});

test('100 windows come and go', () => {
  for (let n = 0; n < 100; n++) {
    const realm = createRealm({ EventTarget, Event, DOMException });
    const stream = new realm.MediaStream([new realm.TrackSource('video').createTrack()]);
    assert.equal(stream.active, true);
  }
});

test('where a host\'s classes construct objects of their own, whatever extends them, objects have the interfaces\' prototypes', () => {
  const ownOnly = (constructor) => new Proxy(constructor, { construct: (target, args) => Reflect.construct(target, args) });
  const window = { EventTarget: ownOnly(EventTarget), Event: ownOnly(Event), DOMException: ownOnly(DOMException) };
  const { MediaStream, MediaStreamTrack, MediaStreamTrackEvent, OverconstrainedError, TrackSource, StreamController } = createRealm(window);
  const track = new TrackSource('video').createTrack();
  const controller = new StreamController([track]);
  let event;
  controller.stream.onremovetrack = (removal) => (event = removal);
  controller.removeTrack(track);
  for (const [object, constructor] of [
    [controller.stream, MediaStream], [track, MediaStreamTrack], [event, MediaStreamTrackEvent],
    [new OverconstrainedError('width'), OverconstrainedError], [new (class extends MediaStream {})(), MediaStream],
  ]) {
    assert.ok(object instanceof constructor, constructor.name);
  }
  assert.equal(event.track, track);
});
