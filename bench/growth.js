/** @file How time grows with the number of tracks and streams: what takes as long a track for 20,000 as for 200 is linear. */

import { MediaStream, StreamController, TrackSource } from '../pkg/index.js';
import { quartiles } from './measure.js';

const COUNTS = [20, 200, 2_000, 20_000];
const ROUNDS = 9;

/** So many of the tracks are in so many streams. */
const MANY = 200;

/** @type {Record<string, (count: number) => () => unknown>} prepares so many, and returns what is timed */
const operations = {
  'source.mute': (count) => {
    const { source } = tracksOf(count);
    return () => source.mute();
  },
  'source.end': (count) => {
    const { source } = tracksOf(count);
    return () => source.end();
  },
  'controller.setTracks (all)': (count) => {
    const { tracks } = tracksOf(count);
    const controller = new StreamController();
    return () => controller.setTracks(tracks);
  },
  'controller.setTracks (none)': (count) => {
    const { tracks } = tracksOf(count);
    const controller = new StreamController(tracks);
    return () => controller.setTracks([]);
  },
  'new MediaStream (all)': (count) => {
    const { tracks } = tracksOf(count);
    return () => new MediaStream(tracks);
  },
  'new MediaStream (of as many streams)': (count) => {
    const { tracks } = tracksOf(count);
    const streams = Array.from({ length: Math.min(count, MANY) }, () => new MediaStream(tracks.slice(0, MANY)));
    return () => [new MediaStream(tracks), streams];
  },
  'stream.clone': (count) => {
    const stream = new MediaStream(tracksOf(count).tracks);
    return () => stream.clone();
  },
  'removeTrack, one after another': (count) => {
    const { tracks } = tracksOf(count);
    const stream = new MediaStream(tracks);
    return () => tracks.forEach((track) => stream.removeTrack(track));
  },
  'track.stop, in so many streams': (count) => {
    const { tracks: [track] } = tracksOf(1);
    const streams = Array.from({ length: count }, () => new MediaStream([track]));
    return () => (track.stop(), streams);
  },
};

/** Live tracks that are listened to, so that each must hear. */
function tracksOf(count) {
  const source = new TrackSource('video');
  const tracks = Array.from({ length: count }, () => source.createTrack());
  for (const track of tracks) track.onended = () => {};
  return { source, tracks };
}

/** @returns {{ name: string, times: { count: number, ms: number }[] }[]} medians */
export function growth() {
  return Object.entries(operations).map(([name, prepare]) => ({
    name,
    times: COUNTS.map((count) => {
      const rounds = Array.from({ length: ROUNDS }, () => {
        const operation = prepare(count);
        const start = performance.now();
        operation();
        return performance.now() - start;
      });
      return { count, ms: quartiles(rounds).median };
    }),
  }));
}
