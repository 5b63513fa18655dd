// What S1, S2 and S3 have in common: the remote changes what it sends, offers it, and tracks leave.

import { OFFER, withCall } from '../call.js';

/**
 * The remote changes something and negotiates: these lines' tracks are muted and leave while its offer is set.
 * @param {import('../call.js').Call} call
 * @param {object[]} lines
 * @param {() => void} change
 */
export async function leave(call, lines, change) {
  const judge = call.judge();
  change();
  await call.negotiate();
  await call.settle();
  for (const { track } of lines) {
    judge.mutedFirst(track, { during: OFFER });
    judge.left(track, { during: OFFER, live: true });
  }
  return judge.nothingElse();
}

/** The remote changes something and negotiates, and no track leaves. */
export async function stay(call, change) {
  const judge = call.judge();
  change();
  await call.negotiate();
  await call.settle();
  return judge.nothing();
}

/** The remote changes something and negotiates, and this line's track is in a stream again. */
export async function comeBack(call, change) {
  const judge = call.judge();
  const line = change();
  await call.negotiate();
  await call.flowing([line]);
  await call.settle();
  judge.arrived(line.track);
  return judge.nothingElse();
}

/** A cell that is a call. */
export const calling = (title, action, { uses = [] } = {}) => ({
  title,
  uses: ['calls', ...uses],
  run: (host, log) => withCall(host, log, action),
});

/** How what is thrown on purpose is told from what goes wrong. */
export const PURPOSE = 'thrown on purpose';

/** Thrown by listeners on purpose: nobody needs to be told. */
export class OnPurpose extends Error {
  constructor() {
    super(PURPOSE);
  }
}
