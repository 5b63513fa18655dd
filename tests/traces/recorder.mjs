/**
 * @file Records what a host and the machines of `install()` say to each other: each call of their module, a line each.
 * wasm/host/tests/traces.rs plays it again, without the host.
 *
 *     # S1.1                         what goes on
 *     begin_reading 0 2 0            a call, with its numbers
 *     next_capture_effect 0 = 5      … and what it returned
 *     text a%0a                      text that is written into the module's buffer, as in a URL
 */

/** Lines of session descriptions that say nothing of what is received: most of them, and all that is secret. */
const OTHER_LINES = /^a=(candidate|extmap|fingerprint|fmtp|ice|max-message|rtcp|rtpmap|sctp|setup|ssrc:\d+ cname).*\r\n/gm;

/** What only this module exports. */
const ONE_OF_ITS = 'next_negotiation_effect';

/**
 * Records the module that is instantiated from now on.
 * @param {Record<string, string>} shortNames the names that xtask/bundle/names.mjs gave to exports, by the exports' own
 * @returns {string[]} the lines, to which more are appended
 */
export function record(shortNames) {
  const lines = [];
  const names = Object.fromEntries(Object.entries(shortNames).map(([name, short]) => [short, name]));
  const { Instance } = WebAssembly;
  WebAssembly.Instance = class {
    constructor(module, imports) {
      const { exports } = new Instance(module, imports);
      const isRecorded = (shortNames[ONE_OF_ITS] ?? ONE_OF_ITS) in exports;
      return { exports: isRecorded ? recorded(exports, names, lines) : exports };
    }
  };
  return lines;
}

function recorded(exports, names, lines) {
  /** Where text may have been written since the last call. */
  let buffer;
  const tellText = () => {
    if (buffer === undefined) return;
    const { address, length } = buffer;
    const bytes = new Uint8Array(exports.memory.buffer, address, length);
    const characters = Array.from(bytes, (byte) => String.fromCharCode(byte));
    const text = characters.join('').replace(OTHER_LINES, '');
    lines.push(`text ${text.replace(/[^\w/:=.+-]/g, (character) => `%${character.charCodeAt(0).toString(16).padStart(2, '0')}`)}`);
    buffer = undefined;
  };
  const members = Object.entries(exports).map(([short, value]) => {
    if (typeof value !== 'function') return [short, value];
    const name = names[short] ?? short;
    const writesText = (length) => {
      const address = value(length);
      buffer = { address, length };
      return address;
    };
    const tells = (...args) => {
      tellText();
      const result = value(...args);
      const call = [name, ...args.map(number)].join(' ');
      lines.push(result === undefined ? call : `${call} = ${number(result)}`);
      return result;
    };
    return [short, name === 'text_address' ? writesText : tells];
  });
  return Object.fromEntries(members);
}

/** As the module sees it: booleans are 0 and 1, and there are no negative numbers. */
function number(value) {
  const number = Number(value ?? 0);
  return number < 0 ? number >>> 0 : number;
}
