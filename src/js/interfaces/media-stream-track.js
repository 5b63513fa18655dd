/** @file MediaStreamTrack: https://www.w3.org/TR/mediacapture-streams/#mediastreamtrack */

import { core } from '../core.js';
import { CONSTRUCTOR_KEY } from '../constructor-key.js';
import { contentHintOf, setContentHint } from '../content-hint.js';
import { copyDictionary } from '../dictionary.js';
import { changeListeners } from '../event-listener.js';
import { eventHandlerAttribute } from '../event-handler.js';
import { applyConstraints } from '../solver/apply-constraints.js';
import { toMediaTrackConstraints } from '../solver/media-track-constraints.js';
import { loadTracksSolver } from '../solver/tracks-solver.js';
import { groupNumbers } from '../state/live-tracks.js';
import { TrackBrand, TrackState, trackStateOf } from '../state/track.js';
import { defineInterface, failedTo, illegalInvocation } from '../webidl.js';

/** @import { Host } from '../realm.js' */
/** @import { SourceState } from '../state/source.js' */

/** @param {unknown} track */
const stateOf = (track) => trackStateOf(track) ?? illegalInvocation();

const onmute = eventHandlerAttribute('mute', stateOf);
const onunmute = eventHandlerAttribute('unmute', stateOf);
const onended = eventHandlerAttribute('ended', stateOf);

/**
 * Creates a track: https://www.w3.org/TR/mediacapture-streams/#create-mediastreamtrack
 * @param {SourceState} source which has not ended
 * @param {TrackState} [original] of which it is a clone
 */
export function createTrack(source, original = undefined) {
  const state = new TrackState(source);
  const track = new source.host.MediaStreamTrack(CONSTRUCTOR_KEY, state);
  const group = original?.ended ? undefined : source.tracks.newest;
  if (original !== undefined) {
    state.constraints = original.constraints;
    state.settings = original.settings;
  }
  const id = original ? core.clone_track(original.id) : core.create_track(source.id, source.kind === 'video' ? 1 : 0);
  // As everywhere after a change of the core's, nothing is called until JavaScript agrees with it.
  state.page.latest = state.id = id;
  if (group === undefined) return track;
  groupNumbers[id] = group.number;
  group.tracks[group.created++] = track;
  group.live++;
  state.group = group;
  return track;
}

/**
 * Clones a track: https://www.w3.org/TR/mediacapture-streams/#track-clone
 * @param {unknown} track
 */
export function cloneTrack(track) {
  const original = stateOf(track);
  return createTrack(original.source, original);
}

/**
 * https://www.w3.org/TR/mediacapture-streams/#dom-mediastreamtrack-stop
 * @param {EventTarget} track
 */
export function stopTrack(track) {
  const state = stateOf(track);
  if (core.stop(state.id)) state.end(track);
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
        new TrackBrand(this, state);
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
        stopTrack(this);
      }

      getCapabilities() {
        return copyDictionary(stateOf(this).source.capabilities);
      }

      getConstraints() {
        return copyDictionary(stateOf(this).constraints);
      }

      getSettings() {
        return stateOf(this).copySettings();
      }

      /** @param {unknown} [constraints] */
      async applyConstraints(constraints = undefined) {
        const state = stateOf(this);
        const wanted = toMediaTrackConstraints(constraints, failedTo('MediaStreamTrack', 'applyConstraints'));
        await applyConstraints(state, wanted, host.OverconstrainedError, loadTracksSolver);
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
        changeListeners('addEventListener', host, this, arguments, trackStateOf(this), host.EventTarget.prototype);
      }

      /**
       * EventTarget's own, and then the core hears of it.
       * @param {string} type
       * @param {EventListenerOrEventListenerObject | null} callback
       * @override
       */
      removeEventListener(type, callback) {
        changeListeners('removeEventListener', host, this, arguments, trackStateOf(this), host.EventTarget.prototype);
      }
    },
    'MediaStreamTrack',
  );
