/** @file MediaStreamTrack.contentHint for hosts without: https://www.w3.org/TR/mst-content-hint/ */

import { getOwnPropertyDescriptor } from '../builtins.js';
import { setContentHint } from '../content-hint.js';
import { illegalInvocation } from '../webidl.js';
import { hostTrackOf } from './host-track.js';

/** @import { Changes } from '../changes.js' */
/** @import { HostMedia } from './host-media.js' */

/**
 * Returns whether it was needed.
 * @param {any} prototype MediaStreamTrack's
 * @param {HostMedia} native
 * @param {Changes} changes
 */
export function provideContentHint(prototype, native, changes) {
  if ('contentHint' in prototype) return false;
  const stateOf = (/** @type {unknown} */ track) => (native.isTrack(track) ? hostTrackOf(track, native) : illegalInvocation());
  const accessor = {
    get contentHint() {
      return stateOf(this).contentHint;
    },
    set contentHint(value) {
      setContentHint(stateOf(this), value);
    },
  };
  const descriptor = { ...getOwnPropertyDescriptor(accessor, 'contentHint') };
  changes.provide(prototype, 'contentHint', descriptor, 'MediaStreamTrack.contentHint');
  return true;
}
