/**
 * @file HTMLMediaElement.captureStream(): the host's, whose streams then follow the element, or one in its place.
 * https://w3c.github.io/mediacapture-fromelement/#dom-htmlmediaelement-capturestream
 */

import { apply } from '../builtins.js';
import { illegalInvocation } from '../webidl.js';
import { capturedElementOf } from './captured-element.js';
import { followElementSources } from './rendered-audio.js';
import { RenderedMedia } from './rendered-media.js';

/** @import { Changes } from '../changes.js' */
/** @import { HostMedia } from '../window/host-media.js' */

const NAME = 'HTMLMediaElement.captureStream';

/**
 * Returns whether the host has it now.
 * @param {any} host
 * @param {HostMedia} native
 * @param {Changes} changes
 */
export function repairCaptureStream(host, native, changes) {
  const prototype = host.HTMLMediaElement?.prototype;
  if (typeof prototype?.captureStream === 'function') {
    changes.repair(prototype, 'captureStream', (captureStream) => following(captureStream, native, changes), NAME);
  } else if (typeof host.HTMLCanvasElement?.prototype.captureStream === 'function') {
    const value = following(rendering(host), native, changes);
    changes.provide(prototype, 'captureStream', { value, writable: true, enumerable: true, configurable: true }, NAME);
    if (typeof host.AudioContext === 'function') followElementSources(host, changes);
  } else {
    return false;
  }
  return true;
}

/**
 * @param {Function} capture
 * @param {HostMedia} native
 * @param {Changes} changes
 */
const following = (capture, native, changes) =>
  ({
    /** @this {HTMLMediaElement} */
    captureStream() {
      const stream = apply(capture, this, []);
      capturedElementOf(this, () => apply(capture, this, []), native, changes).add(stream);
      return stream;
    },
  }).captureStream;

/**
 * Captures what an element renders.
 * @param {any} window
 */
function rendering(window) {
  /** @type {WeakMap<HTMLMediaElement, RenderedMedia>} */
  const renderedMedia = new WeakMap();
  const { HTMLMediaElement, MediaStream, MediaStreamTrack } = window;
  // A capture's clones of what an element plays end with the capture, and the page's own tracks don't.
  const { clone } = MediaStreamTrack.prototype;
  /** @this {unknown} */
  return function captureStream() {
    if (!(this instanceof HTMLMediaElement)) illegalInvocation();
    const element = /** @type {HTMLMediaElement} */ (this);
    const rendered = renderedMedia.get(element) ?? new RenderedMedia(element, window, clone);
    renderedMedia.set(element, rendered);
    return new MediaStream(rendered.createTracks());
  };
}
