/** @file MediaStream's operations. */

/** @import { Implementation, Operations } from './index.js' */

const SHARED = 'the list is not the caller’s own';

/**
 * @param {Implementation} implementation
 * @returns {Operations}
 */
export function streamOperations({ MediaStream, newTrack }) {
  const [a, b, extra] = [newTrack(), newTrack(), newTrack()];
  const stream = new MediaStream([a, b]);
  const twice = new MediaStream([a, b]);
  const hundred = Array.from({ length: 100 }, newTrack);
  const large = new MediaStream(hundred);
  const lastId = hundred[99].id;
  for (const track of hundred) track.id;

  return {
    'new MediaStream()': (times) => {
      let made;
      for (let i = 0; i < times; i++) made = new MediaStream();
      return made;
    },
    'new MediaStream([a, b])': (times) => {
      const two = [a, b];
      let made;
      for (let i = 0; i < times; i++) made = new MediaStream(two);
      if (made.getTracks() === two) throw new Error(SHARED);
      return made;
    },
    'new MediaStream(stream)': (times) => {
      let made;
      for (let i = 0; i < times; i++) made = new MediaStream(stream);
      if (made.id === stream.id) throw new Error('it has no id of its own');
      return made;
    },
    'new MediaStream(100 tracks)': (times) => {
      let made;
      for (let i = 0; i < times; i++) made = new MediaStream(hundred);
      if (made.getTracks() === hundred) throw new Error(SHARED);
      return made;
    },
    'addTrack + removeTrack': (times) => {
      for (let i = 0; i < times; i++) {
        stream.addTrack(extra);
        stream.removeTrack(extra);
      }
    },
    'addTrack (of one it has)': (times) => {
      for (let i = 0; i < times; i++) twice.addTrack(b);
      // Some packages add it again.
      if (twice.getTracks().length !== 2) throw new Error('it is there twice');
    },
    'getTracks (2)': (times) => {
      let tracks;
      for (let i = 0; i < times; i++) tracks = stream.getTracks();
      if (tracks === stream.getTracks()) throw new Error(SHARED);
      return tracks;
    },
    'getTracks (100)': (times) => {
      let tracks;
      for (let i = 0; i < times; i++) tracks = large.getTracks();
      if (tracks === large.getTracks()) throw new Error(SHARED);
      return tracks;
    },
    'getVideoTracks (2)': (times) => {
      let tracks;
      for (let i = 0; i < times; i++) tracks = stream.getVideoTracks();
      return tracks;
    },
    'getAudioTracks (none of 2)': (times) => {
      let tracks;
      for (let i = 0; i < times; i++) tracks = stream.getAudioTracks();
      return tracks;
    },
    'getTrackById (last of 100)': (times) => {
      let track;
      for (let i = 0; i < times; i++) track = large.getTrackById(lastId);
      return track;
    },
    'clone (2)': (times) => {
      let clone;
      for (let i = 0; i < times; i++) clone = stream.clone();
      if (clone.getTracks().includes(a)) throw new Error('its tracks are no clones');
      return clone;
    },
    active: (times) => {
      if (new MediaStream().active) throw new Error('it is active without a track');
      let count = 0;
      for (let i = 0; i < times; i++) if (stream.active) count++;
      return count;
    },
    id: (times) => {
      let count = 0;
      for (let i = 0; i < times; i++) count += stream.id.length;
      return count;
    },
  };
}
