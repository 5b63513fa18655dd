// One half of the matrix over a stack, in a process of its own: `node half.mjs wrtc native` or `… installed`. It writes
// what it found to its standard output, as JSON.
import { writeSync } from 'node:fs';
import { install } from '#node';
import { cells, runCell } from '../../www/matrix/cells.js';
import { PURPOSE } from '../../www/matrix/scenarios/leaving.js';
import { CONNECTION_ATTEMPTS, hasFailedHandshake, loadStack } from './hosts.mjs';

const AT_A_TIME = 4;

/** What went wrong here, apart from what listeners throw on purpose. */
const errors = [];
for (const event of ['uncaughtException', 'unhandledRejection']) {
  process.on(event, (error) => {
    if (!error?.message?.includes(PURPOSE)) errors.push(`${error?.stack ?? error}`);
  });
}

const [name, half] = process.argv.slice(2);
const { stack, createHost } = await loadStack(name);
const { provided, repaired } = half === 'installed' ? install(stack) : { provided: [], repaired: [] };

const host = createHost();
const outcomes = {};
let failedConnections = 0;
const queue = [...cells];
async function work() {
  for (let cell = queue.shift(); cell !== undefined; cell = queue.shift()) outcomes[cell.id] = await outcomeOf(cell);
}

async function outcomeOf(cell, attempt = 1) {
  const outcome = await runCell(cell, host);
  const isUnconnected = outcome.complaints.some((complaint) => hasFailedHandshake(name, complaint));
  if (!isUnconnected || attempt === CONNECTION_ATTEMPTS) return outcome;
  failedConnections++;
  return outcomeOf(cell, attempt + 1);
}

await Promise.all(Array.from({ length: AT_A_TIME }, work));

// All at once, and then out: @roamhq/wrtc keeps its process alive, or crashes when that ends by itself.
for (let rest = Buffer.from(JSON.stringify({ provided, repaired, errors, failedConnections, outcomes })); rest.length > 0; ) {
  rest = rest.subarray(writeSync(1, rest));
}
process.exit(0);
