// The page: after each change it lists the candidates, and asks getUserMedia() which of them it is.

import { VirtualDevices } from '../../pkg/devices.js';
import { showCameras } from './cameras.js';
import { nameOf, rounded } from './candidate.js';
import { callOf, clearForm, readForm, showForm } from './form.js';
import { drawPicture } from './picture.js';
import { showTable } from './table.js';
import { showTrack } from './track.js';

const find = (id) => document.querySelector(`#${id}`);
const form = find('constraints');
const { devices, isNative } = createDevices();

let stream;
let drawing;
let isUpdating = false;
let isStale = false;

showCameras(devices, find('cameras'), update);
showForm(form, update);
find('clear').addEventListener('click', () => {
  clearForm(form);
  update();
});
// In a frame of its own: what an observer changes must not change what it observes.
new ResizeObserver(() => requestAnimationFrame(() => drawing?.())).observe(find('picture'));
// Not awaited here: WebKit tells nobody why a module that awaits was rejected.
update().then(() => (document.documentElement.dataset.ready = ''));

/** With tracks of the browser's own, which a video element plays, where it can make some. */
function createDevices() {
  try {
    return { devices: new VirtualDevices({ exposed: true, native: true }), isNative: true };
  } catch {
    return { devices: new VirtualDevices({ exposed: true }), isNative: false };
  }
}

/** Shows what holds now; what changes meanwhile is shown after that. */
async function update() {
  isStale = true;
  if (isUpdating) return;
  isUpdating = true;
  try {
    while (isStale) {
      isStale = false;
      await show(readForm(form));
    }
  } finally {
    isUpdating = false;
  }
}

async function show(constraints) {
  find('call').textContent = callOf(constraints);
  for (const track of stream?.getTracks() ?? []) track.stop();
  const candidates = await devices.candidates({ video: constraints });
  let error;
  try {
    stream = await devices.mediaDevices.getUserMedia({ video: constraints });
  } catch (reason) {
    stream = undefined;
    error = reason;
  }
  const settings = stream?.getVideoTracks()[0].getSettings();
  const winner = settings && candidates.find((candidate) => isOf(candidate, settings));
  const rank = (candidate) => (candidate === winner ? -1 : candidate.distance);
  candidates.sort((a, b) => (rank(a) === rank(b) ? 0 : rank(a) - rank(b)));

  find('outcome').dataset.state = error ? 'failed' : 'chosen';
  find('outcome').textContent = error ? explainError(error) : `${nameOf(winner)}: distance ${rounded(winner.distance)}`;
  drawing = () => drawPicture(find('picture'), candidates, winner, constraints);
  drawing();
  showTable(find('candidates').tBodies[0], candidates, winner, constraints);
  showTrack(find('track'), stream, isNative);
}

function isOf(candidate, settings) {
  return Object.entries(candidate.settings).every(([name, value]) => settings[name] === value);
}

function explainError(error) {
  if (error.name === 'NotFoundError') return 'NotFoundError: no camera is plugged in.';
  if (error.name !== 'OverconstrainedError') throw error;
  return error.constraint
    ? `OverconstrainedError: ${error.constraint}. No candidate meets what is required of it.`
    : 'OverconstrainedError. Each required constraint is met by some candidate, but all of them by none.';
}
