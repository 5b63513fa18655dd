// The candidates in a table, with what their distances are the sum of, or why they are out.

import { labelOf } from './cameras.js';
import { describe, explain, rounded, shadeOf } from './candidate.js';

export function showTable(body, candidates, winner, constraints) {
  body.replaceChildren(...candidates.map((candidate) => row(candidate, candidate === winner, constraints)));
}

function row(candidate, wins, constraints) {
  const { settings, distance } = candidate;
  const out = distance === Infinity;
  const row = document.createElement('tr');
  row.className = out ? 'out' : wins ? 'winner' : '';
  const header = document.createElement('th');
  header.scope = 'row';
  header.append(span('camera', labelOf(settings)), ' ', span('settings', describe(settings)));
  if (wins) header.append(' ', span('wins', 'the winner'));
  const why = explain(candidate, constraints);
  if (why) header.append(' ', span('why', why));
  const cell = document.createElement('td');
  cell.textContent = out ? 'out' : rounded(distance);
  cell.style.setProperty('--shade', shadeOf(distance));
  row.append(header, cell);
  return row;
}

const span = (className, textContent) => Object.assign(document.createElement('span'), { className, textContent });
