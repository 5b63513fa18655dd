/** @file An effect of the core, taken apart: see `encode` in wasm/core/src/lib.rs. */

const KIND_SHIFT = 28;

export const ENDED = 1;
export const REMOVED = 4;

/** The type of the event that an effect's kind stands for. */
export const EVENT_OF_KIND = ['', 'ended', 'mute', 'unmute', 'removetrack', 'addtrack'];

/** @param {number} effect */
export const kindOf = (effect) => effect >>> KIND_SHIFT;

/**
 * The id of the track that it happened to.
 * @param {number} effect
 */
export const trackOf = (effect) => effect & ((1 << KIND_SHIFT) - 1);
