// How far the core's memory grows while streams of one track, whose handlers close over them, come and go, and nobody asks for
// a collection. Prints JSON: [{ streams, megabytes }].
//
//   node bench/memory.mjs [millions of streams]
const { Instance, Memory } = WebAssembly;
/** @type {WebAssembly.Memory[]} */
const memories = [];
WebAssembly.Instance = class extends Instance {
  constructor(module, imports) {
    super(module, imports);
    memories.push(...Object.values(this.exports).filter((value) => value instanceof Memory));
  }
};
const { MediaStream, TrackSource } = await import('../pkg/index.js');

const total = 1e6 * Number(process.argv[2] ?? 20);
const track = new TrackSource('video').createTrack();
const samples = [];
const TASK = 10_000;
for (let streams = TASK; streams <= total; streams += TASK) {
  for (let i = 0; i < TASK; i++) {
    const stream = new MediaStream([track]);
    stream.onremovetrack = () => stream;
  }
  // As on any page, what was collected is finalized between two tasks.
  await new Promise(setImmediate);
  if (streams % (total / 10) === 0) samples.push({ streams, megabytes: memories[0].buffer.byteLength / 2 ** 20 });
}
console.log(JSON.stringify(samples));
