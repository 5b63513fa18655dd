// S4: a transceiver is stopped, by the remote or by us.

import { OFFER, THEIR_ANSWER } from '../call.js';
import { calling, OnPurpose, stay } from './leaving.js';

/** The remote stops these lines and offers that: each track ends and leaves, at the latest right after. */
async function stop(call, ...lines) {
  const judge = call.judge();
  for (const line of lines) call.stop(line.transceiver);
  await call.negotiate();
  await call.gone(lines);
  await call.settle();
  for (const { track } of lines) {
    judge.ended(track, { after: OFFER });
    judge.left(track, { after: OFFER });
  }
  return judge.nothingElse();
}

/** We stop receiving these lines for good, and offer that. */
async function stopOurs(call, ...lines) {
  const judge = call.judge();
  for (const line of lines) call.stop(line.receiving);
  await call.negotiateOurs();
  await call.settle();
  for (const { track } of lines) {
    judge.ended(track);
    judge.left(track, { by: THEIR_ANSWER });
  }
  return judge.nothingElse();
}

const stopping = (title, what, chosen) =>
  calling(title, async (call) => {
    const lines = await call.start(...what);
    return stop(call, ...chosen.map((place) => lines[place]));
  });

export const stopTransceiver = {
  id: 'S4',
  title: 'A transceiver is stopped',
  cells: [
    stopping('the remote’s video, alone', ['video'], [0]),
    stopping('the remote’s audio, alone', ['audio'], [0]),
    stopping('the video of a stream with both', ['video', 'audio'], [0]),
    stopping('the audio of a stream with both', ['video', 'audio'], [1]),
    stopping('video and audio at once', ['video', 'audio'], [0, 1]),
    stopping('one of two videos', ['video', 'video'], [0]),
    stopping('a video that is in two streams', [['video', ['a', 'b']]], [0]),

    calling('video, then audio, an offer each', async (call) => {
      const [video, audio] = await call.start('video', 'audio');
      return [...(await stop(call, video)), ...(await stop(call, audio))];
    }),

    calling('stopped, then negotiated again: nothing more', async (call) => {
      const [video] = await call.start('video', 'audio');
      return [...(await stop(call, video)), ...(await stay(call, () => {}))];
    }),

    calling('stopped when it had been inactive: it ends, and has left before', async (call) => {
      const [video] = await call.start('video', 'audio');
      call.setDirection(video.transceiver, 'inactive');
      await call.negotiate();
      await call.settle();
      const judge = call.judge();
      call.stop(video.transceiver);
      await call.negotiate();
      await call.ended([video]);
      await call.settle();
      judge.ended(video.track, { after: OFFER });
      return judge.nothingElse();
    }, { uses: ['inactive, then stopped'] }),

    calling('script has taken it out: it ends, and nothing leaves', async (call) => {
      const [video] = await call.start('video', 'audio');
      const [stream] = call.streams;
      stream.removeTrack(video.track);
      const judge = call.judge();
      call.stop(video.transceiver);
      await call.negotiate();
      await call.ended([video]);
      await call.settle();
      judge.ended(video.track, { after: OFFER });
      return judge.nothingElse();
    }),

    calling('another listener throws', async (call) => {
      call.onstream = (stream) =>
        stream.addEventListener?.('removetrack', () => {
          throw new OnPurpose();
        });
      return stop(call, ...(await call.start('video', 'audio')));
    }, { uses: ['reported exceptions'] }),

    calling('we stop a video of the remote’s', async (call) => {
      const [video] = await call.start('video', 'audio');
      return stopOurs(call, video);
    }, { uses: ['our own offers'] }),

    calling('we stop everything', async (call) => stopOurs(call, ...(await call.start('video', 'audio'))), {
      uses: ['our own offers'],
    }),
  ],
};
