// Twenty times as many tracks take about twenty times as long, and not four hundred times.
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

function scene(count) {
  const source = new TrackSource('video');
  const tracks = Array.from({ length: count }, () => source.createTrack());
  for (const track of tracks) track.onmute = () => {};
  return { source, tracks, full: StreamController.of(new MediaStream(tracks)), empty: new StreamController() };
}

/** The shortest of some tries, so that what else the machine does counts little. */
function time(operation, count) {
  let shortest = Infinity;
  for (let n = 0; n < 3; n++) {
    const argument = scene(count);
    const start = performance.now();
    operation(argument);
    shortest = Math.min(shortest, performance.now() - start);
  }
  return shortest;
}

for (const [name, operation] of Object.entries(operations)) {
  test(`${name} is linear`, () => {
    time(operation, 2_000);
    const few = time(operation, 2_000);
    const many = time(operation, 40_000);
    // 400 times, if it were quadratic; collections of garbage are some.
    assert.ok(many < 150 * Math.max(few, 0.1), `${few} ms for 2,000, ${many} ms for 40,000`);
  });
}
