/** @file Ids of streams and tracks: https://www.w3.org/TR/mediacapture-streams/#dom-mediastream-id */

import { v4 as uuid } from 'uuid';

/** Where there is no `crypto` at all, the ids are as unguessable as Math.random is. */
const options = typeof crypto === 'object' ? undefined : { rng: randomBytes };

function randomBytes() {
  const bytes = new Uint8Array(16);
  for (let i = 0; i < bytes.length; i++) bytes[i] = Math.random() * 256;
  return bytes;
}

/** A version 4 UUID of 36 characters. */
export const uniqueId = () => uuid(options);
