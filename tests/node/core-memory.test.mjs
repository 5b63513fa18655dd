// What the core's memory comes to, as WebAssembly has it, while nobody asks for a collection.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inProcess } from './harness.mjs';

test('the core gives back what streams had that nobody asked to be collected', async () => {
  const megabytes = await inProcess(async () => {
    const memories = [];
    const { Instance, Memory } = WebAssembly;
    WebAssembly.Instance = class extends Instance {
      constructor(...init) {
        super(...init);
        memories.push(...Object.values(this.exports).filter((value) => value instanceof Memory));
      }
    };
    const { MediaStream, TrackSource } = await import('mediastream-polyfill');
    const track = new TrackSource('video').createTrack();
    for (let task = 0; task < 200; task++) {
      for (let n = 0; n < 10_000; n++) {
        const stream = new MediaStream([track]);
        stream.onremovetrack = () => stream;
      }
      await new Promise(setImmediate);
    }
    return memories[0].buffer.byteLength / 1e6;
  });
  // All of the two million at a time would be 128.
  assert.ok(megabytes < 64, `${megabytes} MB`);
});
