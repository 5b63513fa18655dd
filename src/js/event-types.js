/** @file The events that the user agent fires, numbered as the bits in src/media/event_type.rs. */

export const ADDTRACK = 1;
export const REMOVETRACK = 2;
export const MUTE = 3;
export const UNMUTE = 4;
export const ENDED = 5;

// Without a prototype, `[type]` finds these types only.
/** @type {Readonly<Record<string, number>>} */
// @ts-expect-error
export const EVENT_NUMBERS = { __proto__: null, addtrack: ADDTRACK, removetrack: REMOVETRACK, mute: MUTE, unmute: UNMUTE, ended: ENDED };

/** The bits of what is fired at a stream. */
export const STREAM_EVENTS = (1 << ADDTRACK) | (1 << REMOVETRACK);

/** The bits of what is fired at a track. */
export const TRACK_EVENTS = (1 << MUTE) | (1 << UNMUTE) | (1 << ENDED);
