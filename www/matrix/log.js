// What happened in a cell, in order: the events that were heard, and what script did between them.

/**
 * @typedef {object} Entry
 * @property {string} type an event's, or 'called', 'resolved', 'rejected', 'note'
 * @property {string} text for people
 * @property {object} [track]
 * @property {object} [stream]
 * @property {string} [step] what was called
 * @property {boolean} [live] whether the track was live then
 * @property {string[]} [faults] what was wrong with the event
 * @property {string[]} [heardBy] the ways by which it was heard, in order
 * @property {Event} [event]
 */

export class Log {
  /** @type {Entry[]} */
  entries = [];
  #names = new Map();
  #counts = new Map();

  /** The log for people: a line an entry. */
  get lines() {
    return this.entries.map(({ text }) => text);
  }

  /** A place in the log: entries from here on come later. */
  mark() {
    return this.entries.length;
  }

  /** @param {Entry} entry */
  record(entry) {
    this.entries.push(entry);
    return entry;
  }

  note(text) {
    this.record({ type: 'note', text });
  }

  /** Does what a promise stands for, and records when it was called and when it was done. */
  async step(step, action) {
    this.record({ type: 'called', step, text: `${step} called` });
    try {
      const value = await action();
      this.record({ type: 'resolved', step, text: `${step} resolved` });
      return value;
    } catch (error) {
      this.record({ type: 'rejected', step, text: `${step} rejected: ${error}` });
      throw error;
    }
  }

  /** What a track or a stream is called here: “video”, the next one “video 2”. */
  name(object, noun = object.kind) {
    if (!this.#names.has(object)) {
      const number = (this.#counts.get(noun) ?? 0) + 1;
      this.#counts.set(noun, number);
      this.#names.set(object, number === 1 ? noun : `${noun} ${number}`);
    }
    return this.#names.get(object);
  }
}
