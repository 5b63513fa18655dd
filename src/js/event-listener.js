/** @file The `addEventListener` shim: the host's own method, and then the core hears of the listener. */

import { apply } from './builtins.js';
import { EVENT_TYPES } from './event-types.js';

/** @import { Host } from './realm.js' */

/**
 * What can be behind a target.
 * @typedef {object} Observed
 * @property {boolean} observed
 * @property {(types: number) => void} listenerAdded tells the core
 * @property {(target: any) => void} hold it is observed now: what keeps it alive, if anything, while events can be fired at it
 */

/**
 * @param {Host} host
 * @param {unknown} target
 * @param {IArguments} args of addEventListener
 * @param {Observed | undefined} state undefined if the target isn't ours
 * @param {EventTarget} [inherited] the prototype from which the target has what isn't its interface's own
 */
export function addEventListener(host, target, args, state, inherited = undefined) {
  // Converted once: the host must not see another type than the core.
  if (args.length > 1 && typeof args[0] !== 'string') args[0] = `${args[0]}`;
  if (!isAddedByPage(host, target, args, inherited)) apply(host.addEventListener, target, args);
  const types = EVENT_TYPES[args[0]];
  if (state === undefined || types === undefined || args[1] === null || args[1] === undefined) return;
  if (state.observed) return;
  state.listenerAdded(types);
  if (state.observed) state.hold(target);
}

/**
 * Pages wrap what all EventTargets inherit, to run listeners in a zone or to count them: script's own call goes there. What
 * they have broken counts for nothing.
 * @param {Host} host
 * @param {unknown} target
 * @param {IArguments} args
 * @param {EventTarget} [inherited]
 */
function isAddedByPage(host, target, args, inherited) {
  const wrapped = inherited?.addEventListener;
  if (wrapped === undefined || wrapped === host.addEventListener) return false;
  try {
    apply(wrapped, target, args);
    return true;
  } catch {
    return false;
  }
}
