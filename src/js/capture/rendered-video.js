/** @file A track that shows what a video element presents, by way of a canvas that is in no document. */

import { clockOf } from './clock.js';
import { RenderedTracks } from './rendered-tracks.js';

/**
 * @param {HTMLVideoElement} element
 * @param {any} window
 * @returns {any} a new track
 * @throws {DOMException} a SecurityError of the canvas, if another origin's pictures are not for this one
 */
export function renderVideo(element, window) {
  /** @type {any} */
  const canvas = window.document.createElement('canvas');
  draw(element, canvas);
  // At a rate of its own, WebKit would give each picture a sixtieth of a second, and show few of them.
  const stream = canvas.captureStream(0);
  const [track] = stream.getVideoTracks();
  const tracks = new RenderedTracks(track);
  const show = (/** @type {any} */ presenting) => {
    draw(presenting, canvas);
    // Firefox has it on the stream.
    (track.requestFrame ? track : stream).requestFrame();
  };

  // WebKit never frees an element whose own frame callback refers to it.
  const weakElement = new WeakRef(element);
  const showFrame = () => {
    const presenting = weakElement.deref();
    if (presenting === undefined || !tracks.areLive) return;
    show(presenting);
    requestFrame(presenting, showFrame, window);
  };
  requestFrame(element, showFrame, window);

  // In a hidden tab frames are decoded, but none is presented. Nor is one, sometimes, of an element that isn't displayed when it
  // is paused and sought.
  const showUnpresented = (/** @type {Event} */ { currentTarget, type }) => {
    if (!tracks.areLive) currentTarget?.removeEventListener(type, showUnpresented);
    else if (window.document.hidden || type === 'seeked') show(currentTarget);
  };
  element.addEventListener('timeupdate', showUnpresented);
  element.addEventListener('seeked', showUnpresented);
  return track;
}

/**
 * @param {HTMLVideoElement} element
 * @param {any} canvas
 */
function draw(element, canvas) {
  const { videoWidth: width, videoHeight: height } = element;
  // It has loaded nothing, or nothing any more.
  if (width === 0) return;
  // Setting a size also clears the canvas.
  if (canvas.width !== width) canvas.width = width;
  if (canvas.height !== height) canvas.height = height;
  const context = canvas.getContext('2d');
  // A picture may be transparent.
  context.globalCompositeOperation = 'copy';
  context.drawImage(element, 0, 0, width, height);
}

/**
 * @param {HTMLVideoElement} element
 * @param {() => void} callback
 * @param {any} window
 */
function requestFrame(element, callback, window) {
  // Safari has it since 15.4.
  if ('requestVideoFrameCallback' in element) element.requestVideoFrameCallback(callback);
  else clockOf(window).atNextFrame(callback);
}
