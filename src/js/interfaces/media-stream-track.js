/** @file MediaStreamTrack: https://www.w3.org/TR/mediacapture-streams/#mediastreamtrack */

import { core } from '../core.js';
import { CONSTRUCTOR_KEY } from '../constructor-key.js';
import { contentHintOf, setContentHint } from '../content-hint.js';
import { copyDictionary } from '../dictionary.js';
import { addEventListener } from '../event-listener.js';
import { eventHandlerAttribute } from '../event-handler.js';
import { applyConstraints } from '../solver/apply-constraints.js';
import { toMediaTrackConstraints } from '../solver/media-track-constraints.js';
import { TrackState, brandTrack, trackStateOf } from '../state/track.js';
import { defineInterface, failedTo, illegalInvocation } from '../webidl.js';

/** @import { Host } from '../realm.js' */
/** @import { SourceState } from '../state/source.js' */

/** @param {unknown} track */
const stateOf = (track) => trackStateOf(track) ?? illegalInvocation();

const onmute = eventHandlerAttribute('mute', stateOf);
const onunmute = eventHandlerAttribute('unmute', stateOf);
const onended = eventHandlerAttribute('ended', stateOf);

/**
 * The wrapper of a track that the core has just created.
 * @param {number} id
 * @param {SourceState} source
 */
export function wrapTrack(id, source) {
  return new source.host.MediaStreamTrack(CONSTRUCTOR_KEY, new TrackState(id, source));
}

/**
 * Clones a track: https://www.w3.org/TR/mediacapture-streams/#track-clone
 * @param {unknown} track
 */
export function cloneTrack(track) {
  const original = stateOf(track);
  const clone = wrapTrack(core.clone_track(original.id), original.source);
  stateOf(clone).copyFrom(original);
  return clone;
}

/** @param {Host} host */
export const defineMediaStreamTrack = (host) =>
  defineInterface(
    class MediaStreamTrack extends host.EventTarget {
      /** @param {unknown[]} args */
      constructor(...args) {
        if (args[0] !== CONSTRUCTOR_KEY) throw new TypeError('Illegal constructor');
        super();
        const state = /** @type {TrackState} */ (args[1]);
        brandTrack(this, state);
        if (!state.ended) state.group = state.source.tracks.add(this);
      }

      get kind() {
        return stateOf(this).kind;
      }

      get id() {
        return stateOf(this).uniqueId;
      }

      get label() {
        return stateOf(this).label;
      }

      get enabled() {
        return stateOf(this).enabled;
      }

      set enabled(value) {
        core.set_enabled(stateOf(this).id, value ? 1 : 0);
      }

      get muted() {
        return stateOf(this).muted;
      }

      get onmute() {
        return onmute.get(this);
      }

      set onmute(value) {
        onmute.set(this, value);
      }

      get onunmute() {
        return onunmute.get(this);
      }

      set onunmute(value) {
        onunmute.set(this, value);
      }

      get readyState() {
        return stateOf(this).ended ? 'ended' : 'live';
      }

      get onended() {
        return onended.get(this);
      }

      set onended(value) {
        onended.set(this, value);
      }

      clone() {
        return cloneTrack(this);
      }

      stop() {
        const state = stateOf(this);
        if (core.stop(state.id)) state.end(this);
      }

      getCapabilities() {
        return copyDictionary(stateOf(this).source.capabilities);
      }

      getConstraints() {
        return copyDictionary(stateOf(this).constraints);
      }

      getSettings() {
        return copyDictionary(stateOf(this).settings);
      }

      /** @param {unknown} [constraints] */
      async applyConstraints(constraints = undefined) {
        const state = stateOf(this);
        const wanted = toMediaTrackConstraints(constraints, failedTo('MediaStreamTrack', 'applyConstraints'));
        await applyConstraints(state, wanted, host.OverconstrainedError);
      }

      get contentHint() {
        return contentHintOf(stateOf(this).id);
      }

      set contentHint(value) {
        setContentHint(stateOf(this).id, value);
      }

      /**
       * EventTarget's own, and then the core hears of it.
       * @param {string} type
       * @param {EventListenerOrEventListenerObject | null} callback
       * @override
       */
      addEventListener(type, callback) {
        addEventListener(host, this, arguments, trackStateOf(this), host.EventTarget.prototype);
      }
    },
    'MediaStreamTrack',
  );
