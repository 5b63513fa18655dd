// Twenty times as many tracks are about twenty times as much work, and not four hundred times.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { MediaStream, StreamController, TrackSource } from '#package';

const operations = {
  'muting and unmuting a source': ({ source }) => {
    source.mute();
    source.unmute();
  },
  'ending a source': ({ source }) => source.end(),
  'setTracks with all tracks': ({ empty, tracks }) => empty.setTracks(tracks),
  'setTracks with the tracks that are there': ({ full, tracks }) => full.setTracks(tracks),
  'setTracks with no track': ({ full }) => full.setTracks([]),
  'setTracks with every second track': ({ full, tracks }) => full.setTracks(tracks.filter((_, n) => n % 2 === 0)),
};

/** Tracks that are all in as many streams. */
function crowd(count) {
  const source = new TrackSource('video');
  const tracks = Array.from({ length: count }, () => source.createTrack());
  return { tracks, streams: Array.from({ length: count }, () => new MediaStream(tracks)) };
}

function scene(count) {
  const source = new TrackSource('video');
  const tracks = Array.from({ length: count }, () => source.createTrack());
  for (const track of tracks) track.onmute = () => {};
  return { source, tracks, full: StreamController.of(new MediaStream(tracks)), empty: new StreamController() };
}

/** The least of some tries, in microseconds of this process: what else the machine does is no part of it. */
function work(operation, count, sceneOf = scene) {
  let least = Infinity;
  for (let n = 0; n < 5; n++) {
    const argument = sceneOf(count);
    const before = process.cpuUsage();
    operation(argument);
    const { user, system } = process.cpuUsage(before);
    least = Math.min(least, user + system);
  }
  return least;
}

for (const [name, operation] of Object.entries(operations)) {
  test(`${name} is linear`, () => {
    work(operation, 2_000);
    const few = work(operation, 2_000);
    const many = work(operation, 40_000);
    // 400 times, if it were quadratic; collections of garbage are some.
    assert.ok(many < 150 * Math.max(few, 100), `${few} µs for 2,000, ${many} µs for 40,000`);
  });
}

test('making a stream of tracks that are in many streams is linear', () => {
  const operation = ({ tracks, streams }) => {
    for (let n = 0; n < 100; n++) streams.push(new MediaStream(tracks));
  };
  work(operation, 50, crowd);
  const few = work(operation, 50, crowd);
  const many = work(operation, 800, crowd);
  // 16 times the tracks; 256 times as much, if all streams that they are in were looked through.
  assert.ok(many < 100 * Math.max(few, 100), `${few} µs for 50 tracks, ${many} µs for 800`);
});
