/** @file Text that the machines read and write: in a buffer of their module, as UTF-8. */

import { apply } from '../builtins.js';
import { machines } from '../machines.js';
import { Bytes } from '../wasm-module.js';

const { charCodeAt } = String.prototype;
const { fromCharCode } = String;
const decode = decodeURIComponent;
const encoder = typeof TextEncoder === 'function' ? new TextEncoder() : undefined;
const encodeInto = encoder?.encodeInto;

/**
 * Writes text into the buffer.
 * @param {string} text
 * @returns {number} its length there
 */
export function writeText(text) {
  const { length } = text;
  if (encodeInto === undefined) return writeCharacters(text);
  const { read } = apply(encodeInto, encoder, [text, buffer(length)]);
  if (read === length) return length;
  // Not each of its characters is a byte.
  const all = apply(encodeInto, encoder, [text, buffer(3 * length)]).written;
  machines.text_address(all);
  return all;
}

/**
 * Where there is no TextEncoder: what isn't ASCII, which names nothing, is written as something else that isn't.
 * @param {string} text
 */
function writeCharacters(text) {
  const { length } = text;
  const bytes = buffer(length);
  for (let i = 0; i < length; i++) {
    const code = apply(charCodeAt, text, [i]);
    bytes[i] = code < 0x80 ? code : 0x80 | code;
  }
  return length;
}

/** @param {number} length */
function buffer(length) {
  const address = machines.text_address(length);
  return new Bytes(machines.memory.buffer, address, length);
}

/**
 * Reads text from the buffer; undefined where it is none.
 * @param {number} length
 * @returns {string | undefined}
 */
export function readText(length) {
  const bytes = new Bytes(machines.memory.buffer, machines.text_address(length), length);
  let text = '';
  for (let i = 0; i < length; i++) {
    const byte = bytes[i];
    text += byte === 0x25 || byte >= 0x80 ? `%${byte < 16 ? '0' : ''}${byte.toString(16)}` : fromCharCode(byte);
  }
  try {
    return decode(text);
  } catch {
    return undefined;
  }
}
