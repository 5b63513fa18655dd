// Every cell of the matrix, and how one is run. Nothing in these modules touches a document when it is imported:
// they run in browsers and, those that are calls, in Node over a WebRTC stack.
//
//   import { cells, SCENARIOS, runCell } from './cells.js';
//   for (const cell of cells) results.push({ ...cell, ...(await runCell(cell, host)) });
//
// A cell: { id: 'S1.3', scenario: 'S1', title, uses: ['calls', …], needs(host) → boolean, run(host, log) → complaints }.
// runCell(cell, host) → { state: 'holds' | 'fails' | 'absent', complaints: [words], log: [lines] }. It never rejects.
//
// What differs between hosts is in the host object (browser-host.js makes the browsers'):
//   name                    'chromium', 'wrtc', …
//   features                a Set of what it can do, of the words in FEATURES below: a cell whose uses aren't all in it
//                           is 'absent'
//   RTCPeerConnection, MediaStream
//   MediaStreamTrackEvent   if it has one: then events have to be of it
//   createTrack(kind)       a live local track, 'audio' or 'video', that media comes from
//   setDirection(transceiver, direction)
//   stop(transceiver)       so that the next offer says so
//   setStreams(sender, streams)
//   mutes                   false where remote tracks never change `muted`: then nothing waits for media, and mute is
//                           not asked for
//   captureStream(element)  for S5 to S8

import { Log } from './log.js';
import { wait } from './wait.js';
import { removeTrack } from './scenarios/s1-remove-track.js';
import { direction } from './scenarios/s2-direction.js';
import { setStreams } from './scenarios/s3-set-streams.js';
import { stopTransceiver } from './scenarios/s4-stop.js';
import { newSource } from './scenarios/s5-new-source.js';
import { noSource } from './scenarios/s6-no-source.js';
import { sourceObject } from './scenarios/s7-source-object.js';
import { end } from './scenarios/s8-end.js';
import { scriptFirst } from './scenarios/s9-script-first.js';
import { stopReceiving } from './scenarios/s10-stop-receiving.js';

/** The words for what cells need. */
export const FEATURES = {
  calls: 'RTCPeerConnection',
  'adding again': 'a track may be sent after another has been removed',
  clones: 'MediaStream.clone()',
  'inactive, then stopped': 'the two are different in an offer',
  'lines without a track': 'addTransceiver(kind, { streams })',
  'our own offers': 'the side that answered may offer, too',
  'reported exceptions': 'what a listener throws is reported, and ends nothing',
  rollback: 'descriptions may be rolled back',
  'sending back': 'addTrack() on the answering side takes the transceiver that the offer made',
  setStreams: 'RTCRtpSender.setStreams()',
  'two streams': 'a track may be in two streams',
  captures: 'captureStream() of media elements',
};

/** The scenarios in their order, with their cells. */
export const SCENARIOS = [
  removeTrack,
  direction,
  setStreams,
  stopTransceiver,
  newSource,
  noSource,
  sourceObject,
  end,
  scriptFirst,
  stopReceiving,
];

export const cells = SCENARIOS.flatMap(({ id: scenario, cells }) =>
  cells.map(({ title, uses, run }, place) => ({
    id: `${scenario}.${place + 1}`,
    scenario,
    title,
    uses,
    needs: (host) => uses.every((feature) => host.features.has(feature)),
    run,
  })),
);

/** How long a cell may take before it counts as failed. */
const TIME_LIMIT = 30_000;

export async function runCell(cell, host) {
  if (!cell.needs(host)) return { state: 'absent', complaints: [], log: [] };
  const log = new Log();
  let complaints;
  try {
    const late = wait(TIME_LIMIT).then(() => [`not done within ${TIME_LIMIT / 1000} s`]);
    complaints = await Promise.race([cell.run(host, log), late]);
  } catch (error) {
    complaints = [`it could not be run: ${error}`];
  }
  return { state: complaints.length === 0 ? 'holds' : 'fails', complaints, log: log.lines };
}
