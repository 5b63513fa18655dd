// The user agent's side of a MediaStreamTrack: https://w3c.github.io/mediacapture-main/#dfn-source
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { MediaStream, TrackSource } from '#package';
import { record, throwsTypeError } from './harness.mjs';

/** A source with tracks; label them by their place in `tracks`, since a source's tracks share its label. */
function sourceWith(count, kind = 'video') {
  const source = new TrackSource(kind);
  const tracks = Array.from({ length: count }, () => source.createTrack());
  const log = [];
  for (const [at, track] of tracks.entries()) {
    for (const type of ['ended', 'mute', 'unmute']) {
      track.addEventListener(type, () => log.push(`${type} ${at}`));
    }
  }
  return { source, tracks, log };
}
const states = (tracks) => tracks.map((track) => track.readyState);

test('a new source is neither muted nor ended nor in use nor observed', () => {
  const source = new TrackSource('audio', { label: 'Line in' });
  assert.deepEqual(
    [source.kind, source.label, source.muted, source.ended, source.inUse, source.observed],
    ['audio', 'Line in', false, false, false, false],
  );
});

test('a label is converted to a string; a missing one is empty', () => {
  assert.equal(new TrackSource('audio', { label: 5 }).label, '5');
  assert.equal(new TrackSource('audio', { label: undefined }).label, '');
  assert.equal(new TrackSource('audio', undefined).label, '');
  assert.equal(new TrackSource('audio', null).label, '');
});

test('kinds other than audio and video are TypeErrors', () => {
  const message = "Failed to construct 'TrackSource': parameter 1 ('kind') is not 'audio' or 'video'.";
  for (const kind of ['text', '', 'Audio', 'video ', null, undefined, {}, 5]) {
    throwsTypeError(() => new TrackSource(kind), message);
  }
  throwsTypeError(
    () => new TrackSource(),
    "Failed to construct 'TrackSource': 1 argument required, but only 0 present.",
  );
  throwsTypeError(() => new TrackSource(Symbol('audio')));
});

test('an init that is no dictionary is a TypeError', () => {
  for (const init of [5, 'label', true, Symbol('label')]) throwsTypeError(() => new TrackSource('audio', init));
  throwsTypeError(() => new TrackSource('audio', { label: Symbol('label') }));
  throwsTypeError(() => new TrackSource('audio', { settings: 5 }));
  throwsTypeError(() => new TrackSource('audio', { capabilities: 'all' }));
});

test('a source is in use while some track of it is live', () => {
  const { source, tracks: [a, b] } = sourceWith(2);
  assert.equal(source.inUse, true);
  a.stop();
  assert.equal(source.inUse, true);
  b.stop();
  assert.equal(source.inUse, false);
  assert.equal(source.ended, false);
  const c = source.createTrack();
  assert.equal(source.inUse, true);
  const clone = c.clone();
  c.stop();
  assert.equal(source.inUse, true);
  clone.stop();
  assert.equal(source.inUse, false);
});

test('stopping a track twice releases its source once', () => {
  const { source, tracks: [a] } = sourceWith(2);
  a.stop();
  a.stop();
  assert.equal(source.inUse, true);
});

test('end ends the live tracks in the order of their creation, one at a time', () => {
  const { source, tracks } = sourceWith(3);
  const seen = [];
  for (const track of tracks) track.onended = () => seen.push(states(tracks).join());
  source.end();
  assert.deepEqual(seen, ['ended,live,live', 'ended,ended,live', 'ended,ended,ended']);
  assert.equal(source.ended, true);
  assert.equal(source.inUse, false);
});

test('clones end in the order of their creation among the others', () => {
  const source = new TrackSource('video');
  const a = source.createTrack();
  const b = source.createTrack();
  const c = a.clone();
  const d = source.createTrack();
  const log = [];
  for (const [name, track] of Object.entries({ d, c, b, a })) track.onended = () => log.push(name);
  source.end();
  assert.deepEqual(log, ['a', 'b', 'c', 'd']);
});

test('the ended event is an Event that neither bubbles nor can be cancelled', () => {
  const { source, tracks: [track] } = sourceWith(1);
  let event;
  track.onended = (heard) => { event = heard; };
  source.end();
  assert.equal(event.constructor, Event);
  assert.deepEqual([event.type, event.target, event.bubbles, event.cancelable, event.composed], ['ended', track, false, false, false]);
});

test('end fires once: a second end and what comes after it do nothing', () => {
  const { source, log } = sourceWith(1);
  assert.equal(source.end(), undefined);
  source.end();
  source.mute();
  source.unmute();
  assert.deepEqual(log, ['ended 0']);
  assert.equal(source.muted, false);
});

test('an ended source that was muted stays as it was', () => {
  const { source, tracks: [track], log } = sourceWith(1);
  source.mute();
  source.end();
  source.unmute();
  assert.deepEqual(log, ['mute 0', 'ended 0']);
  assert.equal(track.muted, true);
});

test('createTrack after end is an InvalidStateError', () => {
  const { source } = sourceWith(0);
  source.end();
  assert.throws(() => source.createTrack(), (error) => {
    assert.ok(error instanceof DOMException);
    assert.equal(error.name, 'InvalidStateError');
    return true;
  });
});

test('end of a source without tracks fires nothing and ends it', () => {
  const { source } = sourceWith(0);
  source.end();
  assert.equal(source.ended, true);
});

test('mute and unmute fire on a change only, in the order of creation', () => {
  const { source, tracks, log } = sourceWith(2);
  source.unmute();
  assert.equal(source.mute(), undefined);
  source.mute();
  assert.deepEqual(tracks.map((track) => track.muted), [true, true]);
  assert.equal(source.muted, true);
  assert.equal(source.unmute(), undefined);
  source.unmute();
  assert.deepEqual(log, ['mute 0', 'mute 1', 'unmute 0', 'unmute 1']);
});

test('tracks are muted one at a time: the state, its event, then the next', () => {
  const { source, tracks } = sourceWith(2);
  const seen = [];
  for (const track of tracks) track.onmute = () => seen.push(tracks.map((track) => track.muted).join());
  source.mute();
  assert.deepEqual(seen, ['true,false', 'true,true']);
});

test('a track of a muted source is muted from the start, without an event', () => {
  const source = new TrackSource('audio');
  source.mute();
  const track = source.createTrack();
  const log = record([track], ['mute', 'unmute']);
  assert.equal(track.muted, true);
  source.unmute();
  assert.deepEqual(log.map((entry) => entry.trim()), ['unmute']);
});

test('enabled does not silence mute, unmute and ended', () => {
  const { source, tracks: [track], log } = sourceWith(1);
  track.enabled = false;
  source.mute();
  source.unmute();
  source.end();
  assert.deepEqual(log, ['mute 0', 'unmute 0', 'ended 0']);
});

test('the tracks of one source leave those of another alone', () => {
  const one = sourceWith(1);
  const other = sourceWith(1);
  one.source.mute();
  one.source.end();
  assert.deepEqual(other.log, []);
  assert.deepEqual([other.source.muted, other.tracks[0].readyState], [false, 'live']);
});

test('an ended track stays in its streams', () => {
  const { source, tracks } = sourceWith(1);
  const stream = new MediaStream(tracks);
  const log = record([stream], ['addtrack', 'removetrack']);
  source.end();
  assert.deepEqual(stream.getTracks(), tracks);
  assert.deepEqual(log, []);
});

for (const [what, listen] of Object.entries({
  addEventListener: (track) => track.addEventListener('mute', () => {}),
  'an event handler': (track) => { track.onended = () => {}; },
})) {
  test(`${what} on one of its tracks makes a source observed, for ever`, () => {
    const source = new TrackSource('video');
    const track = source.createTrack();
    assert.equal(source.observed, false);
    listen(track);
    assert.equal(source.observed, true);
    track.onended = null;
    track.stop();
    assert.equal(source.observed, true);
  });
}

test('listeners for other events observe nothing', () => {
  const source = new TrackSource('video');
  const track = source.createTrack();
  track.addEventListener('configurationchange', () => {});
  track.addEventListener('removetrack', () => {});
  track.onended = null;
  assert.equal(source.observed, false);
});

test('new settings are those of the live tracks and of tracks to come, where they are given', () => {
  const source = new TrackSource('video', { settings: { width: 640, height: 480, frameRate: 30 } });
  const tracks = Array.from({ length: 40 }, () => source.createTrack());
  const [stopped] = tracks;
  stopped.stop();
  assert.equal(source.setSettings({ width: 480, height: 640 }), undefined);
  for (const track of [...tracks.slice(1), source.createTrack(), tracks[1].clone()]) {
    assert.deepEqual(track.getSettings(), { width: 480, height: 640, frameRate: 30 });
  }
  assert.deepEqual(stopped.getSettings(), {});
});

test('new settings are copied', () => {
  const source = new TrackSource('video');
  const track = source.createTrack();
  const settings = { width: 640 };
  source.setSettings(settings);
  settings.width = 320;
  assert.equal(track.getSettings().width, 640);
});

test('new settings that are no dictionary are TypeErrors', () => {
  const source = new TrackSource('video');
  const failed = "Failed to execute 'setSettings' on 'TrackSource': ";
  throwsTypeError(() => source.setSettings(), `${failed}1 argument required, but only 0 present.`);
  for (const settings of [5, 'x', true]) {
    throwsTypeError(() => source.setSettings(settings), `${failed}parameter 1 ('settings') is not an object.`);
  }
});
