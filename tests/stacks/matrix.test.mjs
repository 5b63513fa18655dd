// The matrix of where `removetrack` must fire, over WebRTC stacks in Node: with the package installed, every cell that
// is a call holds. What is found is left for `cargo xtask matrix` (xtask/src/matrix.rs).
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { SCENARIOS, cells } from '../../www/matrix/cells.js';
import { FAILED_HANDSHAKE } from './hosts.mjs';

const run = promisify(execFile);
const folder = fileURLToPath(new URL('../../target/matrix/', import.meta.url));

/** How many cells each scenario has at least. */
const CELLS = { S1: 21, S2: 15, S3: 9, S4: 14, S9: 6, S10: 18 };

const isCall = ({ uses }) => uses.includes('calls');

/** How often a half is run before a crash of its stack counts. */
const ATTEMPTS = 3;

async function runHalf(name, half, context, attempt = 1) {
  const script = fileURLToPath(new URL('half.mjs', import.meta.url));
  try {
    const { stdout } = await run(process.execPath, [script, name, half], { maxBuffer: 2 ** 28, timeout: 300_000 });
    return JSON.parse(stdout);
  } catch (error) {
    // @roamhq/wrtc is native code, and crashes now and then, more often as it is than with the package installed.
    if (name !== 'wrtc' || error.signal !== 'SIGSEGV' || attempt === ATTEMPTS) throw error;
    // xtask/src/test/count.rs counts these.
    context.diagnostic('tried again: @roamhq/wrtc: a crash');
    return runHalf(name, half, context, attempt + 1);
  }
}

for (const name of ['wrtc', 'werift']) {
  test(`with the package installed into ${name}, every cell of the matrix that is a call holds`, async (context) => {
    const [native, installed] = await Promise.all(['native', 'installed'].map((half) => runHalf(name, half, context)));
    // xtask/src/test/count.rs counts these.
    for (let n = native.failedConnections + installed.failedConnections; n > 0; n--) {
      context.diagnostic(`tried again: ${FAILED_HANDSHAKE}`);
    }
    const results = {
      host: name,
      provided: installed.provided,
      repaired: installed.repaired,
      scenarios: SCENARIOS.map(({ id, title }) => ({ id, title })),
      cells: cells.map(({ id, scenario, title }) => ({
        id,
        scenario,
        title,
        native: native.outcomes[id],
        installed: installed.outcomes[id],
      })),
    };
    await mkdir(folder, { recursive: true });
    await writeFile(`${folder}${name}.json`, JSON.stringify(results, undefined, 2));

    assert.deepEqual(installed.errors, []);
    for (const cell of cells) {
      const { state, complaints, log } = installed.outcomes[cell.id];
      const expected = isCall(cell) ? 'holds' : 'absent';
      assert.equal(state, expected, [`${cell.id} ${cell.title}`, ...complaints, 'log:', ...log].join('\n  '));
    }
    for (const [scenario, least] of Object.entries(CELLS)) {
      const own = cells.filter((cell) => cell.scenario === scenario);
      assert.ok(own.length >= least, `${scenario} has only ${own.length} cells`);
      const holding = own.filter(({ id }) => native.outcomes[id].state === 'holds').length;
      context.diagnostic(`${scenario}: ${holding} → ${own.length} of ${own.length}`);
    }
  });
}
