/** @file Placeholder until the real one is written: its author overwrites this file. */
export class RenderedMedia {
  /**
   * @param {HTMLMediaElement} element
   * @param {any} window
   */
  constructor(element, window) {
    this.element = element;
    this.window = window;
  }

  /** @returns {EventTarget[]} */
  createTracks() {
    return [];
  }
}
