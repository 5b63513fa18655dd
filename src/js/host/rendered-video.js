/** @file A track that shows what a video element presents, by way of a canvas that is in no document. */

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
  const [track] = canvas.captureStream().getVideoTracks();
  const tracks = new RenderedTracks(track);

  // WebKit never frees an element whose own frame callback refers to it.
  const weakElement = new WeakRef(element);
  const drawNext = () => {
    const presenting = weakElement.deref();
    if (presenting === undefined || !tracks.areLive) return;
    draw(presenting, canvas);
    requestFrame(presenting, drawNext, window);
  };
  requestFrame(element, drawNext, window);
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
  else window.requestAnimationFrame(callback);
}
