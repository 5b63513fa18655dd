// The second panel: an element's stream, and what becomes of its tracks when the element loads something else.

import { sayAbsent } from './absent.js';
import { follow } from './follow.js';
import { showTracks } from './in-stream.js';

const FILMS = ['media/day.webm', 'media/night.webm'];

/** How long an event may be late before we say that it didn't come. */
const PATIENCE = 700;

export async function capture(panel) {
  const film = panel.querySelector('.film');
  const captureStream = film.captureStream ?? film.mozCaptureStream;
  if (!captureStream) {
    sayAbsent(panel, 'This browser’s media elements have no captureStream(), so there is nothing to capture here.');
    return;
  }

  try {
    await load(film, FILMS[0]);
  } catch (error) {
    sayAbsent(panel, error.message);
    return;
  }
  const stream = captureStream.call(film);
  panel.querySelector('.captured').srcObject = stream;
  const show = () => showTracks(panel, stream);
  follow(stream, 'element', show);

  let showing = 0;
  const button = panel.querySelector('.load');
  const verdict = panel.querySelector('.verdict');
  button.addEventListener('click', async () => {
    if (button.ariaBusy === 'true') return;
    button.ariaBusy = 'true';
    const old = stream.getTracks();
    const heard = new Set();
    const listener = ({ track }) => heard.add(track);
    stream.addEventListener('removetrack', listener);
    showing = 1 - showing;
    await load(film, FILMS[showing]);
    await new Promise((resolve) => setTimeout(resolve, PATIENCE));
    stream.removeEventListener('removetrack', listener);
    show();
    verdict.textContent = judge(stream, old, heard);
    button.textContent = showing === 1 ? 'Load the first source again' : 'Load another source';
    button.ariaBusy = 'false';
  });
}

async function load(film, source) {
  film.src = source;
  await new Promise((resolve, reject) => {
    film.addEventListener('loadeddata', resolve, { once: true });
    film.addEventListener('error', () => reject(new Error(`${source} does not play here. “cargo xtask demo” generates it.`)), { once: true });
  });
  // Whoever prefers less motion starts it with the element's own controls.
  if (!matchMedia('(prefers-reduced-motion: reduce)').matches) await film.play().catch(() => {});
}

/** What was seen, in words. The specification wants each old track ended, out, and removetrack fired. */
function judge(stream, old, heard) {
  if (old.length === 0) return 'The stream had no tracks to lose.';
  const kept = old.filter((track) => stream.getTracks().includes(track)).length;
  const fired = old.filter((track) => heard.has(track)).length;
  const live = old.filter((track) => track.readyState === 'live').length;
  if (fired === old.length && kept === 0) {
    return `As it should be: removetrack fired for each of the ${old.length} old tracks, and they are gone.`;
  }
  if (fired === 0 && kept === old.length) {
    return `Not as it should be: this browser kept the ${old.length} old tracks and fired nothing. Still “live”: ${live}.`;
  }
  return `Not quite as it should be. Old tracks: ${old.length}; removetrack fired: ${fired}; still in the stream: ${kept}; still “live”: ${live}.`;
}
