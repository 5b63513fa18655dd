// Where the core's memory can't grow, a call that needs more throws a RangeError and changes nothing, and everything else
// works as before. In processes of their own, whose modules may have no more memory than they begin with.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inProcess } from './harness.mjs';

/** Gives each module's memory a maximum: what it begins with, and some pages more. https://webassembly.github.io/spec/core/binary/modules.html */
function limitMemory(pages) {
  if (globalThis.WebAssembly === undefined) {
    // Then it is an ArrayBuffer, and another one when it grows.
    const { ArrayBuffer } = globalThis;
    globalThis.ArrayBuffer = function (length) {
      if (length > 4_194_304 + pages * 65_536) throw new RangeError('Array buffer allocation failed');
      return new ArrayBuffer(length);
    };
    return;
  }
  const MEMORY = 5;
  const limited = (module) => {
    let at = 8;
    const number = () => {
      for (let value = 0, shift = 0; ; shift += 7) {
        const byte = module[at++];
        value |= (byte & 127) << shift;
        if (byte < 128) return value;
      }
    };
    while (at < module.length) {
      const start = at;
      const id = module[at++];
      const length = number();
      const content = at;
      at += length;
      if (id !== MEMORY) continue;
      const [count, flags, ...minimum] = module.subarray(content, at);
      if (count !== 1 || flags !== 0) throw new Error('not one memory without a maximum');
      const maximum = [minimum[0] + pages, ...minimum.slice(1)];
      if (minimum.length === 1 && maximum[0] > 127) throw new Error('more than a byte has room for');
      const section = [id, 2 + 2 * minimum.length, 1, 1, ...minimum, ...maximum];
      return Uint8Array.from([...module.subarray(0, start), ...section, ...module.subarray(at)]);
    }
    // The one that only tells whether modules can be compiled.
    return module;
  };
  const { Module } = WebAssembly;
  WebAssembly.Module = function (module) {
    return new Module(limited(module));
  };
}

/** Runs a function's body where it has the package, and `fails`, which says whether a call throws the RangeError. */
const withoutMemory = (body, pages = 0) =>
  inProcess(
    `async () => {
      (${limitMemory})(${pages});
      const { MediaStream, StreamController, TrackSource } = await import('mediastream-polyfill');
      const fails = (call) => {
        try {
          call();
        } catch (error) {
          if (error instanceof RangeError && error.message === 'Out of memory') return true;
          throw error;
        }
        return false;
      };
      const untilItFails = (call) => {
        for (let n = 0; n < 1_000_000; n++) if (fails(call)) return n;
        throw new Error('memory has no end');
      };
      const collect = async () => {
        for (let n = 0; n < 10; n++) {
          gc();
          await new Promise((resolve) => setImmediate(resolve));
        }
      };
      ${body}
    }`,
    { flags: ['--expose-gc'] },
  );

test('a track that there is no memory to add is in no set, and what is there can be removed and added again', async () => {
  const seen = await withoutMemory(`
    const source = new TrackSource('video');
    const tracks = Array.from({ length: 1000 }, () => source.createTrack());
    const streams = Array.from({ length: 200 }, () => new MediaStream());
    let n = 0;
    const add = () => {
      streams[Math.floor(n / 1000)].addTrack(tracks[n % 1000]);
      n++;
    };
    const added = untilItFails(add);
    const stream = streams[Math.floor(added / 1000)];
    const full = streams[0];
    const track = tracks[added % 1000];
    const isAsBefore = () =>
      stream.getTracks().length === added % 1000 && !stream.getTracks().includes(track) &&
      stream.getTrackById(track.id) === null && stream.active === added % 1000 > 0;
    const seen = { added, isAsBefore: isAsBefore(), failsAgain: fails(add), isAsBeforeAgain: isAsBefore() };
    const controller = StreamController.of(stream);
    let events = 0;
    stream.onaddtrack = () => events++;
    seen.userAgent = fails(() => controller.addTrack(track)) && isAsBefore() && events === 0;
    // There is room for one, and then for none again.
    full.removeTrack(tracks[3]);
    controller.addTrack(track);
    seen.oneMore = [stream.getTracks().at(-1) === track, stream.getTrackById(track.id) === track, events];
    seen.noMore = fails(() => full.addTrack(tracks[3]));
    seen.full = [full.getTracks().length, full.getTracks().includes(tracks[3]), full.active];
    source.end();
    seen.active = streams.some(({ active }) => active);
    seen.ended = tracks.every(({ readyState }) => readyState === 'ended');
    return seen;
  `);
  assert.ok(seen.added > 1000, `${seen.added} were added`);
  delete seen.added;
  assert.deepEqual(seen, {
    isAsBefore: true,
    failsAgain: true,
    isAsBeforeAgain: true,
    userAgent: true,
    oneMore: [true, true, 1],
    noMore: true,
    full: [999, false, true],
    active: false,
    ended: true,
  });
});

for (const [what, call] of Object.entries({
  'new MediaStream()': 'new MediaStream()',
  'new TrackSource()': "new TrackSource('audio')",
  'createTrack()': 'source.createTrack()',
  'clone() of a track': 'track.clone()',
})) {
  test(`${what} without memory makes nothing, and works again when what was made has been collected`, async () => {
    const seen = await withoutMemory(`
      const source = new TrackSource('video');
      const track = source.createTrack();
      const stream = new MediaStream([track]);
      let made = [];
      const make = () => made.push(${call});
      const count = untilItFails(make);
      const seen = { count, failsAgain: fails(make), made: made.length - count };
      const live = made.filter(({ readyState }) => readyState === 'live');
      let heard = 0;
      for (const track of live) track.onmute = () => heard++;
      source.mute();
      seen.heard = heard - live.length;
      seen.muted = track.muted && live.every(({ muted }) => muted);
      stream.removeTrack(track);
      stream.addTrack(track);
      seen.tracks = stream.getTracks().length;
      // An observed track lives as long as its source, and until it has ended.
      while (live.length > 0) live.pop().stop();
      made = [];
      await collect();
      for (let n = 0; n < 1000; n++) make();
      source.end();
      seen.after = [made.length, track.readyState, stream.active, source.inUse];
      return seen;
    `);
    assert.ok(seen.count > 1000, `${seen.count} were made`);
    delete seen.count;
    const after = [1000, 'ended', false, false];
    assert.deepEqual(seen, { failsAgain: true, made: 0, heard: 0, muted: true, tracks: 1, after });
  });
}

test('clone() of a stream without memory for all of its tracks leaves none of them live', async () => {
  const seen = await withoutMemory(`
    const source = new TrackSource('video');
    // A page has room for 64: so there is some for clones.
    const tracks = Array.from({ length: 1000 }, () => source.createTrack());
    const stream = new MediaStream(tracks);
    const others = [];
    untilItFails(() => others.push(new TrackSource('audio')));
    const seen = { fails: fails(() => stream.clone()) };
    seen.tracks = stream.getTracks().length;
    seen.live = tracks.every(({ readyState }) => readyState === 'live') && stream.active && source.inUse;
    seen.failsWhenFull = fails(() => { for (;;) tracks.push(source.createTrack()); }) && fails(() => stream.clone());
    for (const track of tracks) track.stop();
    seen.inUse = source.inUse;
    return seen;
  `);
  assert.deepEqual(seen, { fails: true, tracks: 1000, live: true, failsWhenFull: true, inUse: false });
});

test('setTracks without memory for its plan changes nothing and fires nothing, and a smaller one is carried out', async () => {
  const seen = await withoutMemory(`
    const source = new TrackSource('video');
    const tracks = Array.from({ length: 20_000 }, () => source.createTrack());
    const controller = new StreamController(tracks.slice(0, 100));
    const { stream } = controller;
    const before = stream.getTracks();
    const kept = [];
    untilItFails(() => kept.push(new MediaStream()));
    let events = 0;
    stream.onaddtrack = stream.onremovetrack = () => events++;
    const isAsBefore = () => events === 0 && stream.getTracks().every((track, n) => track === before[n]) &&
      stream.getTracks().length === 100 && stream.active;
    const seen = {
      fails: fails(() => controller.setTracks(tracks)),
      isAsBefore: isAsBefore(),
      failsAgain: fails(() => controller.setTracks(tracks.slice(100))),
      isAsBeforeAgain: isAsBefore(),
    };
    controller.setTracks(tracks.slice(0, 50));
    seen.removed = [stream.getTracks().length, events];
    controller.setTracks(tracks.slice(50, 90));
    seen.replaced = [stream.getTracks().length, stream.getTracks()[0] === tracks[50], events];
    return seen;
  `);
  assert.deepEqual(seen, {
    fails: true,
    isAsBefore: true,
    failsAgain: true,
    isAsBeforeAgain: true,
    removed: [50, 50],
    replaced: [40, true, 50 + 50 + 40],
  });
});

test('a choice of settings that there is no memory for is a RangeError, and a smaller one is made as before', async () => {
  const seen = await withoutMemory(
    `
    const { VirtualDevices } = await import('mediastream-polyfill/devices');
    const devices = new VirtualDevices();
    const choose = async () => {
      try {
        const [track] = (await devices.mediaDevices.getUserMedia({ video: { width: 100 } })).getTracks();
        const { width } = track.getSettings();
        track.stop();
        return width;
      } catch (error) {
        return [error instanceof RangeError, error.message];
      }
    };
    const connect = (count) =>
      devices.connect({ kind: 'videoinput', modes: Array.from({ length: count }, (_, n) => ({ width: 100 + n, height: 100 })) });
    connect(1);
    const seen = [await choose()];
    const camera = connect(30_000);
    seen.push(await choose(), await choose());
    camera.disconnect();
    seen.push(await choose());
    return seen;
    `,
    2,
  );
  const failed = [true, 'Out of memory'];
  assert.deepEqual(seen, [100, failed, failed, 100]);
});

test('new VirtualDevices() and connect() without memory are RangeErrors that change nothing', async () => {
  const seen = await withoutMemory(`
    const { VirtualDevices } = await import('mediastream-polyfill/devices');
    const made = [];
    const make = () => made.push(new VirtualDevices({ exposed: true }));
    const count = untilItFails(make);
    const seen = { failsAgain: fails(make), made: made.length - count };
    let n = 0;
    const connect = (devices, deviceId) => devices.connect({ kind: 'audiooutput', deviceId });
    seen.isMany = count > 1000;
    untilItFails(() => { connect(made[n], 'a'); n++; });
    const listed = async (devices) => (await devices.mediaDevices.enumerateDevices()).map(({ deviceId }) => deviceId);
    seen.connectFailsAgain = fails(() => connect(made[n], 'a'));
    seen.none = await listed(made[n]);
    // There is room for some more where there is one.
    connect(made[0], 'b').disconnect();
    connect(made[0], 'c');
    seen.some = await listed(made[0]);
    return seen;
  `);
  assert.deepEqual(seen, { failsAgain: true, made: 0, isMany: true, connectFailsAgain: true, none: [], some: ['a', 'c'] });
});
