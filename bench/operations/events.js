/** @file Events, and who listens to them. */

/** @import { Implementation, Operations } from './index.js' */

/**
 * @param {Implementation} implementation
 * @returns {Operations}
 */
export function eventOperations({ MediaStream, MediaStreamTrackEvent, newTrack }) {
  const track = newTrack();
  const init = { track };
  let events = 0;
  /** @param {number} listeners */
  const heardBy = (listeners) => {
    const stream = new MediaStream([track]);
    for (let i = 0; i < listeners; i++) stream.addEventListener('removetrack', () => events++);
    return stream;
  };
  const streams = [heardBy(0), heardBy(1), heardBy(10)];
  const quiet = new MediaStream();
  const handled = new MediaStream();
  const listener = () => {};
  const event = new MediaStreamTrackEvent('removetrack', init);

  /** @param {any} stream */
  const dispatch = (stream) => (/** @type {number} */ times) => {
    for (let i = 0; i < times; i++) stream.dispatchEvent(new MediaStreamTrackEvent('removetrack', init));
    return events;
  };
  return {
    'new MediaStreamTrackEvent': (times) => {
      let made;
      for (let i = 0; i < times; i++) made = new MediaStreamTrackEvent('removetrack', init);
      return made;
    },
    'event.track': (times) => {
      let last;
      for (let i = 0; i < times; i++) last = event.track;
      return last;
    },
    'event and dispatch (no listener)': dispatch(streams[0]),
    'event and dispatch (1 listener)': dispatch(streams[1]),
    'event and dispatch (10 listeners)': dispatch(streams[2]),
    'addEventListener + remove': (times) => {
      for (let i = 0; i < times; i++) {
        quiet.addEventListener('removetrack', listener);
        quiet.removeEventListener('removetrack', listener);
      }
    },
    onremovetrack: (times) => {
      let count = 0;
      for (let i = 0; i < times; i++) if (handled.onremovetrack === null) count++;
      return count;
    },
    'onremovetrack = …': (times) => {
      for (let i = 0; i < times; i++) handled.onremovetrack = (i & 1) === 0 ? listener : null;
    },
  };
}
