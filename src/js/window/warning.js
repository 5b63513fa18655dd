/** @file What a page should know: said once, on the console. */

/** @type {string[]} */
const said = [];

/** @param {string} message */
export function warnOnce(message) {
  if (said.includes(message)) return;
  said[said.length] = message;
  console.warn(`mediastream-polyfill: ${message}`);
}
