/**
 * @file The attribute `ondevicechange`. The core, where the other event handler attributes are, has no place for it.
 * https://html.spec.whatwg.org/multipage/webappapis.html#event-handler-attributes
 */

import { apply, isObject } from '../../builtins.js';

/** @import { MediaDevicesState } from '../media-devices-state.js' */

/**
 * Sets the attribute. With the first value that isn't null it takes its place among the listeners; null gives that up.
 * @param {MediaDevicesState} state
 * @param {EventTarget} target
 * @param {unknown} value an object, or null; anything else becomes null
 */
export function ondevicechange(state, target, value) {
  const { host } = state;
  const before = state.ondevicechange;
  const handler = isObject(value) ? value : null;
  state.ondevicechange = handler;
  if (before === null && handler !== null) {
    state.handleEvent = (event) => processEvent(state, target, event);
    host.listen(target, 'devicechange', state.handleEvent);
  }
  if (before !== null && handler === null) host.unlisten(target, 'devicechange', state.handleEvent);
}

/**
 * The event handler processing algorithm.
 * @param {MediaDevicesState} state
 * @param {EventTarget} target
 * @param {Event} event
 */
function processEvent({ host, ondevicechange: handler }, target, event) {
  if (typeof handler === 'function' && apply(handler, target, [event]) === false) apply(host.preventDefault, event, []);
}
