// The chosen stream's track: its picture, if it has one, and its settings.

import { rounded } from './candidate.js';

export function showTrack(place, stream, isNative) {
  const track = stream?.getVideoTracks()[0];
  place.hidden = !track;
  const video = place.querySelector('video');
  if (isNative) video.srcObject = stream ?? null;
  if (!track) return;
  const settings = track.getSettings();
  video.style.aspectRatio = `${settings.width} / ${settings.height}`;
  place.querySelector('figcaption').textContent = isNative
    ? `${track.label}, playing`
    : `${track.label}: a synthetic track, since this browser has no captureStream() of a canvas to make its own of`;
  place.querySelector('dl').replaceChildren(
    ...Object.entries(settings).filter(([name]) => name !== 'groupId').flatMap(([name, value]) => [
      Object.assign(document.createElement('dt'), { textContent: name }),
      Object.assign(document.createElement('dd'), { textContent: typeof value === 'number' ? rounded(value) : value }),
    ]),
  );
}
