// What the collector may take and what it must not.
// https://w3c.github.io/mediacapture-main/#garbage-collection and #garbage-collection-0
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inProcess } from './harness.mjs';

const flags = ['--expose-gc'];

/** Defines `collect()`, which gives the collector and the finalizers every chance. */
const collect = `
  const collect = async () => {
    for (let n = 0; n < 10; n++) {
      gc();
      await new Promise((resolve) => setImmediate(resolve));
    }
  };`;

const inCollectedProcess = (body) => inProcess(`async () => {
  const { MediaStream, StreamController, TrackSource } = await import('mediastream-polyfill');
  ${collect}
  ${body}
}`, { flags });

test('a stream whose listeners close over it is collected when nobody else refers to it', async () => {
  const dead = await inCollectedProcess(`
    const references = [];
    (() => {
      for (let n = 0; n < 200; n++) {
        const stream = new MediaStream([new TrackSource('video').createTrack()]);
        stream.onremovetrack = () => stream.id;
        stream.addEventListener('addtrack', () => stream.getTracks());
        references.push(new WeakRef(stream));
      }
    })();
    await collect();
    return references.filter((reference) => reference.deref() === undefined).length;
  `);
  assert.equal(dead, 200);
});

test('a stream of a controller lives as long as the controller, and goes with it', async () => {
  const states = await inCollectedProcess(`
    let controller = new StreamController();
    const reference = new WeakRef(controller.stream);
    await collect();
    const states = [reference.deref() !== undefined];
    controller = undefined;
    await collect();
    states.push(reference.deref() !== undefined);
    return states;
  `);
  assert.deepEqual(states, [true, false]);
});

test('a track that was taken out of a large stream, wherever it was, is not kept by that', async () => {
  const dead = await inCollectedProcess(`
    const newTrack = () => new TrackSource('video').createTrack();
    const stream = new MediaStream();
    const references = [];
    (() => {
      const tracks = Array.from({ length: 100 }, newTrack);
      for (const track of tracks) stream.addTrack(track);
      for (let n = 99; n > 0; n -= 5) {
        references.push(new WeakRef(tracks[n]));
        stream.removeTrack(tracks[n]);
        const other = newTrack();
        references.push(new WeakRef(other));
        stream.addTrack(other);
        stream.removeTrack(other);
      }
    })();
    await collect();
    return [references.filter((reference) => reference.deref() === undefined).length, stream.getTracks().length];
  `);
  assert.deepEqual(dead, [40, 80]);
});

test('a source, its tracks and their listeners are collected together when nobody refers to them', async () => {
  const dead = await inCollectedProcess(`
    const references = [];
    (() => {
      for (let n = 0; n < 100; n++) {
        const source = new TrackSource('video');
        const track = source.createTrack();
        track.onended = () => [source, track];
        track.addEventListener('mute', () => source.inUse);
        references.push(new WeakRef(track), new WeakRef(source));
      }
    })();
    await collect();
    return references.filter((reference) => reference.deref() === undefined).length;
  `);
  assert.equal(dead, 200);
});

for (const [what, listen] of Object.entries({
  'an ended listener': "track.addEventListener('ended', heard)",
  'an onended handler': 'track.onended = heard',
  'a mute listener': "track.addEventListener('mute', heard)",
  'an onunmute handler': 'track.onunmute = heard',
})) {
  test(`a live track with ${what} is not collected while its source lives, and hears its event`, async () => {
    const [alive, count] = await inCollectedProcess(`
      const source = new TrackSource('video');
      let count = 0;
      const heard = () => count++;
      // More than any nursery holds, so that it isn't for being new that they live.
      const references = [];
      (() => {
        for (let n = 0; n < 300; n++) {
          const track = source.createTrack();
          ${listen};
          references.push(new WeakRef(track));
        }
      })();
      await collect();
      const alive = references.filter((reference) => reference.deref() !== undefined).length;
      source.mute();
      source.unmute();
      source.end();
      return [alive, count];
    `);
    assert.deepEqual([alive, count], [300, 300]);
  });
}

test('so is one that was observed after it had left the nursery', async () => {
  const count = await inCollectedProcess(`
    const source = new TrackSource('video');
    let count = 0;
    await (async () => {
      const tracks = Array.from({ length: 300 }, () => source.createTrack());
      await collect();
      for (const track of tracks) track.onended = () => count++;
    })();
    await collect();
    source.end();
    return count;
  `);
  assert.equal(count, 300);
});

test('an observed clone is kept like any other track', async () => {
  const count = await inCollectedProcess(`
    const source = new TrackSource('video');
    let count = 0;
    (() => {
      const track = source.createTrack();
      for (let n = 0; n < 300; n++) track.clone().onended = () => count++;
      track.stop();
    })();
    await collect();
    source.end();
    return count;
  `);
  assert.equal(count, 300);
});

test('live tracks that nobody observes and nobody holds do not accumulate on a long-lived source', async () => {
  const [alive, sourceEnded] = await inCollectedProcess(`
    const source = new TrackSource('video');
    const references = [];
    for (let n = 0; n < 2_000; n++) {
      references.push(new WeakRef(source.createTrack()));
      if (n % 500 === 0) await collect();
    }
    await collect();
    const alive = references.filter((reference) => reference.deref() !== undefined).length;
    source.end();
    return [alive, source.ended];
  `);
  assert.ok(alive < 200, `${alive} of 2000 are alive`);
  assert.equal(sourceEnded, true);
});

test('an observed track that has ended is collected', async () => {
  const alive = await inCollectedProcess(`
    const source = new TrackSource('video');
    const ended = new TrackSource('video');
    const references = [];
    (() => {
      for (let n = 0; n < 200; n++) {
        const tracks = [source.createTrack(), ended.createTrack()];
        for (const track of tracks) {
          track.onended = () => track;
          references.push(new WeakRef(track));
        }
        tracks[0].stop();
      }
      ended.end();
    })();
    await collect();
    source.mute();
    return references.filter((reference) => reference.deref() !== undefined).length;
  `);
  assert.equal(alive, 0);
});

test('an observed track that has ended keeps nobody alive that was created beside it', async () => {
  const alive = await inCollectedProcess(`
    const source = new TrackSource('video');
    const references = [];
    (() => {
      for (let n = 0; n < 320; n++) {
        const track = source.createTrack();
        references.push(new WeakRef(track));
        if (n % 8 !== 0) continue;
        track.onended = () => {};
        track.stop();
      }
    })();
    await collect();
    source.inUse;
    return references.filter((reference) => reference.deref() !== undefined).length;
  `);
  assert.ok(alive <= 16, `${alive} of 320 are alive`);
});

for (const [what, listenAndStop] of Object.entries({
  'whose listener was removed': `
    track.addEventListener('ended', heard);
    track.removeEventListener('ended', heard);`,
  'whose capturing listener was removed': `
    track.addEventListener('mute', heard, { capture: true });
    track.removeEventListener('mute', heard, { capture: true });`,
  'whose handler is null again': `
    track.onended = heard;
    track.onended = null;`,
  'whose listener has run once': `
    track.addEventListener('mute', heard, { once: true });
    track.dispatchEvent(new Event('mute'));`,
  'whose listener was aborted': `
    const controller = new AbortController();
    track.addEventListener('ended', heard, { signal: controller.signal });
    controller.abort();`,
  'whose listener was aborted from the start': `
    track.addEventListener('ended', heard, { signal: AbortSignal.abort() });`,
})) {
  test(`a live track ${what} is collected while its source lives`, async () => {
    const alive = await inCollectedProcess(`
      const source = new TrackSource('video');
      const heard = () => {};
      const references = [];
      (() => {
        for (let n = 0; n < 320; n++) {
          const track = source.createTrack();
          ${listenAndStop}
          references.push(new WeakRef(track));
        }
      })();
      await collect();
      source.inUse;
      return references.filter((reference) => reference.deref() !== undefined).length;
    `);
    assert.ok(alive <= 16, `${alive} of 320 are alive`);
  });
}

// Node's EventTarget calls removeEventListener() itself then, jsdom's does not.
test('in jsdom, a live track whose listener was aborted is collected while its source lives', async () => {
  const alive = await inCollectedProcess(`
    const { JSDOM } = await import('jsdom');
    const { createRealm } = await import('mediastream-polyfill');
    const { window } = new JSDOM('');
    const source = new (createRealm(window).TrackSource)('video');
    const references = [];
    (() => {
      for (let n = 0; n < 320; n++) {
        const track = source.createTrack();
        const controller = new window.AbortController();
        track.addEventListener('ended', () => {}, { signal: controller.signal });
        controller.abort();
        references.push(new WeakRef(track));
      }
    })();
    await collect();
    source.inUse;
    return references.filter((reference) => reference.deref() !== undefined).length;
  `);
  assert.ok(alive <= 16, `${alive} of 320 are alive`);
});

for (const [what, listen] of Object.entries({
  'one of whose two listeners was removed': `
    track.addEventListener('ended', heard);
    track.addEventListener('ended', () => {});
    track.removeEventListener('ended', heard);
    track.addEventListener('ended', heard);`,
  'for which a listener was removed that it did not have': `
    track.addEventListener('ended', heard);
    track.removeEventListener('ended', heard, { capture: true });
    track.removeEventListener('ended', () => {});
    track.removeEventListener('mute', heard);`,
  'whose listener was added twice and runs once for one of them': `
    track.addEventListener('ended', heard);
    track.addEventListener('ended', heard, { once: true });`,
})) {
  test(`a live track ${what} is not collected while its source lives, and hears its event`, async () => {
    const count = await inCollectedProcess(`
      const source = new TrackSource('video');
      let count = 0;
      const heard = () => count++;
      (() => {
        for (let n = 0; n < 320; n++) {
          const track = source.createTrack();
          ${listen}
        }
      })();
      await collect();
      source.end();
      return count;
    `);
    assert.equal(count, 320);
  });
}

test('a track that somebody holds hears its events without having been observed: nothing is missed', async () => {
  const count = await inCollectedProcess(`
    const source = new TrackSource('video');
    let count = 0;
    const tracks = Array.from({ length: 300 }, () => source.createTrack());
    await collect();
    for (const track of tracks) EventTarget.prototype.addEventListener.call(track, 'ended', () => count++);
    await collect();
    const observed = source.observed;
    source.end();
    return [count, observed];
  `);
  assert.deepEqual(count, [300, false]);
});

test('a track in a stream that somebody holds is held', async () => {
  const count = await inCollectedProcess(`
    const source = new TrackSource('video');
    const stream = new MediaStream(Array.from({ length: 300 }, () => source.createTrack()));
    await collect();
    source.end();
    return stream.getTracks().filter((track) => track.readyState === 'ended').length;
  `);
  assert.equal(count, 300);
});

test('memory stays flat over many short-lived streams and tracks whose listeners close over them', async () => {
  const [before, after] = await inCollectedProcess(`
    const round = () => {
      const source = new TrackSource('video');
      for (let n = 0; n < 20_000; n++) {
        const track = source.createTrack();
        const stream = new MediaStream([track]);
        stream.onremovetrack = () => stream;
        track.onended = () => track;
        track.stop();
      }
    };
    const rounds = async (count) => {
      for (let n = 0; n < count; n++) {
        round();
        await collect();
      }
    };
    await rounds(3);
    const used = () => process.memoryUsage().heapUsed + process.memoryUsage().external;
    const before = used();
    await rounds(5);
    return [before, used()];
  `);
  assert.ok(after - before < 4_000_000, `${after - before} bytes more`);
});

test('slots that are used again do not mix up the tracks of before and of now', async () => {
  const wrong = await inCollectedProcess(`
    const source = new TrackSource('video');
    let wrong = 0;
    for (let round = 0; round < 20; round++) {
      for (let n = 0; n < 500; n++) new MediaStream([source.createTrack()]).clone();
      await collect();
      const kept = Array.from({ length: 100 }, () => source.createTrack());
      const heard = new Set();
      for (const track of kept) track.onmute = () => heard.add(track);
      if (new Set(kept.map((track) => track.id)).size !== 100) wrong++;
      source.mute();
      source.unmute();
      if (heard.size !== 100) wrong++;
      if (!kept.every((track) => track.readyState === 'live' && track.enabled && !track.muted)) wrong++;
      for (const track of kept) track.stop();
    }
    return wrong;
  `);
  assert.equal(wrong, 0);
});

for (const [how, gone] of [['ended', 'track.stop();'], ['were dropped while live', '']]) {
  test(`a source keeps no more for the tracks that ${how} than for those that there were at a time`, async () => {
    const [created, left] = await inProcess(`async () => {
      let created = 0;
      let collected = 0;
      const registry = new FinalizationRegistry(() => collected++);
      globalThis.WeakRef = class extends WeakRef {
        constructor(target) {
          super(target);
          created++;
          registry.register(this);
        }
      };
      const { TrackSource } = await import('mediastream-polyfill');
      ${collect}
      const source = new TrackSource('video');
      for (let round = 0; round < 20; round++) {
        for (let n = 0; n < 1600; n++) {
          const track = source.createTrack();
          ${gone}
        }
        await collect();
      }
      return [created, created - collected];
    }`, { flags });
    assert.ok(created > 1900, `${created} groups`);
    assert.ok(left < 400, `${left} of ${created} are left`);
  });
}

test('a source that once had many tracks looks through what is left of them seldom', async () => {
  const looks = await inProcess(`async () => {
    let looks = 0;
    const { deref } = WeakRef.prototype;
    WeakRef.prototype.deref = function () {
      looks++;
      return deref.call(this);
    };
    const { TrackSource } = await import('mediastream-polyfill');
    ${collect}
    const source = new TrackSource('video');
    for (let n = 0; n < 100_000; n++) source.createTrack();
    await collect();
    looks = 0;
    for (let n = 0; n < 100_000; n++) source.createTrack().stop();
    return looks;
  }`, { flags });
  assert.ok(looks < 100_000, `${looks} looks`);
});
