/** @file MediaStreamTrack: https://www.w3.org/TR/mediacapture-streams/#mediastreamtrack */

import { core } from '../core.js';
import { CONSTRUCTOR_KEY } from '../constructor-key.js';
import { setContentHint } from '../content-hint.js';
import { copyDictionary } from '../dictionary.js';
import { changeListeners } from '../event-listener.js';
import { eventHandlerSetter } from '../event-handler.js';
import { ENDED, MUTE, UNMUTE } from '../event-types.js';
import { applyConstraints } from '../solver/apply-constraints.js';
import { toMediaTrackConstraints } from '../solver/media-track-constraints.js';
import { loadTracksSolver } from '../solver/tracks-solver.js';
import { groupNumbers } from '../state/live-tracks.js';
import { TrackBrand, TrackState, thisTrack, trackStateOf } from '../state/track.js';
import { defineInterface, ensurePrototype, failedTo } from '../webidl.js';

/** @import { Host } from '../realm.js' */
/** @import { SourceState } from '../state/source.js' */

const setOnmute = eventHandlerSetter('mute', thisTrack);
const setOnunmute = eventHandlerSetter('unmute', thisTrack);
const setOnended = eventHandlerSetter('ended', thisTrack);

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
    state.contentHint = original.contentHint;
    state.constraints = original.constraints;
    state.settings = original.settings;
  }
  const id = original ? core.clone_track(original.id) : core.create_track(source.id, +(source.kind === 'video'));
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
  const original = thisTrack(track);
  return createTrack(original.source, original);
}

/**
 * https://www.w3.org/TR/mediacapture-streams/#dom-mediastreamtrack-stop
 * @param {EventTarget} track
 */
export function stopTrack(track) {
  const state = thisTrack(track);
  if (core.stop(state.id)) state.end(track);
}

/** @param {Host} host */
export const defineMediaStreamTrack = (host) => {
  const MediaStreamTrack = defineInterface({
    MediaStreamTrack: class extends host.EventTarget {
      /** @param {unknown[]} args */
      constructor(...args) {
        if (args[0] !== CONSTRUCTOR_KEY) throw new TypeError('Illegal constructor');
        super();
        ensurePrototype(this, new.target, MediaStreamTrack);
        const state = /** @type {TrackState} */ (args[1]);
        new TrackBrand(this, state);
      }

      get kind() {
        return thisTrack(this).kind;
      }

      get id() {
        return thisTrack(this).uniqueId;
      }

      get label() {
        return thisTrack(this).label;
      }

      get enabled() {
        return thisTrack(this).enabled;
      }

      set enabled(value) {
        core.set_enabled(thisTrack(this).id, +!!value);
      }

      get muted() {
        return thisTrack(this).muted;
      }

      get onmute() {
        return thisTrack(this).handlers[MUTE];
      }

      set onmute(value) {
        setOnmute(this, value);
      }

      get onunmute() {
        return thisTrack(this).handlers[UNMUTE];
      }

      set onunmute(value) {
        setOnunmute(this, value);
      }

      get readyState() {
        return thisTrack(this).ended ? 'ended' : 'live';
      }

      get onended() {
        return thisTrack(this).handlers[ENDED];
      }

      set onended(value) {
        setOnended(this, value);
      }

      clone() {
        return cloneTrack(this);
      }

      stop() {
        stopTrack(this);
      }

      getCapabilities() {
        return copyDictionary(thisTrack(this).source.capabilities);
      }

      getConstraints() {
        return copyDictionary(thisTrack(this).constraints);
      }

      getSettings() {
        return thisTrack(this).copySettings();
      }

      /** @param {unknown} [constraints] */
      async applyConstraints(constraints = undefined) {
        const state = thisTrack(this);
        const wanted = toMediaTrackConstraints(constraints, failedTo('MediaStreamTrack', 'applyConstraints'));
        await applyConstraints(state, wanted, host.OverconstrainedError, loadTracksSolver);
      }

      get contentHint() {
        return thisTrack(this).contentHint;
      }

      set contentHint(value) {
        setContentHint(thisTrack(this), value);
      }

      /**
       * EventTarget's own, and then the core hears of it.
       * @param {string} type
       * @param {EventListenerOrEventListenerObject | null} callback
       */
      // @ts-expect-error: TypeScript finds no @override in an object literal
      addEventListener(type, callback) {
        changeListeners(true, host, this, arguments, trackStateOf(this), host.EventTarget.prototype);
      }

      /**
       * EventTarget's own, and then the core hears of it.
       * @param {string} type
       * @param {EventListenerOrEventListenerObject | null} callback
       */
      // @ts-expect-error: TypeScript finds no @override in an object literal
      removeEventListener(type, callback) {
        changeListeners(false, host, this, arguments, trackStateOf(this), host.EventTarget.prototype);
      }
    },
  });
  return MediaStreamTrack;
};
