/** @file The events that the user agent fires, numbered as in src/media/event_type.rs. */

/** @type {Readonly<Record<string, number>>} */
// @ts-expect-error: without a prototype, `EVENT_TYPES[type]` finds these types only
export const EVENT_TYPES = { __proto__: null, addtrack: 1, removetrack: 2, mute: 4, unmute: 8, ended: 16 };
