// What the core's memory comes to, as WebAssembly has it, while nobody asks for a collection.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inProcess } from './harness.mjs';

test('the core gives back what streams had that nobody asked to be collected', async () => {
  const bytes = await inProcess(async () => {
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
    let streams = 0;
    const bytesOfEach = () => memories[0].buffer.byteLength / streams;
    // Where processors are few, a collection that goes on beside the script may take until many more are there.
    while (streams < 2_000_000 || (bytesOfEach() > 32 && streams < 10_000_000)) {
      for (let n = 0; n < 10_000; n++) {
        const stream = new MediaStream([track]);
        stream.onremovetrack = () => stream;
      }
      streams += 10_000;
      await new Promise(setImmediate);
    }
    return bytesOfEach();
  });
  // All of them at a time would be 64.
  assert.ok(bytes <= 32, `${bytes} bytes of each`);
});
