// S10: we stop receiving, in our answer or by an offer of our own. The track leaves when the answer is applied.

import { OUR_ANSWER, THEIR_ANSWER } from '../call.js';
import { calling } from './leaving.js';

/** We answer that we don't receive these lines; we decide so before the remote's offer comes, or after. */
async function answer(call, direction, lines, { decided = 'before' } = {}) {
  const decide = () => {
    for (const line of lines) call.setDirection(line.receiving, direction);
  };
  const judge = call.judge();
  if (decided === 'before') decide();
  await call.theyOffer();
  if (decided === 'after') decide();
  await call.weAnswer();
  await call.settle();
  return left(judge, lines, OUR_ANSWER);
}

/** We offer that we don't receive these lines. */
async function offer(call, direction, lines) {
  const judge = call.judge();
  for (const line of lines) call.setDirection(line.receiving, direction);
  await call.negotiateOurs();
  await call.settle();
  return left(judge, lines, THEIR_ANSWER);
}

function left(judge, lines, during) {
  for (const { track } of lines) judge.left(track, { during, live: true });
  return judge.nothingElse();
}

/**
 * Another offer of the remote's, when we don't receive these lines. By the specification it brings the tracks back, and
 * our answer takes them away again: they are in no stream afterwards, and whatever came has left with an event.
 */
async function negotiateAgain(call, lines) {
  const offered = call.judge();
  await call.theyOffer();
  for (const { track } of lines) offered.mayArrive(track);
  offered.nothingElse();
  const answered = call.judge();
  await call.weAnswer();
  await call.settle();
  for (const { track } of lines) {
    if (answered.streamsOf(track).length > 0) answered.left(track, { during: OUR_ANSWER, live: true });
  }
  return [...offered.complaints, ...answered.nothingElse()];
}

/** We receive these lines again, and their tracks are in a stream again. */
async function receiveAgain(call, lines, negotiate) {
  const judge = call.judge();
  for (const line of lines) call.setDirection(line.receiving, 'recvonly');
  await negotiate();
  await call.flowing(lines);
  await call.settle();
  for (const { track } of lines) judge.arrived(track);
  return judge.nothingElse();
}

const stopping = (title, how, direction, what, chosen, options) =>
  calling(title, async (call) => {
    const lines = await call.start(...what);
    return how(call, direction, chosen.map((place) => lines[place]), options);
  }, { uses: how === offer ? ['our own offers'] : [] });

export const stopReceiving = {
  id: 'S10',
  title: 'We stop receiving a track',
  cells: [
    stopping('our answer: a video, alone', answer, 'inactive', ['video'], [0]),
    stopping('our answer: an audio track, alone', answer, 'inactive', ['audio'], [0]),
    stopping('our answer: one of two tracks', answer, 'inactive', ['video', 'audio'], [0]),
    stopping('our answer: every track of a stream', answer, 'inactive', ['video', 'audio'], [0, 1]),
    stopping('our answer, decided when the offer is there: one of two', answer, 'inactive', ['video', 'audio'], [1], { decided: 'after' }),
    stopping('our answer, decided when the offer is there: every track', answer, 'inactive', ['video', 'audio'], [0, 1], { decided: 'after' }),
    stopping('our answer: a video that is in two streams', answer, 'inactive', [['video', ['a', 'b']]], [0]),

    calling('our answer: sendonly, where both sides had sent', async (call) => {
      const [video] = await call.start('video');
      call.sendBack(video);
      await call.negotiate();
      return answer(call, 'sendonly', [video]);
    }, { uses: ['sending back'] }),

    calling('our answer, then negotiated again: it stays out', async (call) => {
      const [video] = await call.start('video', 'audio');
      return [...(await answer(call, 'inactive', [video])), ...(await negotiateAgain(call, [video]))];
    }),

    calling('our answer, for every track, then negotiated again: they stay out', async (call) => {
      const lines = await call.start('video', 'audio');
      return [...(await answer(call, 'inactive', lines)), ...(await negotiateAgain(call, lines))];
    }),

    calling('our answer, then receiving again', async (call) => {
      const lines = await call.start('video', 'audio');
      const stopped = await answer(call, 'inactive', lines);
      return [...stopped, ...(await receiveAgain(call, lines, () => call.negotiate()))];
    }),

    stopping('our offer: a video, alone', offer, 'inactive', ['video'], [0]),
    stopping('our offer: one of two tracks', offer, 'inactive', ['video', 'audio'], [1]),
    stopping('our offer: every track of a stream', offer, 'inactive', ['video', 'audio'], [0, 1]),

    calling('our offer: sendonly, where both sides had sent', async (call) => {
      const [video] = await call.start('video', 'audio');
      call.sendBack(video);
      await call.negotiate();
      return offer(call, 'sendonly', [video]);
    }, { uses: ['our own offers', 'sending back'] }),

    calling('our offer: one track, then the other', async (call) => {
      const [video, audio] = await call.start('video', 'audio');
      return [...(await offer(call, 'inactive', [video])), ...(await offer(call, 'inactive', [audio]))];
    }, { uses: ['our own offers'] }),

    calling('our offer, then receiving again', async (call) => {
      const [video] = await call.start('video', 'audio');
      const stopped = await offer(call, 'inactive', [video]);
      return [...stopped, ...(await receiveAgain(call, [video], () => call.negotiateOurs()))];
    }, { uses: ['our own offers'] }),

    calling('our offer is rolled back: nothing happens', async (call) => {
      const lines = await call.start('video', 'audio');
      const judge = call.judge();
      for (const line of lines) call.setDirection(line.receiving, 'inactive');
      await call.weOffer();
      await call.weRollBack();
      await call.settle();
      return judge.nothing();
    }, { uses: ['our own offers', 'rollback'] }),
  ],
};
