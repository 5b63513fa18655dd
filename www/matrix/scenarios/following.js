// What S5 to S8 have in common: an element changes what it plays, and its captures follow.

import { withPlayer } from '../player.js';
import { isLive } from '../witness.js';

/** A cell that captures an element. */
export const capturing = (title, action, options) => ({
  title,
  uses: ['captures'],
  run: (host, log) => withPlayer(host, log, options, action),
});

/** An element that plays, and is captured. */
export async function playing(player, source, captures = 1) {
  player.give(source);
  await player.playing();
  for (let i = 0; i < captures; i++) await player.capture();
}

/**
 * The element changes what it plays: every captured track ends, then leaves, and what it plays now comes.
 * @param {import('../player.js').Player} player
 * @param {() => void} change
 * @param {object} [exceptions]
 * @param {MediaStreamTrack[]} [exceptions.stopped] tracks that script had stopped: they are ended without an event
 * @param {MediaStreamTrack[]} [exceptions.taken] tracks that script had taken out of their captures: they only end
 */
export async function follow(player, change, { stopped = [], taken = [] } = {}) {
  const old = player.captured();
  const judge = player.judge();
  await change();
  await player.follows(old, taken);
  for (const { stream, track } of old) {
    if (!stopped.includes(track)) judge.ended(track, { first: true });
    judge.left(track, { streams: [stream], live: false });
  }
  for (const track of taken) judge.ended(track);
  for (const stream of player.streams) {
    judge.replaced(stream, old.filter((each) => each.stream === stream).map(({ track }) => track), player.kinds);
  }
  for (const track of player.ownTracks) {
    if (!isLive(track)) judge.complain(`script’s own ${track.kind} track has ended with the captured ones`);
  }
  return judge;
}
