// The classes keep working on a page that has patched or broken its built-ins after import.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { breakages, breakagesAfterFirstUse, runBroken, thrower } from './breakages.mjs';
import { inProcess } from './harness.mjs';

/**
 * Uses everything, and says what happened. It must not use what may be broken itself; its sequences are no
 * arrays, since Web IDL has those iterated by Array.prototype[Symbol.iterator], broken or not.
 */
const useEverything = `(polyfill, log, { iterator }) => {
  const { MediaStream, MediaStreamTrack, MediaStreamTrackEvent, OverconstrainedError, StreamController, TrackSource } = polyfill;
  let at = log.length;
  const say = (what) => { log[at++] = what; };
  const source = new TrackSource('video', { label: 'cam', settings: { width: 640, facingMode: 'user' }, capabilities: { width: { max: 1 } } });
  const a = source.createTrack(), b = source.createTrack();
  const audio = new TrackSource('audio').createTrack();
  const sequence = (...tracks) => ({
    [iterator]() {
      let next = 0;
      return { next: () => ({ done: next === tracks.length, value: tracks[next++] }) };
    },
  });
  const controller = new StreamController(sequence(a, b));
  const stream = controller.stream;
  stream.onremovetrack = (event) => say('onremovetrack ' + event.track.label);
  stream.addEventListener('removetrack', (event) => say('removetrack ' + event.track.label));
  stream.onaddtrack = (event) => say('onaddtrack ' + event.track.kind);
  a.onmute = () => say('mute');
  a.onunmute = () => say('unmute');
  a.onended = () => say('ended');
  b.addEventListener('ended', () => say('ended b'));
  controller.removeTrack(a);
  controller.addTrack(audio);
  controller.setTracks(sequence(a));
  stream.addTrack(b);
  stream.removeTrack(b);
  stream.addTrack(b);
  say('tracks ' + stream.getTracks().length + stream.getAudioTracks().length + stream.getVideoTracks().length);
  say('by id ' + (stream.getTrackById(b.id) === b));
  const many = [];
  for (let n = 0; n < 100; n++) many[n] = source.createTrack();
  const large = new MediaStream();
  for (let n = 0; n < 100; n++) large.addTrack(many[n]);
  let found = true;
  for (let n = 0; n < 100; n++) found = found && large.getTrackById(many[n].id) === many[n];
  say('of many ' + found + ' ' + (large.getTrackById('x') === null));
  for (let n = 99; n > 0; n--) large.removeTrack(many[n]);
  large.addTrack(many[50]);
  say('of few ' + (large.getTracks()[0] === many[0]) + (large.getTracks()[1] === many[50]) + large.getTracks().length);
  const clone = stream.clone();
  say('clone ' + clone.getTracks().length + ' ' + (clone.id.length === 36) + ' ' + (clone.id !== stream.id));
  source.mute();
  source.unmute();
  b.contentHint = 'detail';
  b.enabled = false;
  say('b ' + b.contentHint + b.enabled + b.kind + b.label + b.muted + b.readyState);
  say('settings ' + b.getSettings().width + b.getCapabilities().width.max);
  source.end();
  say('end ' + source.inUse + stream.active + a.readyState + b.getSettings().facingMode + b.getSettings().width);
  say('of ' + (StreamController.of(clone).stream === clone));
  say('copy ' + new MediaStream(clone).getTracks().length);
  say('error ' + new OverconstrainedError('width', 'm').constraint);
  say('event ' + (new MediaStreamTrackEvent('x', { track: a }).track === a));
  try { stream.addTrack({}); } catch (error) { say(error.message); }
  try { new MediaStream(sequence({})); } catch (error) { say(error.message); }
  try { new MediaStreamTrack(); } catch (error) { say(error.message); }
}`;

const runWith = (breakIt) => runBroken({
  before: `
    const polyfill = await import('mediastream-polyfill');
    const symbols = { iterator: Symbol.iterator };`,
  breakIt,
  program: `(${useEverything})(polyfill, log, symbols);`,
});

let expected;
test('everything works before anything is broken', async () => {
  expected = await runWith('');
  assert.ok(expected.length > 20);
  assert.ok(expected.includes('removetrack cam') && expected.includes('ended b'));
});

for (const [what, breakIt] of Object.entries(breakages)) {
  test(`everything works after the page has broken ${what}`, async () => {
    assert.deepEqual(await runWith(breakIt), expected);
  });
}

for (const [what, breakIt] of Object.entries(breakagesAfterFirstUse)) {
  test(`everything works after the page has made a stream and then broken ${what}`, async () => {
    assert.deepEqual(await runWith(`new polyfill.MediaStream(); ${breakIt}`), expected);
  });
}

test('a page that adds enumerable members to Object.prototype finds none of them in settings and constraints', async () => {
  const result = await inProcess(async () => {
    const { TrackSource } = await import('mediastream-polyfill');
    Object.prototype.extend = () => {};
    const track = new TrackSource('video', { settings: { width: 640 }, capabilities: { width: { max: 1 } } }).createTrack();
    await track.applyConstraints({ width: { ideal: 640 } });
    const dictionaries = [track.getSettings(), track.getCapabilities(), track.getConstraints()];
    return dictionaries.map((dictionary) => Object.keys(dictionary));
  });
  assert.deepEqual(result, [['width'], ['width'], ['width']]);
});

test('everything works after the page has replaced what EventTarget and Array do with its own', async () => {
  // As page libraries do: patched, and still doing the job. Nothing of it is called by us.
  const [log, calls] = await inProcess(`async () => {
    const polyfill = await import('mediastream-polyfill');
    const calls = [];
    const log = [];
    const symbols = { iterator: Symbol.iterator };
    for (const [object, name] of [
      [Array.prototype, 'push'], [Array.prototype, 'indexOf'], [Array.prototype, 'filter'], [Map.prototype, 'get'],
      [EventTarget.prototype, 'dispatchEvent'], [EventTarget.prototype, 'removeEventListener'],
    ]) {
      const { [name]: original } = object;
      object[name] = function (...args) {
        if (new Error().stack.split('\\n')[2].includes('/pkg/')) calls[calls.length] = name;
        return Reflect.apply(original, this, args);
      };
    }
    (${useEverything})(polyfill, log, symbols);
    return [log, calls];
  }`);
  assert.deepEqual(log, expected);
  assert.deepEqual(calls, []);
});

test('applyConstraints works after the page has broken Promise', async () => {
  const result = await inProcess(`async () => {
    const { TrackSource } = await import('mediastream-polyfill');
    const { then } = Promise.prototype;
    const { resolve } = Promise;
    const track = new TrackSource('video', { settings: { width: 640 } }).createTrack();
    Promise.prototype.then = Promise.prototype.catch = Promise.resolve = Promise.reject = ${thrower};
    const good = track.applyConstraints({ width: { exact: 640 } });
    const bad = track.applyConstraints({ width: { exact: 1 } });
    const wrong = Object.getPrototypeOf(track).applyConstraints.call({});
    const outcomes = [];
    for (const promise of [good, bad, wrong]) {
      then.call(promise, () => outcomes.push('resolved'), (error) => outcomes.push(error.constraint ?? error.message));
    }
    while (outcomes.length < 3) await new Promise((resolve) => setTimeout(resolve));
    Promise.prototype.then = then;
    Promise.resolve = resolve;
    return outcomes;
  }`);
  assert.deepEqual(result.sort(), ['Illegal invocation', 'resolved', 'width']);
});
