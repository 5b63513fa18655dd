/** @file What a negotiation answers, as numbers: wasm/host/src/negotiation.rs makes them. */

export const KEEP = 1;
export const RELEASE = 2;
export const MAKE = 3;
export const MUTE = 4;
export const UNMUTE = 5;
export const END = 6;
export const REMOVE = 7;
export const ADD = 8;
export const TRACK = 9;
export const FORGET = 10;

const KIND_SHIFT = 28;

/** @param {number} effect */
export const kindOf = (effect) => effect >>> KIND_SHIFT;

/** @param {number} effect */
export const numberOf = (effect) => effect & ((1 << KIND_SHIFT) - 1);

/** How far a negotiation's effects are polled: src/negotiation/polling.rs */
export const MUTED = 0;
export const REMOVED = 1;
export const ADDED = 2;
export const SETTLED = 3;

/** What has to be read of the transceivers, `Needed`: src/negotiation/machine.rs */
export const NOTHING = 0;
export const ALL = 1;

/** What becomes of an event of the host's: src/negotiation/events.rs */
export const PASS = 0;
export const HOLD = 1;
export const UNDO = 2;
export const REPLACE = 3;
