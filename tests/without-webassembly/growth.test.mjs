// Ten times as many tracks are ten times as much work, and not a hundred times. Work is counted, as V8 counts for coverage:
// how often each block of the package runs. So it is the package without WebAssembly, whose rules V8 sees as well.
import assert from 'node:assert/strict';
import { Session } from 'node:inspector/promises';
import { before, test } from 'node:test';

const FILES = new URL('../../pkg/js/', import.meta.url).href;
const session = new Session();
let polyfill;

before(async () => {
  session.connect();
  await session.post('Profiler.enable');
  await session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true });
  polyfill = await import(`${FILES}index.js`);
});

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
  'making a stream of tracks that are in many streams': ({ crowd }) => new polyfill.MediaStream(crowd),
  'removing tracks, one after another': ({ stream, tracks }) => tracks.forEach((track) => stream.removeTrack(track)),
  'removing tracks, the last one first': ({ stream, tracks }) => [...tracks].reverse().forEach((track) => stream.removeTrack(track)),
  'removing tracks, now here and now there': ({ stream, tracks }) => {
    for (const track of scattered(tracks)) stream.removeTrack(track);
  },
  'removing and adding tracks, now here and now there': ({ stream, tracks }) => {
    for (const track of scattered(tracks)) {
      stream.removeTrack(track);
      stream.addTrack(track);
    }
  },
  'removing tracks that are not there': ({ stream, strangers }) => {
    for (const track of strangers) stream.removeTrack(track);
  },
  "the user agent's removing of tracks, the last one first": ({ full, tracks }) => {
    for (const track of [...tracks].reverse()) full.removeTrack(track);
  },
  "the user agent's removing of tracks, now here and now there": ({ full, tracks }) => {
    for (const track of scattered(tracks)) full.removeTrack(track);
  },
  'cloning a stream': ({ stream }) => stream.clone(),
};

/** In an order in which no two are neighbours: 77 has no factor in common with how many there are. */
const scattered = (tracks) => tracks.map((_, n) => tracks[(n * 77) % tracks.length]);

function scene(count) {
  const { MediaStream, StreamController, TrackSource } = polyfill;
  const source = new TrackSource('video');
  const tracks = Array.from({ length: count }, () => source.createTrack());
  for (const track of tracks) track.onmute = () => {};
  const stream = new MediaStream(tracks);
  const crowd = Array.from({ length: count / 10 }, () => new TrackSource('audio').createTrack());
  const streams = Array.from({ length: count / 10 }, () => new MediaStream(crowd));
  const strangers = Array.from({ length: count }, () => source.createTrack());
  return { source, tracks, stream, full: StreamController.of(stream), empty: new StreamController(), crowd, streams, strangers };
}

/** How many blocks have run since this was asked last. */
async function blocks() {
  const { result } = await session.post('Profiler.takePreciseCoverage');
  const functions = result.filter(({ url }) => url.startsWith(FILES)).flatMap((script) => script.functions);
  return functions.flatMap(({ ranges }) => ranges).reduce((sum, { count }) => sum + count, 0);
}

async function work(operation, count) {
  const argument = scene(count);
  await blocks();
  operation(argument);
  return blocks();
}

for (const [name, operation] of Object.entries(operations)) {
  test(`${name} is linear`, async () => {
    const [few, many] = [await work(operation, 200), await work(operation, 2_000)];
    assert.ok(few > 20, `only ${few} blocks have run: are they counted?`);
    assert.ok(many < 12 * few, `${few} blocks for 200 tracks, ${many} for 2,000`);
  });
}
