/** @file The calls by which descriptions are being set: which method, and what else can be told. */

/**
 * As wasm/host/src/negotiation.rs counts them: https://w3c.github.io/webrtc-pc/#dom-rtcsdptype
 * @type {Record<string, number>}
 */
const TYPES = { __proto__: /** @type {any} */ (null), offer: 1, answer: 2, pranswer: 3, rollback: 4 };

/**
 * What is known of a call.
 * @typedef {object} Call
 * @property {number} kind
 * @property {string} [sdp] the remote description that is set
 * @property {boolean} ended it was set, or couldn't be
 */

/** @type {Call} */
export const LOCAL = { kind: 1, ended: false };
/** @type {Call} */
export const REMOTE = { kind: 6, ended: false };

/**
 * A call of a stack's, which can't be asked for its descriptions at every time: @roamhq/wrtc crashes at times when there
 * are new candidates in them.
 * @param {any} description the call's argument
 * @param {Call} call
 * @returns {Call}
 */
export function describeCall(description, { kind }) {
  const type = TYPES[description?.type] ?? 0;
  const sdp = description?.sdp;
  const isGiven = kind === REMOTE.kind && type !== TYPES.rollback && typeof sdp === 'string';
  return { kind: kind + type, sdp: isGiven ? sdp : undefined, ended: false };
}
