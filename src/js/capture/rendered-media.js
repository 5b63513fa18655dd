/** @file Tracks of what a media element renders, for a host whose elements have no captureStream(). */

import { renderAudio } from './rendered-audio.js';
import { renderVideo } from './rendered-video.js';

/** @import { Copies } from './copies.js' */

const HAVE_NOTHING = 0;
/** Of an origin that doesn't share it with this one. */
const FOREIGN = "is another origin's";

/**
 * Whoever asks for tracks ends them, by stop(), when the element loads something else or has played to its end. Nothing
 * goes on when none of them, nor of their clones, is live, but for one thing: an element that was captured with its
 * sound is heard through Web Audio from then on, which doesn't give it back.
 */
export class RenderedMedia {
  #element;
  #window;
  #copies;

  /**
   * @param {HTMLMediaElement} element
   * @param {any} window
   * @param {Copies} copies
   */
  constructor(element, window, copies) {
    this.#element = /** @type {any} */ (element);
    this.#window = window;
    this.#copies = copies;
  }

  /**
   * A stream of new tracks of what the element plays now, which don't depend on others.
   * @returns {any}
   * @throws {DOMException} a NotSupportedError if the media is encrypted; a SecurityError if it is another origin's and
   * not for this one. So does Chromium; the specification asks for nothing but that they are protected.
   * https://w3c.github.io/mediacapture-fromelement/#security-considerations
   */
  createStream() {
    const { MediaStream } = this.#window;
    const { mediaKeys, readyState, srcObject, videoTracks, videoWidth } = this.#element;
    if (mediaKeys) this.#refuse('is encrypted', 'NotSupportedError');
    if (readyState === HAVE_NOTHING) return new MediaStream();
    // What it plays are tracks already: copies are as good, without a canvas.
    if (srcObject?.getTracks) return this.#copies.ofPlayed(srcObject, this.#element);
    if (this.#isOfAnotherOrigin()) this.#refuse(FOREIGN, 'SecurityError');
    // In WebKit that may be some milliseconds before all is known of it; then a `resize` comes.
    if (videoTracks?.length > 0 && videoWidth === 0) return new MediaStream();
    const tracks = [];
    if (videoWidth > 0) tracks.push(this.#renderVideo());
    if (this.#hasAudio()) tracks.push(renderAudio(this.#element, this.#window));
    return new MediaStream(tracks.filter((track) => track !== undefined));
  }

  #renderVideo() {
    try {
      return renderVideo(this.#element, this.#window);
    } catch {
      this.#refuse(FOREIGN, 'SecurityError');
    }
  }

  #hasAudio() {
    const { audioTracks } = this.#element;
    // A host without them keeps to itself whether there is sound, at least until some has been heard.
    return audioTracks === undefined || [...audioTracks].some(({ enabled }) => enabled);
  }

  /**
   * By its address. If that leads to another origin, a picture tells by and by, and sound never: Web Audio makes it
   * silence, also for whoever listens to the element.
   */
  #isOfAnotherOrigin() {
    const { currentSrc, crossOrigin } = this.#element;
    const { URL, origin } = this.#window;
    return crossOrigin === null && currentSrc.startsWith('http') && new URL(currentSrc).origin !== origin;
  }

  /**
   * @param {string} reason
   * @param {string} name
   * @returns {never}
   */
  #refuse(reason, name) {
    const message = `Failed to execute 'captureStream' on 'HTMLMediaElement': what it plays ${reason}.`;
    throw new this.#window.DOMException(message, name);
  }
}
