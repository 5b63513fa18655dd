/**
 * @file The `addEventListener` shim: the host's own method, and then the core hears of the listener. For tracks there is
 * one of `removeEventListener` as well: nobody else tells that a track need not be kept alive for a listener any more.
 */

import { apply, isObject, setPrototypeOf } from './builtins.js';
import { EVENT_NUMBERS } from './event-types.js';
import { weakly } from './state/live-tracks.js';

/** @import { Host } from './realm.js' */

/**
 * What can be behind a target.
 * @typedef {object} Observed
 * @property {number} eventTypes the bits of those that the user agent fires at it
 * @property {(types: number) => void} listenerAdded
 * @property {Listener[]} [listeners] for those types, where it matters when they are removed
 * @property {() => void} [listenerRemoved]
 */

/**
 * A listener, by what the host knows it.
 * @typedef {object} Listener
 * @property {string} type
 * @property {unknown} callback
 * @property {boolean} capture
 * @property {unknown} signal
 * @property {(() => void) | undefined} gone hears that the host itself has removed it
 */

/** @type {Listener[]} */
export const NO_LISTENERS = setPrototypeOf([], null);

/**
 * Adds a listener, or removes it.
 * @param {boolean} adds
 * @param {Host} host
 * @param {any} target
 * @param {IArguments | any[]} args of the method
 * @param {Observed | undefined} state undefined if the target isn't ours
 * @param {EventTarget} [inherited] the prototype from which the target has what isn't its interface's own
 */
export function changeListeners(adds, host, target, args, state, inherited = undefined) {
  // Converted once: the host must not see another type than the core.
  if (args.length > 1 && typeof args[0] !== 'string') args[0] = `${args[0]}`;
  const types = state && state.eventTypes & (1 << EVENT_NUMBERS[args[0]]);
  if (!state || !types || !isObject(args[1])) {
    call(adds, host, target, args, inherited);
    return;
  }
  let capture = args.length > 2 ? args[2] : undefined;
  let once, passive, signal;
  if (isObject(capture)) {
    const options = capture;
    // Read once, as the host would. It still finds what else it knows.
    ({ capture } = /** @type {any} */ (options));
    if (adds) ({ once, passive, signal } = /** @type {any} */ (options));
    args[2] = { __proto__: options, capture, once, passive, signal };
  }
  const { listeners } = state;
  let listener = listeners && find(listeners, args, !!capture);
  const isNew = adds && listeners !== undefined && listener === undefined;
  if (isNew) {
    listener = { type: args[0], callback: args[1], capture: !!capture, signal, gone: undefined };
    // A signal may outlive the track, which it must not keep alive.
    if (once || signal) listener.gone = whenGone(weakly(state), listener);
    // Before the listener itself, which may keep others from running.
    if (once) listen(adds, host, target, listener.type, listener);
  }
  call(adds, host, target, args, inherited);
  // Such a listener the host ignores.
  if (signal?.aborted) return;
  if (adds) {
    if (isNew) {
      if (listeners === NO_LISTENERS) state.listeners = setPrototypeOf([listener], null);
      else listeners[listeners.length] = /** @type {Listener} */ (listener);
    }
    state.listenerAdded(types);
  } else if (listener) {
    listen(adds, host, target, listener.type, listener);
    forget(state, listener);
  }
  if (listener?.signal && (isNew || !adds)) listen(adds, host, listener.signal, 'abort', listener);
}

/**
 * @param {() => Observed | undefined} stateOf
 * @param {Listener} listener
 */
const whenGone = (stateOf, listener) => () => forget(stateOf(), listener);

/**
 * Listens to what the host does to a listener, or listens no more.
 * @param {boolean} adds
 * @param {Host} host
 * @param {unknown} target
 * @param {string} type
 * @param {Listener} listener
 */
function listen(adds, host, target, type, { capture, gone }) {
  if (gone) apply(methodOf(host, adds), target, [type, gone, { __proto__: null, capture, once: true }]);
}

/**
 * @param {Listener[]} listeners
 * @param {IArguments | any[]} args of addEventListener
 * @param {boolean} capture
 */
function find(listeners, args, capture) {
  for (let i = 0; i < listeners.length; i++) {
    const listener = listeners[i];
    if (listener.type === args[0] && listener.callback === args[1] && listener.capture === capture) return listener;
  }
  return undefined;
}

/**
 * @param {Observed | undefined} state
 * @param {Listener} listener
 */
function forget(state, listener) {
  const listeners = state?.listeners;
  if (!state || !listeners) return;
  let kept = 0;
  for (let i = 0; i < listeners.length; i++) if (listeners[i] !== listener) listeners[kept++] = listeners[i];
  if (kept === listeners.length) return;
  listeners.length = kept;
  state.listenerRemoved?.();
}

/**
 * Pages wrap what all EventTargets inherit, to run listeners in a zone or to count them: script's own call goes there. What
 * they have broken counts for nothing.
 * @param {boolean} adds
 * @param {Host} host
 * @param {unknown} target
 * @param {IArguments | any[]} args
 * @param {EventTarget} [inherited]
 */
function call(adds, host, target, args, inherited) {
  const own = methodOf(host, adds);
  const wrapped = inherited && methodOf(inherited, adds);
  if (wrapped !== undefined && wrapped !== own) {
    try {
      apply(wrapped, target, args);
      return;
    } catch {
      // It counts for nothing.
    }
  }
  if (args.length === 2) (adds ? host.listen : host.unlisten)(target, args[0], args[1]);
  else apply(own, target, args);
}

/**
 * @param {Pick<EventTarget, 'addEventListener' | 'removeEventListener'>} target
 * @param {boolean} adds
 */
const methodOf = (target, adds) => (adds ? target.addEventListener : target.removeEventListener);
