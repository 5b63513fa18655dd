/** @file The events that the user agent fires, numbered as in src/media/event_type.rs. */

// Without a prototype, `[type]` finds these types only.
/** @type {Readonly<Record<string, number>>} */
// @ts-expect-error
export const STREAM_EVENT_TYPES = { __proto__: null, addtrack: 1, removetrack: 2 };

/** @type {Readonly<Record<string, number>>} */
// @ts-expect-error
export const TRACK_EVENT_TYPES = { __proto__: null, mute: 4, unmute: 8, ended: 16 };
