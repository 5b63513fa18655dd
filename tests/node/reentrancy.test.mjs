// A listener may add, remove, clone, stop, throw, or end the source. What is not yet done is then done to
// the world as the listener left it.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { MediaStream, StreamController, TrackSource } from '#package';
import { inProcess, labels, record, streamOf, videoTrack } from './harness.mjs';

const types = ['addtrack', 'removetrack'];

test('a track that a removetrack listener removes before its turn fires no removetrack', () => {
  const { controller, stream, tracks: [a, b, c] } = streamOf('a', 'b', 'c');
  const log = record(stream, types);
  stream.onremovetrack = ({ track }) => { if (track === a) stream.removeTrack(b); };
  controller.setTracks([]);
  assert.deepEqual(log, ['removetrack a', 'removetrack c']);
  assert.deepEqual(stream.getTracks(), []);
  assert.equal(c.readyState, 'live');
});

test('a track that a listener adds before its turn fires no addtrack', () => {
  const { controller, stream } = streamOf('a');
  const [b, c] = [videoTrack('b'), videoTrack('c')];
  const log = record(stream, types);
  stream.onaddtrack = ({ track }) => { if (track === b) stream.addTrack(c); };
  controller.setTracks([b, c]);
  assert.deepEqual(log, ['removetrack a', 'addtrack b']);
  assert.deepEqual(stream.getTracks(), [b, c]);
});

test('a track that stays, and that a listener removes, stays out', () => {
  const { controller, stream, tracks: [a, b] } = streamOf('a', 'b');
  const log = record(stream, types);
  stream.onremovetrack = ({ track }) => { if (track === a) stream.removeTrack(b); };
  controller.setTracks([b]);
  assert.deepEqual(log, ['removetrack a']);
  assert.deepEqual(stream.getTracks(), []);
});

test('a track that a listener adds and removes before its turn stays out', () => {
  const { controller, stream, tracks: [a] } = streamOf('a');
  const b = videoTrack('b');
  const log = record(stream, types);
  stream.onremovetrack = () => {
    stream.addTrack(b);
    stream.removeTrack(b);
  };
  controller.setTracks([b]);
  assert.deepEqual(log, ['removetrack a']);
  assert.deepEqual(stream.getTracks(), []);
  assert.equal(a.readyState, 'live');
});

test('a track that a listener removes and adds before its turn stays in', () => {
  const { controller, stream, tracks: [a, b] } = streamOf('a', 'b');
  const log = record(stream, types);
  stream.onremovetrack = ({ track }) => {
    if (track !== a) return;
    stream.removeTrack(b);
    stream.addTrack(b);
  };
  controller.setTracks([]);
  assert.deepEqual(log, ['removetrack a']);
  assert.deepEqual(stream.getTracks(), [b]);
});

test('a track that a removetrack listener puts back is in the stream', () => {
  const { controller, stream, tracks: [a] } = streamOf('a', 'b');
  stream.onremovetrack = ({ track }) => stream.addTrack(track);
  controller.removeTrack(a);
  assert.deepEqual(labels(stream), ['b', 'a']);
});

test('a controller may be used from a listener: the inner event is fired inside the outer', () => {
  const { controller, stream, tracks: [a, b] } = streamOf('a', 'b');
  const c = videoTrack('c');
  const log = [];
  stream.addEventListener('removetrack', ({ track }) => {
    log.push(`start ${track.label}`);
    if (track === a) controller.addTrack(c);
    log.push(`end ${track.label}`);
  });
  stream.addEventListener('addtrack', ({ track }) => {
    log.push(`add ${track.label}`);
    controller.removeTrack(b);
  });
  controller.removeTrack(a);
  assert.deepEqual(log, ['start a', 'add c', 'start b', 'end b', 'end a']);
  assert.deepEqual(stream.getTracks(), [c]);
});

test('setTracks from a listener of setTracks fires nothing twice', () => {
  const { controller, stream } = streamOf('a', 'b', 'c');
  const [d, e] = [videoTrack('d'), videoTrack('e')];
  const log = record(stream, types);
  let once = true;
  stream.onremovetrack = () => {
    if (!once) return;
    once = false;
    controller.setTracks([e]);
  };
  controller.setTracks([d, e]);
  assert.equal(new Set(log).size, log.length, `fired twice: ${log}`);
  assert.deepEqual(log.filter((entry) => entry.startsWith('remove')), ['removetrack a', 'removetrack b', 'removetrack c']);
  assert.ok(stream.getTracks().includes(e));
});

test('a listener of setTracks may change another stream by setTracks', () => {
  const one = streamOf('a', 'b');
  const other = streamOf('c', 'd');
  const log = record([one.stream, other.stream], types);
  one.stream.onremovetrack = () => other.controller.setTracks([]);
  one.controller.setTracks([]);
  assert.deepEqual(log, ['removetrack a', 'removetrack c', 'removetrack d', 'removetrack b']);
});

test('a listener that never stops alternating is limited by the stack alone, and the stream survives it', () => {
  const { controller, stream, tracks: [a] } = streamOf('a');
  let depth = 0;
  stream.onremovetrack = () => { if (++depth < 500) controller.addTrack(a); };
  stream.onaddtrack = () => { if (++depth < 500) controller.removeTrack(a); };
  controller.removeTrack(a);
  assert.equal(depth, 500);
  stream.onaddtrack = stream.onremovetrack = null;
  controller.setTracks([a]);
  assert.deepEqual(stream.getTracks(), [a]);
});

/** A source with named tracks, and the log of their ended and mute events. */
function sourceWith(...names) {
  const source = new TrackSource('video');
  const tracks = Object.fromEntries(names.map((name) => [name, source.createTrack()]));
  const log = [];
  for (const [name, track] of Object.entries(tracks)) {
    for (const type of ['ended', 'mute', 'unmute']) track.addEventListener(type, () => log.push(`${type} ${name}`));
  }
  return { source, tracks, log };
}

test('a track that a listener stops before its turn hears nothing', () => {
  const { source, tracks, log } = sourceWith('a', 'b', 'c');
  tracks.a.onended = () => tracks.b.stop();
  source.end();
  assert.deepEqual(log, ['ended a', 'ended c']);
  assert.equal(tracks.b.readyState, 'ended');
});

test('the same of mute: a stopped track is not muted any more', () => {
  const { source, tracks, log } = sourceWith('a', 'b', 'c');
  tracks.a.onmute = () => tracks.b.stop();
  source.mute();
  assert.deepEqual(log, ['mute a', 'mute c']);
  assert.equal(tracks.b.muted, false);
});

test('unmute from a mute listener leaves every track unmuted, each with as many mutes as unmutes', () => {
  const { source, tracks, log } = sourceWith('a', 'b');
  let once = true;
  tracks.a.onmute = () => { if (once) { once = false; source.unmute(); } };
  source.mute();
  assert.equal(source.muted, false);
  for (const name of ['a', 'b']) {
    assert.equal(tracks[name].muted, false, name);
    const of = (type) => log.filter((entry) => entry === `${type} ${name}`).length;
    assert.equal(of('mute'), of('unmute'), log.join());
  }
});

test('end from a mute listener ends all; nothing is muted after its end', () => {
  const { source, tracks, log } = sourceWith('a', 'b');
  tracks.a.onmute = () => source.end();
  source.mute();
  assert.deepEqual(log.slice(0, 3), ['mute a', 'ended a', 'ended b']);
  assert.equal(log.length, 3, log.join());
  assert.deepEqual([source.ended, source.inUse], [true, false]);
});

test('end from an ended listener changes nothing', () => {
  const { source, tracks, log } = sourceWith('a', 'b');
  tracks.a.onended = () => source.end();
  source.end();
  assert.deepEqual([...log].sort(), ['ended a', 'ended b']);
});

test('a clone that a listener makes of a live track while its source ends does not stay live', () => {
  const { source, tracks } = sourceWith('a', 'b');
  let clone;
  tracks.a.onended = () => { clone = tracks.b.clone(); };
  source.end();
  assert.equal(clone.readyState, 'ended');
  assert.equal(source.inUse, false);
});

test('createTrack from an ended listener is an InvalidStateError: the source has ended', () => {
  const { source, tracks } = sourceWith('a', 'b');
  let error;
  tracks.a.onended = () => { try { source.createTrack(); } catch (caught) { error = caught; } };
  source.end();
  assert.equal(error?.name, 'InvalidStateError');
  assert.equal(source.ended, true);
});

test('a track that is created in a mute listener is muted from the start, and hears no mute', () => {
  const { source, tracks } = sourceWith('a', 'b');
  let created;
  let heard = 0;
  tracks.a.onmute = () => {
    created = source.createTrack();
    created.onmute = () => heard++;
  };
  source.mute();
  assert.deepEqual([created.muted, heard], [true, 0]);
});

test('a listener may stop its own track and remove it from its stream', () => {
  const { source, tracks: { a } } = sourceWith('a');
  const stream = new MediaStream([a]);
  a.onmute = () => { a.stop(); stream.removeTrack(a); };
  source.mute();
  assert.deepEqual([a.readyState, source.inUse, stream.active], ['ended', false, false]);
});

test('listeners that are added while an event is dispatched do not hear it', () => {
  const { controller, stream } = streamOf();
  const log = [];
  stream.addEventListener('addtrack', () => {
    stream.addEventListener('addtrack', () => log.push('late'));
    stream.onaddtrack = () => log.push('late handler');
  }, { once: true });
  controller.addTrack(videoTrack());
  assert.deepEqual(log, []);
  controller.addTrack(videoTrack());
  assert.deepEqual(log, ['late', 'late handler']);
});

test('a constructor whose iterable constructs, adds and removes meanwhile is undisturbed', () => {
  const { controller, stream, tracks: [a, b] } = streamOf('a', 'b');
  const other = new MediaStream((function* () {
    yield a;
    controller.setTracks([]);
    new MediaStream(new Set([b]));
    yield b;
  })());
  assert.deepEqual(other.getTracks(), [a, b]);
  assert.deepEqual(stream.getTracks(), []);
});

test('setTracks takes its tracks from the iterable before it changes anything', () => {
  const { controller, stream, tracks: [a] } = streamOf('a', 'b');
  const log = record(stream, types);
  const c = videoTrack('c');
  controller.setTracks((function* () {
    log.push(`asked with ${labels(stream)}`);
    stream.removeTrack(a);
    yield c;
  })());
  assert.deepEqual(log, ['asked with a,b', 'removetrack b', 'addtrack c']);
});

test('a listener that throws is reported; the other listeners and the other tracks go on', async () => {
  const result = await inProcess(async () => {
    const { StreamController, TrackSource } = await import('mediastream-polyfill');
    const log = [];
    process.on('uncaughtException', (error) => log.push(`reported ${error.message}`));
    const source = new TrackSource('video');
    const [a, b] = [source.createTrack(), source.createTrack()];
    const controller = new StreamController([a, b]);
    const { stream } = controller;
    stream.onremovetrack = () => { log.push('handler'); throw new Error('of onremovetrack'); };
    stream.addEventListener('removetrack', () => { log.push('listener'); throw new Error('of listener'); });
    stream.addEventListener('removetrack', { handleEvent() { log.push('object'); throw new Error('of object'); } });
    stream.addEventListener('removetrack', () => log.push('last'));
    a.onended = () => { throw new Error('of onended'); };
    b.onended = () => log.push('ended b');
    controller.setTracks([]);
    source.end();
    log.push(`${stream.getTracks().length} tracks, ${a.readyState}, ${b.readyState}, ${source.inUse}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
    return log;
  });
  const once = ['handler', 'listener', 'object', 'last'];
  assert.deepEqual(result.filter((entry) => !entry.startsWith('reported')), [
    ...once, ...once, 'ended b', '0 tracks, ended, ended, false',
  ]);
  // In an order of Node's own.
  assert.deepEqual(
    result.filter((entry) => entry.startsWith('reported')).sort(),
    ['listener', 'listener', 'object', 'object', 'onended', 'onremovetrack', 'onremovetrack'].map((of) => `reported of ${of}`),
  );
});

test('a stream of clones made in a listener is apart from what goes on', () => {
  const { controller, stream } = streamOf('a', 'b');
  const clones = [];
  stream.onremovetrack = () => clones.push(stream.clone());
  controller.setTracks([]);
  assert.deepEqual(clones.map((clone) => labels(clone).join()), ['b', '']);
  assert.equal(StreamController.of(clones[0]).observed, false);
});
