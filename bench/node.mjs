// Measures in Node: this package beside the floor and other packages, how time grows, what happens to memory, and cold starts.
// Leaves the results in target/bench/node.json, of which report.mjs makes RESULTS.md. With a text, it measures only operations
// whose names have it, and leaves nothing. growth.mjs, memory.mjs and connections.mjs run by themselves as well.
//
//   node bench/node.mjs [text]
import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { FinalizedStream, floor } from './implementations/floor.js';
import { ours } from './implementations/ours.js';
import { packages } from './implementations/packages.js';
import { measure, quartiles } from './measure.js';
import { operationsOf } from './operations/index.js';
import { row, ns } from './print.js';

const STARTS = 15;

const [only = ''] = process.argv.slice(2);
const implementations = { ours, floor, ...(await packages()) };
const names = Object.keys(implementations);

console.log(`Node ${process.version}: ns an operation; the floor is a plain JavaScript class`);
row('', ...names);
const rows = await measure(await operationsOf(implementations, only));
for (const { name, timings } of rows) row(name, ...names.map((each) => ns(timings[each])));
// The other packages keep Node running.
if (only) process.exit();

const [{ timings: finalizers }] = await measure({
  'a page of 64': { 'new MediaStream()': (times) => construct(ours.MediaStream, times) },
  'an object': { 'new MediaStream()': (times) => construct(FinalizedStream, times) },
});
console.log('\nns of new MediaStream(), and of an empty class with a finalizer an object');
for (const [name, timing] of Object.entries(finalizers)) row(`a finalizer ${name}`, ns(timing));

console.log('\nms, by the number of tracks, and what the floor takes');
const grown = program('growth.mjs');
row('', ...grown[0].times.flatMap(({ count }) => [count, 'floor']));
for (const { name, times } of grown) row(name, ...times.flatMap(({ ours, floor }) => [ours.toFixed(2), floor.toFixed(2)]));

const [memory, floorMemory] = [program('memory.mjs', 'ours'), program('memory.mjs', 'floor')];
console.log('\nMiB after so many streams that nobody keeps: the core’s memory, the process, and the process with the floor');
for (const [i, { streams, core, process }] of memory.entries()) {
  row(`${streams / 1e6} million`, ...[core, process, floorMemory[i].process].map((megabytes) => megabytes.toFixed(1)));
}

const connections = program('connections.mjs');
console.log('\nConnections of @roamhq/wrtc, as they are and with the package installed');
for (const { name, native, installed } of connections) row(name, native.toFixed(1), installed.toFixed(1), (installed / native).toFixed(2));

const starts = coldStarts();
console.log('\nms from a new process to what is imported, less what Node takes itself');
for (const [name, { median }] of Object.entries(starts)) row(name, median.toFixed(1));

mkdirSync(inThisFolder('../target/bench'), { recursive: true });
const results = { host: `Node ${process.version}`, rows, finalizers, growth: grown, memory, floorMemory, connections, starts };
writeFileSync(inThisFolder('../target/bench/node.json'), JSON.stringify(results));
process.exit();

function construct(MediaStream, times) {
  let stream;
  for (let i = 0; i < times; i++) stream = new MediaStream();
  return stream;
}

/** Processes of their own, which take turns. */
function coldStarts() {
  const programs = {
    nothing: '',
    'mediastream-polyfill, to the first event': `
      import { StreamController, TrackSource } from 'mediastream-polyfill';
      const track = new TrackSource('video').createTrack();
      const controller = new StreamController([track]);
      controller.stream.onremovetrack = () => process.exit();
      controller.removeTrack(track);`,
    'fake-mediastreamtrack': "import 'fake-mediastreamtrack'; process.exit();",
    'happy-dom': "import 'happy-dom'; process.exit();",
    werift: "import 'werift'; process.exit();",
    '@roamhq/wrtc': "import '@roamhq/wrtc'; process.exit();",
  };
  const times = Object.fromEntries(Object.keys(programs).map((name) => [name, []]));
  for (let i = 0; i < STARTS; i++) {
    for (const [name, program] of Object.entries(programs)) {
      // The package finds itself by its name in its own folder, the others are there as well.
      const cwd = inThisFolder(name.startsWith('mediastream') ? '../pkg' : '.');
      const start = performance.now();
      execFileSync(process.execPath, ['--input-type=module', '--eval', program], { cwd, stdio: 'inherit' });
      times[name].push(performance.now() - start);
    }
  }
  const { nothing, ...others } = times;
  const bare = quartiles(nothing).median;
  return Object.fromEntries(Object.entries(others).map(([name, all]) => [name, quartiles(all.map((time) => time - bare))]));
}

/** What a program of this folder prints: each measures in a process of its own. */
function program(...args) {
  const [name, ...rest] = args;
  return JSON.parse(execFileSync(process.execPath, [inThisFolder(name), ...rest], { encoding: 'utf8' }));
}

/** @param {string} path */
function inThisFolder(path) {
  return fileURLToPath(new URL(path, import.meta.url));
}
