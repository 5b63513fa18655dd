/** @file Which cells of the matrix are recorded: of each scenario one or two that differ. */

import { cells, runCell } from '../../www/matrix/cells.js';

const RECORDED = ['S1.1', 'S1.4', 'S2.1', 'S3.1', 'S4.1', 'S5.1', 'S5.2', 'S6.1', 'S7.1', 'S7.2', 'S8.1', 'S9.1', 'S10.1', 'S10.2'];

/**
 * Runs them one after the other.
 * @param {object} host of the matrix
 * @param {string[]} lines of the recorder
 */
export async function runScenes(host, lines) {
  for (const cell of cells.filter(({ id }) => RECORDED.includes(id))) {
    lines.push(`# ${cell.id} ${cell.title}`);
    const { state, complaints } = await runCell(cell, host);
    if (state === 'absent') lines.pop();
    if (state === 'fails') throw new Error(`${cell.id} fails, and is no trace to keep: ${complaints.join('; ')}`);
  }
}
