// What a track is called on the page: by its label or, where the host gives it an identifier or nothing, by a number.

const IDENTIFIER = /[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}/i;

const numbers = new WeakMap();
let count = 0;

export function labelOf(track) {
  if (track.label && track.label !== track.id && !IDENTIFIER.test(track.label)) return track.label;
  if (!numbers.has(track)) numbers.set(track, ++count);
  return `track ${numbers.get(track)}`;
}
