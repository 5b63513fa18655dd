/** @file From nothing to the first event, in documents of their own. */

import { quartiles } from './measure.js';

const DOCUMENTS = 15;

/** @returns {Promise<Record<string, import('./measure.js').Timing>>} in ms, by what is done */
export async function coldStarts() {
  /** @type {Record<string, number[]>} */
  const times = {};
  for (let i = 0; i < DOCUMENTS; i++) {
    const told = new Promise((resolve) => addEventListener('message', ({ data }) => resolve(data), { once: true }));
    const frame = document.createElement('iframe');
    frame.src = 'cold-start.html';
    document.body.append(frame);
    for (const [what, time] of Object.entries(await told)) (times[what] ??= []).push(time);
    frame.remove();
  }
  return Object.fromEntries(Object.entries(times).map(([what, all]) => [what, quartiles(all)]));
}
