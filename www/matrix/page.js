// The page: runs every cell of the matrix in both halves, and shows how each went.
//
// Not before its button is pressed: until the visitor has done something, browsers may not let a page make sound, not
// even into a track that nobody hears.

import { cells, SCENARIOS } from './cells.js';
import { openHalf } from './halves.js';
import { HALVES, Table } from './table.js';
import { variationOf } from './variations.js';
import { until } from './wait.js';

/**
 * How many cells a half runs at a time: most of a cell is waiting, in the native half often in vain. More make a small machine
 * late.
 */
const AT_A_TIME = { native: 8, installed: 4 };

/** “?cells=S8.3,S8.10”: only these. */
const named = new URLSearchParams(location.search).get('cells')?.split(',');

/** A variation is in the installed half alone, and the other would be as it is without it. */
const halvesToRun = variationOf(location) === null ? HALVES : HALVES.filter((half) => half === 'installed');

const chosen = named ? cells.filter(({ id }) => named.includes(id)) : cellsOfVariation();

/** What else is in the window should make no difference to any: of each scenario, the first tell. */
function cellsOfVariation() {
  return variationOf(location) === null ? cells : SCENARIOS.flatMap(({ id }) => firstCells(id));
}

function firstCells(scenario) {
  return cells.filter((cell) => cell.scenario === scenario).slice(0, 3);
}

/** For the tests: whether it's done, and how every cell went. */
window.matrix = { done: false, results: undefined };

const button = document.querySelector('#run');
const status = document.querySelector('#status');
const table = new Table(document.querySelector('#cells'));

document.querySelector('#differing').addEventListener('change', ({ target }) => {
  document.querySelector('#cells').classList.toggle('only-differing', target.checked);
});
document.querySelector('#differing').checked = false;

showTotals();
button.addEventListener('click', run);
button.disabled = false;

async function run() {
  button.disabled = true;
  window.matrix.done = false;
  try {
    const halves = Object.fromEntries(await Promise.all(halvesToRun.map(async (half) => [half, await openHalf(half)])));
    showInstallation(halves.installed);
    const outcomes = await runCells(halves);
    window.pageErrors.push(...halvesToRun.flatMap((half) => halves[half].errors));
    window.matrix.results = results(halves.installed, outcomes);
    window.matrix.done = true;
    status.textContent = 'Done. Open a line to see what happened there.';
  } catch (error) {
    status.textContent = '';
    throw error;
  } finally {
    document.querySelector('#halves').replaceChildren();
    button.textContent = 'Run it again';
    button.disabled = false;
  }
}

async function runCells(halves) {
  const outcomes = new Map(chosen.map(({ id }) => [id, {}]));
  let begun = 0;
  const work = async (half, queue) => {
    for (let cell = queue.shift(); cell; cell = queue.shift()) {
      // Browsers slow down what is not seen, and a slow cell would count as a failed one.
      await until(() => !document.hidden, Infinity);
      status.textContent = `Running: ${++begun} of ${chosen.length * halvesToRun.length}`;
      table.show(cell, half, 'running');
      // Another window's objects would go with that window.
      const outcome = JSON.parse(JSON.stringify(await halves[half].run(cell.id)));
      outcomes.get(cell.id)[half] = outcome;
      table.show(cell, half, outcome.state, outcome);
      showTotals();
    }
  };
  const workers = halvesToRun.flatMap((half) => {
    for (const cell of chosen) table.show(cell, half, 'waiting');
    // From the other end: while the one waits for elements, the other has calls, which keep the machine busy.
    const queue = half === 'native' ? chosen.toReversed() : [...chosen];
    return Array.from({ length: AT_A_TIME[half] }, () => work(half, queue));
  });
  await Promise.all(workers);
  return outcomes;
}

/** What xtask/src/matrix.rs reads. */
function results({ provided, repaired }, outcomes) {
  return {
    host: 'this browser',
    provided: [...provided],
    repaired: [...repaired],
    scenarios: SCENARIOS.map(({ id, title }) => ({ id, title })),
    cells: chosen.map(({ id, scenario, title }) => ({ id, scenario, title, ...outcomes.get(id) })),
  };
}

function showTotals() {
  for (const half of HALVES) {
    const { holding, all } = table.score(half);
    const total = document.querySelector(`#totals [data-half=${half}]`);
    total.querySelector('.figure').textContent = `${holding} of ${all}`;
    total.style.setProperty('--part', all === 0 ? 0 : holding / all);
  }
}

function showInstallation({ provided, repaired }) {
  const said = (names, verb) => (names.length > 0 ? `${verb} ${names.join(', ')}` : `${verb} nothing`);
  document.querySelector('#installation').textContent = `Here, install() ${said(provided, 'provides')}, and ${said(repaired, 'repairs')}.`;
}
