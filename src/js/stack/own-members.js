/** @file Members of one object's own, in the place of those of its interface: some hosts let nobody change their prototypes. */

import { defineProperty, getOwnPropertyDescriptor } from '../builtins.js';

/**
 * @param {object} object
 * @param {object} members those that the object does not have are left out
 */
export function defineOwnMembers(object, members) {
  for (const key in members) {
    if (key in object) defineProperty(object, key, { ...getOwnPropertyDescriptor(members, key), enumerable: false });
  }
}
