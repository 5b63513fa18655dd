/**
 * @file Tracks of a stack that have fields in the place of attributes, as werift's: what script assigns is converted, or not
 * assigned at all. Stacks are for Node, so that only CommonJS has this.
 */

import { defineProperty, getOwnPropertyDescriptor, hasOwn } from '../builtins.js';

/** @import { HostMedia } from '../window/host-media.js' */

/**
 * What the stack itself assigns to these fields, it does while it makes the track.
 * @param {any} track
 * @param {HostMedia} native
 */
export function completeFields(track, native) {
  if (!hasOwn(track, 'kind') || !hasOwn(track, 'enabled')) return;
  const { kind } = track;
  let { enabled } = track;
  const attributes = {
    // https://www.w3.org/TR/mediacapture-streams/#dom-mediastreamtrack-kind
    get kind() {
      return kind;
    },
    // https://www.w3.org/TR/mediacapture-streams/#dom-mediastreamtrack-enabled
    get enabled() {
      return enabled;
    },
    set enabled(value) {
      enabled = native.isUnannounced ? Boolean(value) : value;
    },
  };
  for (const key of ['kind', 'enabled']) {
    defineProperty(track, key, /** @type {PropertyDescriptor} */ (getOwnPropertyDescriptor(attributes, key)));
  }
}
