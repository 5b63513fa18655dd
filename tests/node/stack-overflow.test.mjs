// Wherever the stack ends, the core and JavaScript agree afterwards, and everything works.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { MediaStream, StreamController, TrackSource } from '#package';
import { VirtualDevices } from '#devices';
import { install } from '#node';
import { createSolver } from '../../pkg/constraints.js';
import { createHost } from './negotiating-host.mjs';

/** How many arguments a frame has: so the stack ends in many places of what is called. */
const FRAMES = [[], [1, 2, 3], [1, 2, 3, 4, 5, 6, 7]];

/** Calls something at every depth of the stack, the deepest first; counts how often the stack ended in it. */
function atEveryDepth(call) {
  let ended = 0;
  for (const frame of FRAMES) {
    const descend = (...args) => {
      try {
        descend(...args);
      } catch (error) {
        if (!(error instanceof RangeError)) throw error;
      }
      try {
        call();
      } catch (error) {
        if (!(error instanceof RangeError)) throw error;
        ended++;
      }
    };
    descend(...frame);
  }
  return ended;
}

/** Calls something at one depth of the stack. */
const callAt = (depth, call, ...frame) => (depth > 0 ? callAt(depth - 1, call, ...frame) : call());

/**
 * Goes from depth to depth, from where the stack ends to where it is just enough, until it has ended 200 times. Code that is
 * compiled meanwhile needs less of it: then deeper again.
 * @param {(depth: number) => boolean | Promise<boolean>} endsAt calls something at a depth; whether the stack ended
 */
async function whereItEnds(endsAt) {
  for (let depth = 1000, ended = 0; ended < 200; ) {
    if (await endsAt(depth)) {
      ended++;
      depth--;
    } else depth += 100;
  }
}

/** That a stream and what is asked of it in other ways agree. */
function assertConsistent(stream, tracks) {
  const set = stream.getTracks();
  assert.equal(new Set(set).size, set.length);
  for (const track of tracks) {
    assert.equal(stream.getTrackById(track.id) === track, set.includes(track));
    // What is there can be removed, and what isn't can be added.
    const had = set.includes(track);
    stream.addTrack(track);
    assert.equal(stream.getTracks().length, had ? set.length : set.length + 1);
    stream.removeTrack(track);
    assert.ok(!stream.getTracks().includes(track));
    if (had) stream.addTrack(track);
  }
  assert.equal(stream.active, stream.getTracks().some(({ readyState }) => readyState === 'live'));
}

test('addTrack and removeTrack', () => {
  const source = new TrackSource('video');
  const tracks = Array.from({ length: 5 }, () => source.createTrack());
  const stream = new MediaStream(tracks.slice(0, 2));
  let n = 0;
  const ended = atEveryDepth(() => {
    const track = tracks[n++ % 5];
    if (n % 2 === 0) stream.addTrack(track);
    else stream.removeTrack(track);
  });
  assert.ok(ended > 0);
  assertConsistent(stream, tracks);
});

test('addTrack and removeTrack, anywhere in a large stream', () => {
  const source = new TrackSource('video');
  const tracks = Array.from({ length: 100 }, () => source.createTrack());
  const stream = new MediaStream(tracks);
  let n = 0;
  const ended = atEveryDepth(() => {
    const track = tracks[(n++ * 37) % 100];
    stream.removeTrack(track);
    stream.addTrack(track);
  });
  assert.ok(ended > 0);
  assertConsistent(stream, tracks);
});

test('new MediaStream, createTrack, clone and stop', () => {
  const source = new TrackSource('audio');
  const kept = [];
  const operations = [
    () => source.createTrack(),
    () => new MediaStream([source.createTrack()]).getTracks()[0],
    () => kept[0].clone(),
    () => new MediaStream([kept[0]]).clone().getTracks()[0],
  ];
  kept.push(source.createTrack());
  let n = 0;
  const ended = atEveryDepth(() => {
    const track = operations[n++ % 4]();
    if (n % 3 === 0) track.stop();
    else if (kept.length < 200) kept.push(track);
    else track.stop();
  });
  assert.ok(ended > 0);
  assert.equal(source.inUse, true);
  const live = kept.filter(({ readyState }) => readyState === 'live');
  let heard = 0;
  for (const track of live) track.onended = () => heard++;
  source.end();
  assert.equal(heard, live.length);
  assert.ok(kept.every(({ readyState }) => readyState === 'ended'));
  assert.deepEqual([source.ended, source.inUse], [true, false]);
});

test('mute, unmute and end of a source', () => {
  const source = new TrackSource('video');
  const tracks = Array.from({ length: 20 }, () => source.createTrack());
  let n = 0;
  const ended = atEveryDepth(() => (n++ % 2 === 0 ? source.mute() : source.unmute()));
  assert.ok(ended > 0);
  source.unmute();
  source.mute();
  assert.ok(tracks.every(({ muted }) => muted));
  atEveryDepth(() => source.end());
  assert.ok(tracks.every(({ readyState }) => readyState === 'ended'));
  assert.equal(source.inUse, false);
});

test('setTracks', () => {
  const source = new TrackSource('video');
  const tracks = Array.from({ length: 6 }, () => source.createTrack());
  const controller = new StreamController(tracks.slice(0, 3));
  let n = 0;
  const ended = atEveryDepth(() => controller.setTracks(tracks.slice(n % 4, (n++ % 4) + 2)));
  assert.ok(ended > 0);
  assertConsistent(controller.stream, tracks);
  const log = [];
  controller.stream.onaddtrack = ({ track }) => log.push(track);
  controller.setTracks([]);
  controller.setTracks(tracks);
  assert.deepEqual(log, tracks);
  assert.deepEqual(controller.stream.getTracks(), tracks);
});

test('event handlers', () => {
  const source = new TrackSource('video');
  const track = source.createTrack();
  const { stream } = new StreamController();
  let heard = 0;
  const handler = () => heard++;
  let n = 0;
  const ended = atEveryDepth(() => {
    stream.onremovetrack = n % 2 === 0 ? handler : null;
    track.onmute = n++ % 3 === 0 ? handler : null;
  });
  assert.ok(ended > 0);
  stream.onremovetrack = track.onmute = handler;
  stream.dispatchEvent(new Event('removetrack'));
  source.mute();
  assert.equal(heard, 2);
  stream.onremovetrack = track.onmute = null;
  stream.dispatchEvent(new Event('removetrack'));
  source.unmute();
  source.mute();
  assert.equal(heard, 2);
});

test('the solver: what it was given until the stack ended is no part of the next call', async () => {
  const solver = createSolver();
  const range = (max) => ({ min: 1, max });
  const capabilities = { width: range(1920), height: range(1080), frameRate: range(60), facingMode: ['user'] };
  const devices = [{ kind: 'video', capabilities, settings: { width: 640, height: 480, frameRate: 30 } }];
  const constraints = { width: { exact: 320 }, height: { ideal: 240 }, advanced: [{ facingMode: 'user', frameRate: 15 }] };
  const calls = [
    () => solver.selectSettings(devices, constraints),
    () => solver.fitnessDistances(devices, constraints),
    () => solver.constraintsForDeviceSelection(constraints, 'video'),
  ];
  const answers = calls.map((call) => call());
  assert.deepEqual([answers[0].settings.width, answers[0].settings.frameRate], [320, 15]);

  for (const [n, call] of calls.entries()) {
    // At each depth alone: the next call has all of the stack.
    await whereItEnds((depth) => {
      try {
        callAt(depth, call);
        return false;
      } catch (error) {
        // Of the stack, also where what failed was to instantiate the module anew.
        assert.ok(error instanceof RangeError || error.cause instanceof RangeError, error);
        return true;
      } finally {
        assert.deepEqual(call(), answers[n]);
      }
    });
  }
});

test('connect() of a virtual device: it throws and all is as before, or the device is connected', async () => {
  for (const [kind, before, after] of [
    ['audiooutput', ['Default - A', 'A'], ['Default - B', 'A', 'B']],
    ['videoinput', ['A'], ['B', 'A']],
  ]) {
    const devices = new VirtualDevices({ exposed: true });
    devices.connect({ kind, label: 'A', default: true });
    for (const frame of FRAMES) {
      await whereItEnds(async (depth) => {
        let device;
        try {
          callAt(depth, () => { device = devices.connect({ kind, label: 'B', default: true }); }, ...frame);
        } catch (error) {
          // Where V8 has no stack to make that either, it throws undefined.
          assert.ok(error instanceof RangeError || error === undefined, error);
        }
        const isThere = device !== undefined;
        const labels = (await devices.mediaDevices.enumerateDevices()).map(({ label }) => label);
        assert.deepEqual(labels, isThere ? after : before);
        device?.disconnect();
        return !isThere;
      });
    }
  }
});

for (const isStack of [false, true]) {
  test(`setting a description of ${isStack ? 'a stack' : 'a browser'} where the stack ends: the next negotiation is as ever`, async () => {
    const { host } = createHost({ isStack });
    const installation = install(host);
    const connection = new host.RTCPeerConnection();
    connection.receive(2);
    const log = [];
    for (const type of ['addtrack', 'removetrack']) connection.stream.addEventListener(type, () => log.push(type));
    connection.addEventListener('track', () => log.push('track'));
    const renegotiate = async (direction) => {
      await connection.setRemoteDescription(connection.offer(direction));
      connection.direction = direction === 'sendonly' ? 'recvonly' : direction;
      await connection.setLocalDescription();
      return log.splice(0).join();
    };
    await renegotiate('sendonly');
    for (const set of [
      () => connection.setRemoteDescription(connection.offer('inactive')),
      () => connection.setLocalDescription(),
    ]) {
      for (const frame of FRAMES) {
        await whereItEnds(async (depth) => {
          let ends = false;
          try {
            await callAt(depth, set, ...frame);
          } catch (error) {
            assert.ok(error instanceof RangeError || error === undefined, error);
            ends = true;
          }
          await renegotiate('inactive');
          assert.equal(await renegotiate('sendonly'), 'addtrack,addtrack,track,track');
          assert.equal(await renegotiate('inactive'), 'removetrack,removetrack');
          return ends;
        });
      }
    }
    installation.uninstall();
  });
}
