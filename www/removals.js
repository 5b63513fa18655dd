// The list of removed tracks, as in MDN's example of onremovetrack.

const list = document.querySelector('#tracks');
const nothingYet = document.querySelector('.nothing-yet');

export function listRemoval(track) {
  const item = document.createElement('li');
  item.textContent = `Removed: ${track.kind}: ${track.label}`;
  item.dataset.kind = track.kind;
  list.append(item);
  list.scrollTop = list.scrollHeight;
  nothingYet.hidden = true;
}
