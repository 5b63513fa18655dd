/** @file Ids of streams and tracks: https://www.w3.org/TR/mediacapture-streams/#dom-mediastream-id */

import { apply, random } from './builtins.js';
import { Bytes } from './wasm-module.js';

// In insecure contexts there is no randomUUID(), and elsewhere there may be no `crypto`.
/** @type {Partial<Crypto>} */
const crypto = globalThis.crypto ?? { __proto__: null };
const { randomUUID, getRandomValues } = crypto;

const DIGITS = '0123456789abcdef';

/** A version 4 UUID of 36 characters. Where the host can't do better, it is as unguessable as Math.random is. */
export function uniqueId() {
  if (randomUUID !== undefined) return apply(randomUUID, crypto, []);
  const bytes = new Bytes(36);
  if (getRandomValues !== undefined) apply(getRandomValues, crypto, [bytes]);
  else for (let i = 0; i < 36; i++) bytes[i] = random() * 256;
  let id = '';
  for (let i = 0; i < 36; i++) {
    if (i === 8 || i === 13 || i === 18 || i === 23) id += '-';
    else if (i === 14) id += '4';
    else id += DIGITS[i === 19 ? (bytes[i] & 3) | 8 : bytes[i] & 15];
  }
  return id;
}
