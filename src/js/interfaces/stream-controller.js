/** @file StreamController: the user agent's side of a MediaStream. */

import { hint, trackArgument, tracksArgument } from '../arguments.js';
import { construct } from '../builtins.js';
import { CONSTRUCTOR_KEY } from '../constructor-key.js';
import { createBrand } from '../brand.js';
import { hostTrackSetOf } from '../window/host-track-set.js';
import { streamStateOf } from '../state/stream.js';
import { TrackSet } from '../track-set.js';
import { reconcile, userAgentAdds, userAgentRemoves } from '../user-agent.js';
import { defineInterface, failedTo, requireArguments } from '../webidl.js';

/** @import { Host } from '../realm.js' */
/** @import { StreamState } from '../state/stream.js' */

/** @type {ReturnType<typeof createBrand<TrackSet>>} */
const ControllerBrand = createBrand();

const { get: trackSetOf } = ControllerBrand;

/**
 * The user agent's side of a stream, ours or the host's own; undefined for anything else.
 * @param {Host} host
 * @param {unknown} stream
 * @returns {TrackSet | undefined}
 */
function trackSetOfStream(host, stream) {
  const state = streamStateOf(stream);
  if (state) return new TrackSet(/** @type {EventTarget} */ (stream), state);
  for (let i = 0; i < host.natives.length; i++) {
    if (host.natives[i].isStream(stream)) return hostTrackSetOf(host.natives[i], stream);
  }
  return undefined;
}

/** @param {Host} host */
export const defineStreamController = (host) => {
  const StreamController = defineInterface({
    StreamController: class {
      /**
       * Takes nothing, or a sequence of MediaStreamTracks that the stream has from the start.
       * @param {any} [tracks]
       * @param {any} [trackSetOfKey] what it is for, where the first argument is the key
       */
      constructor(tracks = undefined, trackSetOfKey = undefined) {
        if (tracks === CONSTRUCTOR_KEY) {
          new ControllerBrand(this, trackSetOfKey);
          return;
        }
        const stream = new host.MediaStream();
        const trackSet = new TrackSet(stream, /** @type {StreamState} */ (streamStateOf(stream)));
        new ControllerBrand(this, trackSet);
        if (tracks === undefined) return;
        reconcile(trackSet, tracksArgument(tracks, 'StreamController', 'constructor', trackSet.idOf));
      }

      /** @param {EventTarget} stream ours, or the host's own */
      static of(stream) {
        requireArguments(arguments.length, 1, 'StreamController', 'of');
        const trackSet = trackSetOfStream(host, stream);
        if (!trackSet) {
          throw new TypeError(`${failedTo('StreamController', 'of')}: parameter 1 is not of type 'MediaStream'.${hint()}`);
        }
        return construct(StreamController, [CONSTRUCTOR_KEY, trackSet]);
      }

      get stream() {
        return trackSetOf(this).stream;
      }

      get observed() {
        return trackSetOf(this).observed;
      }

      /** @param {EventTarget} track */
      addTrack(track) {
        const trackSet = trackSetOf(this);
        trackArgument(arguments.length, track, 'StreamController', 'addTrack', trackSet.idOf);
        userAgentAdds(trackSet, track);
      }

      /** @param {EventTarget} track */
      removeTrack(track) {
        const trackSet = trackSetOf(this);
        trackArgument(arguments.length, track, 'StreamController', 'removeTrack', trackSet.idOf);
        userAgentRemoves(trackSet, track);
      }

      /** @param {Iterable<EventTarget>} tracks */
      setTracks(tracks) {
        const trackSet = trackSetOf(this);
        requireArguments(arguments.length, 1, 'StreamController', 'setTracks');
        reconcile(trackSet, tracksArgument(tracks, 'StreamController', 'setTracks', trackSet.idOf));
      }
    },
  });
  return StreamController;
};
