/** @file Rows of numbers. */

/** @param {string | number} name @param {(string | number)[]} cells */
export const row = (name, ...cells) =>
  console.log(String(name).padEnd(42), ...cells.map((cell) => String(cell).slice(0, 12).padStart(12)));

/** @param {import('./measure.js').Timing | undefined} timing */
export const ns = (timing) => (timing === undefined ? '–' : timing.median.toFixed(1));
