/** @file How time grows with the number of tracks and streams: what takes as long a track for 20,000 as for 200 is linear. */

import { quartiles } from './measure.js';

const COUNTS = [20, 200, 2_000, 20_000];
const ROUNDS = 9;

/** So many of the tracks are in so many streams. */
const MANY = 200;

/**
 * @typedef {object} Implementation
 * @property {any} MediaStream
 * @property {any} StreamController
 * @property {any} TrackSource
 */

/** @type {Record<string, (implementation: Implementation, count: number) => () => unknown>} prepares so many, and returns what is timed */
const operations = {
  'source.mute': (implementation, count) => {
    const { source } = tracksOf(implementation, count);
    return () => source.mute();
  },
  'source.end': (implementation, count) => {
    const { source } = tracksOf(implementation, count);
    return () => source.end();
  },
  'controller.setTracks (all)': (implementation, count) => {
    const { tracks } = tracksOf(implementation, count);
    const controller = new implementation.StreamController();
    return () => controller.setTracks(tracks);
  },
  'controller.setTracks (none)': (implementation, count) => {
    const { tracks } = tracksOf(implementation, count);
    const controller = new implementation.StreamController(tracks);
    return () => controller.setTracks([]);
  },
  'new MediaStream (all)': (implementation, count) => {
    const { tracks } = tracksOf(implementation, count);
    return () => new implementation.MediaStream(tracks);
  },
  'new MediaStream (of as many streams)': (implementation, count) => {
    const { tracks } = tracksOf(implementation, count);
    const streams = Array.from({ length: Math.min(count, MANY) }, () => new implementation.MediaStream(tracks.slice(0, MANY)));
    return () => [new implementation.MediaStream(tracks), streams];
  },
  'stream.clone': (implementation, count) => {
    const stream = new implementation.MediaStream(tracksOf(implementation, count).tracks);
    return () => stream.clone();
  },
  'removeTrack, one after another': (implementation, count) => {
    const { tracks } = tracksOf(implementation, count);
    const stream = new implementation.MediaStream(tracks);
    return () => tracks.forEach((track) => stream.removeTrack(track));
  },
  'track.stop, in so many streams': (implementation, count) => {
    const {
      tracks: [track],
    } = tracksOf(implementation, 1);
    const streams = Array.from({ length: count }, () => new implementation.MediaStream([track]));
    return () => (track.stop(), streams);
  },
};

/** Live tracks that are listened to, so that each must hear. */
function tracksOf({ TrackSource }, count) {
  const source = new TrackSource('video');
  const tracks = Array.from({ length: count }, () => source.createTrack());
  for (const track of tracks) track.onended = () => {};
  return { source, tracks };
}

/**
 * @param {Record<string, Implementation>} implementations which take turns
 * @returns {Promise<{ name: string, times: Record<string, number> & { count: number }[] }[]>} medians in ms
 */
export async function growth(implementations) {
  const results = [];
  for (const [name, prepare] of Object.entries(operations)) {
    const times = [];
    for (const count of COUNTS) {
      const rounds = Object.fromEntries(Object.keys(implementations).map((each) => [each, []]));
      for (let round = 0; round < ROUNDS; round++) {
        for (const [each, implementation] of Object.entries(implementations)) {
          const operation = prepare(implementation, count);
          // As on any page, what was collected is finalized between two tasks.
          await new Promise((resolve) => setTimeout(resolve));
          const start = performance.now();
          operation();
          rounds[each].push(performance.now() - start);
        }
      }
      times.push({ count, ...Object.fromEntries(Object.entries(rounds).map(([each, all]) => [each, quartiles(all).median])) });
    }
    results.push({ name, times });
  }
  return results;
}
