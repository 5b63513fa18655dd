/** @file How long operations take, of several implementations side by side. */

/** How long one round of one operation of one implementation takes at least, in ms. */
const ROUND = 8;
const ROUNDS = 20;

/** Rounds before those that count: engines compile what is hot more than once. */
const WARM_UP = 30;

/**
 * @param {Record<string, Record<string, (times: number) => unknown>>} implementations operations by name
 * @returns {Promise<{ name: string, [implementation: string]: number | string | null }[]>} ns an operation: the median
 *   of rounds that take turns, so that what else the machine does happens to all of them
 */
export async function measure(implementations) {
  const results = [];
  for (const name of Object.keys(Object.values(implementations)[0])) {
    const runs = Object.entries(implementations).map(([implementation, operations]) => {
      const operation = operations[name];
      return { implementation, operation, times: operation ? calibrate(operation) : 0, rounds: [] };
    });
    for (let round = -WARM_UP; round < ROUNDS; round++) {
      for (const { operation, times, rounds } of runs) {
        if (!operation) continue;
        const time = timed(operation, times);
        if (round >= 0) rounds.push((time / times) * 1e6);
        // As on any page, what was collected is finalized between two tasks.
        await new Promise((resolve) => setTimeout(resolve));
      }
    }
    results.push({ name, ...Object.fromEntries(runs.map((run) => [run.implementation, median(run.rounds)])) });
  }
  return results;
}

/** How often an operation is done in a round: warms it up, too. */
function calibrate(operation) {
  for (let times = 16; ; times *= 2) {
    if (timed(operation, times) >= ROUND) return times;
  }
}

function timed(operation, times) {
  const start = performance.now();
  kept = operation(times);
  return performance.now() - start;
}

function median(numbers) {
  if (numbers.length === 0) return null;
  return numbers.sort((a, b) => a - b)[numbers.length >> 1];
}

/** What operations return, so that no engine may leave them out. */
export let kept;
