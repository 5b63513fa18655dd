/**
 * @file HTMLMediaElement.captureStream(): the host's, whose streams then follow the element, or one in its place.
 * https://w3c.github.io/mediacapture-fromelement/#dom-htmlmediaelement-capturestream
 */

import { apply, construct, getOwnPropertyDescriptor } from '../builtins.js';
import { illegalInvocation } from '../webidl.js';
import { CapturedElements } from './captured-elements.js';
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
    const elements = new CapturedElements(host, native, changes, false);
    changes.repair(
      prototype,
      'captureStream',
      (captureStream) => following(copying(host, captureStream, elements), elements),
      NAME,
    );
  } else if (typeof host.HTMLCanvasElement?.prototype.captureStream === 'function') {
    const elements = new CapturedElements(host, native, changes, true);
    const value = following(rendering(host, elements), elements);
    changes.provide(prototype, 'captureStream', { value, writable: true, enumerable: true, configurable: true }, NAME);
    if (typeof host.AudioContext === 'function') followElementSources(host, changes);
  } else {
    return false;
  }
  return true;
}

/**
 * @param {Function} capture
 * @param {CapturedElements} elements
 */
const following = (capture, elements) =>
  ({
    /** @this {HTMLMediaElement} */
    captureStream() {
      const stream = apply(capture, this, []);
      elements.of(this, () => apply(capture, this, [])).add(stream);
      return stream;
    },
  }).captureStream;

/**
 * In Chromium the capture of an element that plays a stream is that stream, in another object: to stop its tracks stops
 * the page's, and what is taken out of the one is out of the other. Besides, the element will from then on end the tracks
 * of any other stream that it has played. There the page's tracks are copied.
 * @param {any} window
 * @param {Function} captureStream the host's
 * @param {CapturedElements} elements
 */
function copying(window, captureStream, elements) {
  const { document } = window;
  const { createElement } = document;
  const { native } = elements;
  const { MediaStream } = native.interfaces;
  const isElement = brandCheck(window);
  /** @type {boolean | undefined} */
  let isSame;
  const capturesItself = () => {
    if (isSame === undefined) {
      const video = apply(createElement, document, ['video']);
      video.srcObject = construct(MediaStream, []);
      isSame = apply(captureStream, video, []).id === video.srcObject.id;
    }
    return isSame;
  };
  /** @this {any} */
  return function () {
    const played = isElement(this) ? this.srcObject : undefined;
    if (!native.isStream(played) || !capturesItself()) return apply(captureStream, this, []);
    return elements.copies.ofPlayed(played, this);
  };
}

/**
 * Captures what an element renders.
 * @param {any} window
 * @param {CapturedElements} elements
 */
function rendering(window, { copies }) {
  /** @type {WeakMap<HTMLMediaElement, RenderedMedia>} */
  const renderedMedia = new WeakMap();
  const isElement = brandCheck(window);
  /** @this {unknown} */
  return function () {
    if (!isElement(this)) illegalInvocation();
    const element = /** @type {HTMLMediaElement} */ (this);
    const rendered = renderedMedia.get(element) ?? new RenderedMedia(element, window, copies);
    renderedMedia.set(element, rendered);
    return rendered.createStream();
  };
}

/**
 * What tells a media element, which may be another window's.
 * @param {any} window
 */
function brandCheck({ HTMLMediaElement }) {
  const { get } = /** @type {any} */ (getOwnPropertyDescriptor(HTMLMediaElement.prototype, 'readyState'));
  return (/** @type {unknown} */ value) => {
    try {
      apply(get, value, []);
      return true;
    } catch {
      return false;
    }
  };
}
