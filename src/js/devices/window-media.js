/**
 * @file Streams and tracks of the browser's own, which play in a `<video>` and travel through an RTCPeerConnection: a test
 * pattern, whose size and frame rate follow the settings, and a tone.
 */

import { defineProperty } from '../builtins.js';
import { failedTo } from '../webidl.js';
import { GeneratedSource } from './generated-source.js';
import { TestPattern } from './test-pattern.js';
import { Tone } from './tone.js';

/** @import { DevicesHost } from './realm.js' */
/** @import { Media } from './media.js' */

/**
 * @param {DevicesHost} host
 * @returns {Media}
 * @throws {TypeError} if the host can't make tracks
 */
export function windowMedia(host) {
  const { window } = host;
  const { AudioContext, HTMLCanvasElement, MediaStream } = window;
  if (typeof MediaStream !== 'function' || !HTMLCanvasElement?.prototype.captureStream || !AudioContext) {
    throw new TypeError(`${failedTo('VirtualDevices', 'constructor')}: the window has no native tracks to make.`);
  }
  const OverconstrainedError = window.OverconstrainedError ?? host.OverconstrainedError;
  /** @type {any} one for all microphones, since browsers allow but a few */
  let audioContext;
  return {
    OverconstrainedError,
    createSource(constrainable, label) {
      const createMedium = () => {
        if (constrainable.kind === 'video') return new TestPattern(window, host.clock, label);
        audioContext ??= new AudioContext();
        return new Tone(audioContext);
      };
      return new GeneratedSource({ constrainable, createMedium, label, host, OverconstrainedError });
    },
    createStream: (tracks) => cloningTracks(new MediaStream(tracks)),
    applyConstraints: (/** @type {any} */ track, constraints) => track.applyConstraints(constraints),
    stop: (/** @type {any} */ track) => track.stop(),
  };
}

/**
 * A stream whose clones have clones of its tracks as those clone themselves, which the browser's own don't ask.
 * @param {any} stream
 * @returns {any}
 */
function cloningTracks(stream) {
  const { constructor: MediaStream } = stream;
  const clone = () => cloningTracks(new MediaStream(stream.getTracks().map((/** @type {any} */ track) => track.clone())));
  defineProperty(stream, 'clone', { value: clone, writable: true, configurable: true });
  return stream;
}
