/** @file What a page should know: said once, on the console. Not every host has one. */

/** @type {string[]} */
const said = [];

/** @param {string} message */
export function warnOnce(message) {
  if (said.includes(message)) return;
  said[said.length] = message;
  globalThis.console?.warn(`mediastream-polyfill: ${message}`);
}
