// Follows a stream: what happens to it and to its tracks goes to the list, the timeline and the panel.

import { listRemoval } from './removals.js';
import { joined, left, happened } from './history.js';

/** Tracks that have their listeners: a track may leave and come back. */
const listenedTo = new WeakSet();

/**
 * @param {MediaStream} stream
 * @param {string} place the panel's name, for the timeline
 * @param {() => void} changed called after each event
 */
export function follow(stream, place, changed) {
  const listenTo = (track) => {
    if (listenedTo.has(track)) return;
    listenedTo.add(track);
    for (const type of ['mute', 'unmute', 'ended']) {
      track.addEventListener(type, () => {
        happened(track, type);
        changed();
      });
    }
  };

  stream.onaddtrack = ({ track }) => {
    joined(track, place, 'addtrack');
    listenTo(track);
    changed();
  };
  stream.onremovetrack = ({ track }) => {
    listRemoval(track);
    left(track, 'removetrack');
    changed();
  };

  for (const track of stream.getTracks()) {
    joined(track, place);
    listenTo(track);
  }
  changed();
}
