/** @file The page's tracks, by the numbers that src/capture knows them by. */

/** @type {WeakMap<object, number>} */
const numbers = new WeakMap();
let last = 0;

/** @param {object} track */
export function numberOf(track) {
  let number = numbers.get(track);
  if (number === undefined) numbers.set(track, (number = ++last));
  return number;
}
