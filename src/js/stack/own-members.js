/** @file Members of one object's own, in the place of those of its interface: some hosts let nobody change their prototypes. */

import { defineProperty, getOwnPropertyDescriptor, keys } from '../builtins.js';

/**
 * @param {object} object
 * @param {object} members
 * @param {(key: string) => boolean} [isWanted]
 */
export function defineMembers(object, members, isWanted = () => true) {
  for (const key of keys(members).filter(isWanted)) {
    defineProperty(object, key, { ...getOwnPropertyDescriptor(members, key), enumerable: false });
  }
}

/**
 * @param {object} object
 * @param {object} members those that the object does not have are left out
 */
export const defineOwnMembers = (object, members) => defineMembers(object, members, (key) => key in object);
