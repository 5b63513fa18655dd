// One half of the matrix, in a window of its own: the browser as it is or, with “?installed”, with the package installed.

import { browserHost } from './browser-host.js';
import { cells, runCell } from './cells.js';
import { PURPOSE } from './scenarios/leaving.js';
import { installed, variationOf } from './variations.js';

/** What went wrong here, apart from what listeners throw on purpose. */
const errors = [];

addEventListener('error', (event) => {
  if (event.message.includes(PURPOSE)) event.preventDefault();
  else errors.push(`${event.message}: ${event.error?.stack}`);
});
addEventListener('unhandledrejection', ({ reason }) => errors.push(`${reason}: ${reason?.stack}`));

let installation = { provided: [], repaired: [] };
if (new URLSearchParams(location.search).has('installed')) installation = await installed(variationOf(location));

const host = browserHost('this browser');

window.half = {
  provided: installation.provided,
  repaired: installation.repaired,
  errors,
  run: (id) => runCell(cells.find((cell) => cell.id === id), host),
};
