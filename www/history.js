// What has happened so far: a lane for each stay of a track in a stream, with its events in their order.
//
// Time is counted in events, not in seconds: a mute and the removetrack after it are a fraction of a
// millisecond apart, and which came first is what one wants to see.

/**
 * @typedef {object} Lane
 * @property {MediaStreamTrack} track
 * @property {string} place the panel it belongs to
 * @property {boolean} muted whether the track was muted when it came
 * @property {number} from the number of the event with which it came
 * @property {number | null} to the number of the event with which it left; null while it stays
 * @property {{ type: string, number: number }[]} marks
 */

/** @type {Lane[]} */
export const lanes = [];

/** Every event: when, what, and to which lane. */
export const events = [];

const observers = new Set();
export const observe = (observer) => observers.add(observer);

const laneOf = (track) => lanes.findLast((lane) => lane.track === track && lane.to === null);

/** A track is in a stream now. `type` is the event that told so, if one did. */
export function joined(track, place, type = 'joined') {
  // The event may come after the track has been seen in the stream: it's the same stay.
  let lane = laneOf(track);
  if (!lane) {
    lane = { track, place, muted: track.muted, from: events.length, to: null, marks: [] };
    lanes.push(lane);
  }
  record(lane, type);
}

/** A track isn't in the stream any more. */
export function left(track, type = 'left') {
  const lane = laneOf(track);
  if (!lane) return;
  lane.to = events.length;
  record(lane, type);
}

/** Something happened to a track that is in a stream. */
export function happened(track, type) {
  const lane = laneOf(track);
  if (lane) record(lane, type);
}

function record(lane, type) {
  lane.marks.push({ type, number: events.length });
  events.push({ lane, type, time: performance.now() });
  for (const observer of observers) observer();
}
