/** @file MediaStream: https://www.w3.org/TR/mediacapture-streams/#mediastream */

import { trackArgument, tracksArgument } from '../arguments.js';
import { append, copyArray, isObject } from '../builtins.js';
import { eventHandlerSetter } from '../event-handler.js';
import { changeListeners } from '../event-listener.js';
import { ADDTRACK, EVENT_NUMBERS, REMOVETRACK, STREAM_EVENTS } from '../event-types.js';
import { StreamBrand, StreamState, streamStateOf, thisStream } from '../state/stream.js';
import { trackStateOf } from '../state/track.js';
import { defineInterface, ensurePrototype, requireArguments } from '../webidl.js';
import { cloneTrack, stopTrack } from './media-stream-track.js';

/** @import { Host } from '../realm.js' */

const setOnaddtrack = eventHandlerSetter('addtrack', thisStream);
const setOnremovetrack = eventHandlerSetter('removetrack', thisStream);

/** @param {unknown} track */
const idOf = (track) => trackStateOf(track)?.id;

/**
 * Converts the argument of the constructor.
 * @param {unknown} streamOrTracks
 * @returns {EventTarget[]} an array that is nobody else's
 */
function constructorArgument(streamOrTracks) {
  const expected = "of type 'MediaStream' or a sequence of 'MediaStreamTrack'";
  const stream = streamStateOf(streamOrTracks);
  return stream ? copyArray(stream.tracks) : tracksArgument(streamOrTracks, 'MediaStream', 'constructor', idOf, expected);
}

/**
 * The tracks of one kind.
 * @param {StreamState} stream
 * @param {string} kind
 */
function tracksOfKind({ tracks }, kind) {
  /** @type {EventTarget[]} */
  const found = [];
  for (let i = 0; i < tracks.length; i++) {
    if (trackStateOf(tracks[i])?.kind === kind) append(found, tracks[i]);
  }
  return found;
}

/** @param {Host} host */
export const defineMediaStream = (host) => {
  const MediaStream = defineInterface({
    MediaStream: class extends host.EventTarget {
      /** Takes nothing, a MediaStream, or a sequence of MediaStreamTracks; Web IDL counts none of them as required. */
      constructor() {
        const tracks = arguments.length > 0 ? constructorArgument(arguments[0]) : undefined;
        super();
        ensurePrototype(this, new.target, MediaStream);
        const state = new StreamState(host);
        new StreamBrand(this, state);
        if (tracks !== undefined) state.fill(tracks);
      }

      get id() {
        return thisStream(this).uniqueId;
      }

      getAudioTracks() {
        return tracksOfKind(thisStream(this), 'audio');
      }

      getVideoTracks() {
        return tracksOfKind(thisStream(this), 'video');
      }

      getTracks() {
        return copyArray(thisStream(this).tracks);
      }

      /** @param {string} trackId */
      getTrackById(trackId) {
        const state = thisStream(this);
        requireArguments(arguments.length, 1, 'MediaStream', 'getTrackById');
        const id = `${trackId}`;
        return state.tracksById()[id] ?? null;
      }

      /** @param {EventTarget} track */
      addTrack(track) {
        const state = thisStream(this);
        state.add(track, trackArgument(arguments.length, track, 'MediaStream', 'addTrack', idOf));
      }

      /** @param {EventTarget} track */
      removeTrack(track) {
        const state = thisStream(this);
        state.remove(track, trackArgument(arguments.length, track, 'MediaStream', 'removeTrack', idOf));
      }

      clone() {
        const { tracks } = thisStream(this);
        const clone = new host.MediaStream();
        const state = thisStream(clone);
        const clones = copyArray(tracks);
        let cloned = 0;
        try {
          for (; cloned < clones.length; cloned++) clones[cloned] = cloneTrack(clones[cloned]);
          state.fill(clones);
        } catch (error) {
          // The stack or memory has ended. Nobody else could stop those that there are, and their sources would be in use.
          for (let i = 0; i < cloned; i++) stopTrack(clones[i]);
          throw error;
        }
        return clone;
      }

      get active() {
        return thisStream(this).active;
      }

      get onaddtrack() {
        return thisStream(this).handlers[ADDTRACK];
      }

      set onaddtrack(value) {
        setOnaddtrack(this, value);
      }

      get onremovetrack() {
        return thisStream(this).handlers[REMOVETRACK];
      }

      set onremovetrack(value) {
        setOnremovetrack(this, value);
      }

      /**
       * EventTarget's own, and then the core hears of it.
       * @param {string} type
       * @param {EventListenerOrEventListenerObject | null} callback
       */
      // @ts-expect-error: TypeScript finds no @override in an object literal
      addEventListener(type, callback) {
        const state = streamStateOf(this);
        const inherited = host.EventTarget.prototype;
        // As most calls are. Engines compile it into the caller, where they don't compile all the rest.
        if (arguments.length === 2 && typeof type === 'string' && state && isObject(callback)) {
          const types = STREAM_EVENTS & (1 << EVENT_NUMBERS[type]);
          if (types && inherited.addEventListener === host.addEventListener) {
            host.listen(this, type, callback);
            state.listenerAdded(types);
            return;
          }
        }
        changeListeners(true, host, this, arguments, state, inherited);
      }
    },
  });
  return MediaStream;
};
