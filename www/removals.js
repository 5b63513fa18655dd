// The list of removed tracks, as in MDN's example of onremovetrack.

import { labelOf } from './label.js';

const list = document.querySelector('#tracks');
const nothingYet = document.querySelector('.nothing-yet');

export function listRemoval(track) {
  const item = document.createElement('li');
  item.textContent = `Removed: ${track.kind}: ${labelOf(track)}`;
  item.dataset.kind = track.kind;
  list.append(item);
  list.scrollTop = list.scrollHeight;
  nothingYet.hidden = true;
}
