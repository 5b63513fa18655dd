/**
 * @file A track whose host ends and mutes it without telling anybody: the core is told what script does, so that it knows
 * what is news to script.
 */

import { apply, getProperty } from '../builtins.js';
import { core } from '../core.js';
import { stopSilently } from '../node/silence.js';
import { completeFields } from '../node/track-fields.js';
import { defineOwnMembers } from './own-members.js';

/** @import { HostMedia } from '../window/host-media.js' */
/** @import { HostTrack } from '../window/host-track.js' */

/**
 * Whether the host says that a track has ended. Older versions of werift have an attribute of their own for it.
 * @param {any} track
 */
export const isEnded = ({ readyState, stopped }) => readyState === 'ended' || stopped === true;

/**
 * @param {any} track
 * @param {HostTrack} state
 * @param {HostMedia} native
 */
export function followUnannouncedTrack(track, state, native) {
  const { stop, clone } = track;
  defineOwnMembers(track, {
    stop() {
      core.stop(state.id);
      // The receiver of a connection's has been stopped by whoever ends its track, and by nobody else.
      if (COMMONJS && native.isUnannounced && !state.hostSource.receiver?.deref()?.stopped) return stopSilently(track, stop);
      return apply(stop, track, arguments);
    },
    clone() {
      const copy = apply(clone, track, arguments);
      state.cloned(copy);
      return copy;
    },
  });
  followMuted(track, state, native);
  if (COMMONJS) completeFields(track, native);
}

/**
 * @param {any} track
 * @param {HostTrack} state
 * @param {HostMedia} native
 */
function followMuted(track, state, native) {
  const { hostSource } = state;
  const { prototype } = native.interfaces.MediaStreamTrack;
  if ('muted' in prototype) {
    defineOwnMembers(track, {
      get muted() {
        return native.isUnannounced ? state.muted : getProperty(prototype, 'muted', track);
      },
    });
    return;
  }
  // A field is set by the host when media arrives: so it tells us.
  let { muted } = track;
  defineOwnMembers(track, {
    get muted() {
      return native.isUnannounced ? state.muted : muted;
    },
    set muted(value) {
      muted = value;
      if (native.isUnannounced && !muted) hostSource.flows();
    },
  });
  hostSource.tellsFlow = true;
}
