// A panel's list of the tracks that a stream has now.

import { labelOf } from './label.js';

/**
 * @param {Element} panel
 * @param {MediaStream} stream
 * @param {(track: MediaStreamTrack) => Node[]} [more] what else a track's item holds
 */
export function showTracks(panel, stream, more = () => []) {
  const list = panel.querySelector('.in-stream');
  const tracks = stream.getTracks();
  list.replaceChildren(...tracks.map((track) => {
    const item = document.createElement('li');
    item.dataset.kind = track.kind;
    item.append(
      text('kind', track.kind),
      text('label', labelOf(track)),
      text('state', stateOf(track)),
      ...more(track));
    return item;
  }));
  if (tracks.length === 0) list.append(text('none', 'No tracks', 'li'));
}

const stateOf = (track) => (track.readyState === 'ended' ? 'ended' : track.muted ? 'muted' : 'live');

function text(role, content, name = 'span') {
  const element = document.createElement(name);
  element.className = role;
  element.textContent = content;
  return element;
}
