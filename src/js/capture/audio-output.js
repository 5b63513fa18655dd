/** @file The AudioContext through which a window's captured elements are heard: one for all of them. */

/**
 * By its document: a frame's window is one object for all of its documents.
 * @type {WeakMap<object, AudioOutput>}
 */
const outputs = new WeakMap();

/** What the host lets a page make a sound after. */
const GESTURES = ['click', 'keydown', 'touchend'];

export class AudioOutput {
  /** How many need it. Counted, so that it keeps none of them alive. */
  #users = 0;
  context;
  #collected = new FinalizationRegistry(() => this.#changeUsers(-1));

  /** @param {any} window */
  constructor(window) {
    this.context = new window.AudioContext();
    for (const type of GESTURES) window.addEventListener(type, () => this.#update(), true);
  }

  get isRunning() {
    return this.context.state === 'running';
  }

  /**
   * Somebody needs it, or not any more.
   * @param {object} user
   * @param {boolean} needsIt
   * @returns {Promise<void>} fulfilled when it runs, or rests: that may be never
   */
  setUser(user, needsIt) {
    if (needsIt) this.#collected.register(user, undefined, user);
    else this.#collected.unregister(user);
    return this.#changeUsers(needsIt ? 1 : -1);
  }

  /** @param {1 | -1} change */
  #changeUsers(change) {
    this.#users += change;
    return this.#update();
  }

  async #update() {
    try {
      if (this.#users === 0) await this.context.suspend();
      else if (!this.isRunning) await this.context.resume();
    } catch {
      // Not before the next gesture.
    }
  }
}

/** @param {any} window */
export function audioOutputOf(window) {
  const { document } = window;
  let output = outputs.get(document);
  if (output === undefined) outputs.set(document, (output = new AudioOutput(window)));
  return output;
}
