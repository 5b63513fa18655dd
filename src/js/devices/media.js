/** @file Whose streams and tracks getUserMedia() gives: the package's, or (window-media.js) the host's own. */

import { apply } from '../builtins.js';

/** @import { Dictionary } from '../dictionary.js' */
/** @import { Constrainable } from './constrainable.js' */
/** @import { DevicesHost } from './realm.js' */

/**
 * What provides the media of an input device.
 * @typedef {object} Source
 * @property {boolean} inUse
 * @property {boolean} muted
 * @property {() => EventTarget} createTrack
 * @property {() => void} mute
 * @property {() => void} unmute
 * @property {() => void} end
 * @property {(settings: Dictionary) => void} setSettings
 */

/**
 * @typedef {object} Media
 * @property {new (constraint: string, message: string) => Error} OverconstrainedError
 * @property {(constrainable: Constrainable, label: string) => Source} createSource
 * @property {(tracks: EventTarget[]) => EventTarget} createStream
 * @property {(track: EventTarget, constraints: Dictionary) => Promise<void>} applyConstraints
 * @property {(track: EventTarget) => void} stop
 */

/**
 * @param {DevicesHost} host
 * @returns {Media}
 */
export function syntheticMedia(host) {
  const { MediaStream, OverconstrainedError, TrackSource } = host;
  const { addTrack } = MediaStream.prototype;
  const { applyConstraints, stop } = host.MediaStreamTrack.prototype;
  return {
    OverconstrainedError,
    createSource: (constrainable, label) => {
      const init = /** @type {any} */ ({ __proto__: null, ...constrainable, label });
      return new TrackSource(constrainable.kind, init);
    },
    createStream(tracks) {
      const stream = new MediaStream();
      for (let i = 0; i < tracks.length; i++) apply(addTrack, stream, [tracks[i]]);
      return stream;
    },
    applyConstraints: (track, constraints) => apply(applyConstraints, track, [constraints]),
    stop: (track) => apply(stop, track, []),
  };
}
