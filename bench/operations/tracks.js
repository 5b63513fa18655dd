/** @file MediaStreamTrack's operations. */

/** @import { Implementation, Operations } from './index.js' */

/**
 * @param {Implementation} implementation
 * @returns {Operations}
 */
export function trackOperations({ newTrack }) {
  const track = newTrack();
  const set = newTrack();
  const handled = newTrack();
  const listener = () => {};

  /** @param {string} attribute */
  const get = (attribute) => {
    // A function of its own for each, as each is read at a place of its own: what has the same text has the same code.
    const text = `let last; for (let i = 0; i < times; i++) last = track.${attribute}; return last; // ${import.meta.url}`;
    const read = new Function('track', 'times', text);
    return (/** @type {number} */ times) => {
      if (!(attribute in track)) throw new Error('it has none');
      return read(track, times);
    };
  };
  return {
    'track.kind': get('kind'),
    'track.id': get('id'),
    'track.label': get('label'),
    'track.enabled': get('enabled'),
    'track.muted': get('muted'),
    'track.readyState': get('readyState'),
    'track.contentHint': get('contentHint'),
    'track.enabled = …': (times) => {
      for (let i = 0; i < times; i++) set.enabled = (i & 1) === 0;
      set.enabled = 1;
      if (set.enabled !== true) throw new Error('it is no boolean');
    },
    'track.contentHint = …': (times) => {
      if (!('contentHint' in set)) throw new Error('it has none');
      for (let i = 0; i < times; i++) set.contentHint = (i & 1) === 0 ? 'motion' : '';
      set.contentHint = 'none';
      if (set.contentHint === 'none') throw new Error('it takes any hint');
    },
    'track.getSettings': (times) => {
      let settings;
      for (let i = 0; i < times; i++) settings = track.getSettings();
      if (settings === track.getSettings()) throw new Error('the settings are not the caller’s own');
      return settings;
    },
    'track.clone': (times) => {
      let clone;
      for (let i = 0; i < times; i++) clone = track.clone();
      return clone;
    },
    'track.clone + stop': (times) => {
      for (let i = 0; i < times; i++) track.clone().stop();
      const clone = track.clone();
      clone.stop();
      if (clone.readyState !== 'ended' || track.readyState !== 'live') throw new Error('it is not the clone alone that has ended');
    },
    'track.onended': get('onended'),
    'track.onended = …': (times) => {
      if (!('onended' in handled)) throw new Error('it has none');
      for (let i = 0; i < times; i++) handled.onended = (i & 1) === 0 ? listener : null;
    },
  };
}
