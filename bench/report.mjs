// Makes RESULTS.md and results.svg of what target/bench/ has: what `cargo xtask bench` has just measured.
import { readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { chart } from './chart.js';

const ENGINES = ['chromium', 'firefox', 'webkit'];

/** At least how many times as fast as the engine's own an operation is to be: getters and what is dispatched is the host's. */
const GOAL = 1.5;
const GOAL_OF_GETTERS = 1;
const isGetter = (name) => /^(track\.|event\.)?[a-zA-Z]+$|dispatch|Listener/.test(name) && !/get[A-Z]|clone|stop/.test(name);

/** Or at most how many times as long as the floor takes. */
const FLOOR_GOAL = 1.3;

const read = (name) => JSON.parse(readFileSync(new URL(`../target/bench/${name}.json`, import.meta.url), 'utf8'));
const node = read('node');
const browsers = ENGINES.map(read);
const version = JSON.parse(readFileSync(new URL('../pkg/package.json', import.meta.url), 'utf8')).version;

const table = (head, rows) =>
  [head, head.map((_, i) => (i === 0 ? '---' : '--:')), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
const ns = (timing) => (timing ? timing.median.toFixed(timing.median < 100 ? 1 : 0) : '–');
const ratio = (ours, other) => (ours && other ? other.median / ours.median : undefined);
const shown = (number) => (number === undefined ? '–' : number.toFixed(2));

/** Whether an operation meets its goal: against the engine's own, or else against the floor. */
function meets(name, { ours, native, floor }) {
  const goal = isGetter(name) ? GOAL_OF_GETTERS : GOAL;
  return ratio(ours, native) >= goal || ratio(ours, floor) >= 1 / FLOOR_GOAL;
}

/** What takes how long without the package and with it. */
const compared = (rows) =>
  table(
    ['', 'native', 'installed', '×'],
    rows.map(({ name, native, installed }) => [name, native.toFixed(1), installed.toFixed(1), native > 0 ? (installed / native).toFixed(2) : '–']),
  );

const names = browsers[0].rows.map(({ name }) => name);
const inBrowsers = names.map((name) => {
  const cells = browsers.flatMap(({ rows }) => {
    const timings = rows.find((row) => row.name === name)?.timings ?? {};
    const mark = meets(name, timings) ? '' : ' ✗';
    return [ns(timings.ours), shown(ratio(timings.ours, timings.native)) + mark, shown(ratio(timings.ours, timings.floor))];
  });
  return [name, ...cells];
});
const met = browsers.map(({ rows }) => rows.filter(({ name, timings }) => meets(name, timings)).length);

const others = Object.keys(Object.assign({}, ...node.rows.map(({ timings }) => timings))).filter((name) => name !== 'ours');
const isNearFloor = ({ ours, floor }) => ratio(ours, floor) >= 1 / FLOOR_GOAL;
const isAhead = ({ ours }, other) => other === undefined || other.median >= ours.median;
const inNode = node.rows.map(({ name, timings }) => {
  const { ours, floor, ...packages } = timings;
  const cells = others.filter((other) => other !== 'floor').map((other) => ns(packages[other]) + (isAhead(timings, packages[other]) ? '' : ' ✗'));
  return [name, ns(ours), ns(floor), shown(ratio(ours, floor)) + (isNearFloor(timings) ? '' : ' ✗'), ...cells];
});
const nearFloor = node.rows.filter(({ timings }) => isNearFloor(timings)).length;
const ahead = node.rows.filter(({ timings: { floor, ...rest } }) => Object.values(rest).every((timing) => isAhead(rest, timing))).length;
const toldOfNode = `${node.host}: ${nearFloor} of ${node.rows.length} within ${FLOOR_GOAL} times the floor, ${ahead} ahead of every package`;

const steps = Object.keys(browsers[0].starts);
const now = new Date().toISOString().slice(0, 10);
const text = `# Measured

Version ${version}, ${now}, on ${cpus().length} × ${cpus()[0].model.trim()}, by \`cargo xtask bench\`, which makes this file. A ratio
above 1 is this package faster. Medians of rounds that take turns; other programs on the machine slow all of them alike.

## Against the browser's own

ns an operation, then how many times as long the browser's own takes, and a plain JavaScript class that does the same (the floor). An
operation meets its goal where it is ${GOAL} times as fast as the browser's own (getters and what the host dispatches: ${GOAL_OF_GETTERS}), or
takes at most ${FLOOR_GOAL} times as long as the floor. Those that don't have a ✗.

${table(['', ...browsers.flatMap(({ host }) => [host, '× own', '× floor'])], inBrowsers)}

${browsers.map(({ host, rows }, i) => `${host}: ${met[i]} of ${rows.length} at their goal.`).join(' ')}

![How many times as long the browser's own takes](results.svg)

## In Node

ns an operation in ${node.host}; – where a package can't do it, or does it wrong. ✗ where the floor takes less than ${(1 / FLOOR_GOAL).toFixed(2)} of the
time, or a package less than this one.

${table(['', 'this', 'floor', '× floor', ...others.filter((other) => other !== 'floor')], inNode)}

${toldOfNode}.

## With more tracks

ms in ${node.host}, of tracks that are all listened to, and what the floor takes.

${table(
  ['', ...node.growth[0].times.flatMap(({ count }) => [count.toLocaleString('en'), 'floor'])],
  node.growth.map(({ name, times }) => [name, ...times.flatMap(({ ours, floor }) => [ours.toFixed(2), floor.toFixed(2)])]),
)}

## Memory

MiB in ${node.host} while streams of one track come and go, whose handlers close over them, and nobody asks for a collection. A
process's is what it had at the most until then.

${table(
  ['streams', ...node.memory.map(({ streams }) => `${streams / 1e6} million`)],
  [
    ['the core’s memory', ...node.memory.map(({ core }) => core.toFixed(1))],
    ['the process', ...node.memory.map(({ process }) => process.toFixed(0))],
    ['a process with the floor', ...node.floorMemory.map(({ process }) => process.toFixed(0))],
  ],
)}

## Connections and captures

As the host does it, with the package installed, and how many times as long that takes.

${[node, ...browsers.filter(({ connections }) => connections)].map(({ host, connections }) => `${host === node.host ? `${host}, @roamhq/wrtc` : host}\n\n${compared(connections)}`).join('\n\n')}

## From nothing

ms in a document of its own, from the import to the first \`removetrack\`:

${table(['', ...browsers.map(({ host }) => host)], steps.map((step) => [step, ...browsers.map(({ starts }) => starts[step].median.toFixed(1))]))}

ms in a Node process of its own, less what Node takes itself:

${table(['', 'ms'], Object.entries(node.starts).map(([name, { median }]) => [name, median.toFixed(0)]))}
`;
writeFileSync(new URL('RESULTS.md', import.meta.url), text);
const bars = names.map((name) => ({
  name,
  ratios: browsers.map(({ rows }) => {
    const { ours, native } = rows.find((row) => row.name === name)?.timings ?? {};
    return ratio(ours, native);
  }),
}));
writeFileSync(new URL('results.svg', import.meta.url), chart(browsers.map(({ host }) => host), bars));
for (const [i, { host, rows }] of browsers.entries()) console.log(`${host}: ${met[i]} of ${rows.length} operations at their goal`);
console.log(toldOfNode);
console.log('bench/RESULTS.md has it all');
