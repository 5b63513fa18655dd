/** @file What a virtual camera sees: colour bars, its label, and a hand that turns once in a second. */

import { round } from '../builtins.js';

/** @import { Dictionary } from '../dictionary.js' */
/** @import { Clock } from './clock.js' */

const BARS = ['#c0c0c0', '#c0c000', '#00c0c0', '#00c000', '#c000c0', '#c00000', '#0000c0'];

export class TestPattern {
  #clock;
  #label;
  /** @type {any} in no document */
  #canvas;
  /** @type {unknown} */
  #timer;
  /** @type {any} */
  #requester;
  #muted = false;
  /** @type {any} */
  track;

  /**
   * @param {any} window
   * @param {Clock} clock the window's
   * @param {string} label
   */
  constructor(window, clock, label) {
    this.#clock = clock;
    this.#label = label;
    this.#canvas = window.document.createElement('canvas');
    // Firefox captures no canvas that has no context.
    this.#canvas.getContext('2d');
    // It has the frames that are requested: WebKit would not capture what changes on a canvas in no document.
    const stream = this.#canvas.captureStream(0);
    this.track = stream.getVideoTracks()[0];
    // In Firefox it is the stream's.
    this.#requester = 'requestFrame' in this.track ? this.track : stream;
  }

  /** @param {Dictionary} settings */
  configure(settings) {
    const { width = 640, height = 480, frameRate = 30 } = /** @type {Dictionary} */ ({ __proto__: null, ...settings });
    const canvas = this.#canvas;
    // Setting a size also clears the canvas.
    if (canvas.width !== round(width)) canvas.width = width;
    if (canvas.height !== round(height)) canvas.height = height;
    this.#clock.cancel(this.#timer);
    this.#draw();
    if (frameRate > 0) this.#timer = this.#clock.repeat(() => this.#draw(), 1000 / frameRate);
  }

  /** @param {boolean} muted a muted camera shows black */
  set muted(muted) {
    this.#muted = muted;
    this.#draw();
  }

  release() {
    this.#clock.cancel(this.#timer);
  }

  #draw() {
    this.#drawPattern();
    this.#requester.requestFrame();
  }

  #drawPattern() {
    const { width, height } = this.#canvas;
    const context = this.#canvas.getContext('2d');
    context.fillStyle = 'black';
    context.fillRect(0, 0, width, height);
    if (this.#muted) return;
    const angle = (this.#clock.now() / 1000) * 2 * Math.PI;
    BARS.forEach((colour, i) => {
      context.fillStyle = colour;
      context.fillRect((i * width) / BARS.length, 0, width / BARS.length + 1, height);
    });
    const size = Math.min(width, height) / 6;
    context.strokeStyle = context.fillStyle = 'white';
    context.lineWidth = size / 10;
    context.beginPath();
    context.arc(width / 2, height / 3, size, 0, 2 * Math.PI);
    context.moveTo(width / 2, height / 3);
    context.lineTo(width / 2 + size * Math.sin(angle), height / 3 - size * Math.cos(angle));
    context.stroke();
    context.font = `${size / 2}px sans-serif`;
    context.textAlign = 'center';
    context.fillText(this.#label, width / 2, height * 0.75, width);
    context.fillText(`${width}×${height}`, width / 2, height * 0.9, width);
  }
}
