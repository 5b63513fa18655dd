/** @file What is measured: each function does one operation so many times. */

/**
 * @param {{ MediaStream: any, MediaStreamTrackEvent: any, newTrack(): any }} implementation
 * @returns {Record<string, (times: number) => unknown>}
 */
export function operations({ MediaStream, MediaStreamTrackEvent, newTrack }) {
  const [a, b, extra] = [newTrack(), newTrack(), newTrack()];
  const stream = new MediaStream([a, b]);
  const large = new MediaStream(Array.from({ length: 100 }, newTrack));
  const lastId = large.getTracks().at(-1).id;
  for (const track of large.getTracks()) track.id;
  const heard = new MediaStream([a]);
  let events = 0;
  heard.addEventListener('removetrack', () => events++);
  const listener = () => {};
  const quiet = new MediaStream();
  const handled = new MediaStream();

  return {
    'new MediaStream()': (times) => {
      let stream;
      for (let i = 0; i < times; i++) stream = new MediaStream();
      return stream;
    },
    'new MediaStream([a, b])': (times) => {
      let stream;
      for (let i = 0; i < times; i++) stream = new MediaStream([a, b]);
      return stream;
    },
    'addTrack + removeTrack': (times) => {
      for (let i = 0; i < times; i++) {
        stream.addTrack(extra);
        stream.removeTrack(extra);
      }
    },
    'getTracks (2)': (times) => {
      let tracks;
      for (let i = 0; i < times; i++) tracks = stream.getTracks();
      return tracks;
    },
    'getVideoTracks (2)': (times) => {
      let tracks;
      for (let i = 0; i < times; i++) tracks = stream.getVideoTracks();
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
      return clone;
    },
    active: (times) => {
      let count = 0;
      for (let i = 0; i < times; i++) if (stream.active) count++;
      return count;
    },
    id: (times) => {
      let count = 0;
      for (let i = 0; i < times; i++) count += stream.id.length;
      return count;
    },
    'track.readyState': (times) => {
      let count = 0;
      for (let i = 0; i < times; i++) if (a.readyState === 'live') count++;
      return count;
    },
    'track.enabled': (times) => {
      let count = 0;
      for (let i = 0; i < times; i++) if (a.enabled) count++;
      return count;
    },
    'track.muted': (times) => {
      let count = 0;
      for (let i = 0; i < times; i++) if (a.muted) count++;
      return count;
    },
    'track.enabled = …': (times) => {
      for (let i = 0; i < times; i++) b.enabled = (i & 1) === 0;
    },
    'event and dispatch': (times) => {
      for (let i = 0; i < times; i++) heard.dispatchEvent(new MediaStreamTrackEvent('removetrack', { track: a }));
      return events;
    },
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
