/** @file An effect of the core, or a change of a track set, taken apart: see `encode` in wasm/core/src/lib.rs. */

const KIND_SHIFT = 28;

export const ENDED = 1;
export const REMOVAL = 4;

/** The type of the event that a source's effect stands for, by its kind. */
export const EVENT_OF_KIND = ['', 'ended', 'mute', 'unmute'];

/** @param {number} effect */
export const kindOf = (effect) => effect >>> KIND_SHIFT;

/**
 * The id of the track that it happened to.
 * @param {number} effect
 */
export const trackOf = (effect) => effect & ((1 << KIND_SHIFT) - 1);
