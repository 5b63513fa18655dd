/** @file How long operations take, of several implementations side by side. */

/** How long one round of one operation of one implementation takes at least, in ms. */
const ROUND = 8;
const ROUNDS = 20;

/** Rounds before those that count: engines compile what is hot more than once. */
const WARM_UP = 30;

/**
 * @typedef {object} Timing of an operation, in ns
 * @property {number} median
 * @property {number} low the first quartile
 * @property {number} high the third
 */

/**
 * @param {Record<string, import('./operations/index.js').Operations>} implementations
 * @returns {Promise<{ name: string, timings: Record<string, Timing> }[]>} without those that can't do it; rounds take turns, so
 *   that what else the machine does happens to all of them
 */
export async function measure(implementations) {
  const results = [];
  for (const name of Object.keys(Object.assign({}, ...Object.values(implementations)))) {
    const runs = Object.entries(implementations)
      .filter(([, operations]) => canDo(operations[name]))
      .map(([implementation, { [name]: operation }]) => ({ implementation, operation, times: calibrate(operation), rounds: [] }));
    for (let round = -WARM_UP; round < ROUNDS; round++) {
      for (const { operation, times, rounds } of shuffled(runs)) {
        const time = timed(operation, times);
        if (round >= 0) rounds.push((time / times) * 1e6);
        // As on any page, what was collected is finalized between two tasks.
        await new Promise((resolve) => setTimeout(resolve));
      }
    }
    results.push({ name, timings: Object.fromEntries(runs.map((run) => [run.implementation, quartiles(run.rounds)])) });
  }
  return results;
}

/** @param {((times: number) => unknown) | undefined} operation */
function canDo(operation) {
  try {
    operation(1);
    return true;
  } catch {
    return false;
  }
}

/**
 * What one leaves behind may be collected in the time of the next, which so is now this one and now that.
 * @template T
 * @param {T[]} items
 * @returns {T[]}
 */
function shuffled(items) {
  const places = items.map((item) => ({ item, place: Math.random() }));
  return places.sort((a, b) => a.place - b.place).map(({ item }) => item);
}

/**
 * How often an operation is done in a round: warms it up, too. It takes that long more than once: a collection may come in between,
 * and what is done a few times is shorter than the clock's ticks.
 */
function calibrate(operation) {
  for (let times = 16; ; times *= 2) {
    if ([1, 2, 3].every(() => timed(operation, times) >= ROUND)) return times;
  }
}

function timed(operation, times) {
  const start = performance.now();
  kept = operation(times);
  return performance.now() - start;
}

/**
 * @param {number[]} numbers
 * @returns {Timing}
 */
export function quartiles(numbers) {
  numbers.sort((a, b) => a - b);
  const at = (/** @type {number} */ part) => numbers[Math.floor(numbers.length * part)];
  return { median: at(0.5), low: at(0.25), high: at(0.75) };
}

/** What operations return, so that no engine may leave them out. */
export let kept;
