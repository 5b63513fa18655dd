// How far memory grows while streams of one track, whose handlers close over them, come and go, and nobody asks for a collection:
// the core's, and the process's at its most. Prints JSON: [{ streams, core, process }], in MiB.
//
//   node bench/memory.mjs ours|floor [millions of streams]
import { argv, resourceUsage } from 'node:process';

const { Instance, Memory } = WebAssembly;
/** @type {WebAssembly.Memory[]} */
const memories = [];
WebAssembly.Instance = class extends Instance {
  constructor(module, imports) {
    super(module, imports);
    memories.push(...Object.values(this.exports).filter((value) => value instanceof Memory));
  }
};
const implementations = { ...(await import('./implementations/ours.js')), ...(await import('./implementations/floor.js')) };
const { MediaStream, newTrack } = implementations[argv[2]];

const total = 1e6 * Number(argv[3] ?? 20);
const track = newTrack();
const samples = [];
const TASK = 10_000;
for (let streams = TASK; streams <= total; streams += TASK) {
  for (let i = 0; i < TASK; i++) {
    const stream = new MediaStream([track]);
    stream.onremovetrack = () => stream;
  }
  // As on any page, what was collected is finalized between two tasks.
  await new Promise(setImmediate);
  if (streams % (total / 10) === 0) {
    samples.push({ streams, core: memories[0].buffer.byteLength / 2 ** 20, process: resourceUsage().maxRSS / 2 ** 10 });
  }
}
console.log(JSON.stringify(samples));
