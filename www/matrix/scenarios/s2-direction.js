// S2: the remote's direction becomes one that doesn't send, and it negotiates.

import { OFFER } from '../call.js';
import { calling, comeBack, leave, stay } from './leaving.js';

/** The remote no longer sends on these lines. */
const silence = (call, direction, ...lines) =>
  leave(call, lines, () => {
    for (const line of lines) call.setDirection(line.transceiver, direction);
  });

const turning = (title, what, direction, chosen, options) =>
  calling(title, async (call) => {
    const lines = await call.start(...what);
    return silence(call, direction, ...chosen.map((place) => lines[place]));
  }, options);

export const direction = {
  id: 'S2',
  title: 'The remote’s direction no longer sends',
  cells: [
    turning('inactive: a video, alone', ['video'], 'inactive', [0]),
    turning('inactive: an audio track, alone', ['audio'], 'inactive', [0]),
    turning('recvonly: a video, alone', ['video'], 'recvonly', [0]),
    turning('recvonly: an audio track, alone', ['audio'], 'recvonly', [0]),
    turning('inactive: the video of a stream with both', ['video', 'audio'], 'inactive', [0]),
    turning('recvonly: the audio of a stream with both', ['video', 'audio'], 'recvonly', [1]),
    turning('inactive: video and audio at once', ['video', 'audio'], 'inactive', [0, 1]),
    turning('recvonly: one of two videos', ['video', 'video'], 'recvonly', [1]),
    turning('inactive: a video that is in two streams', [['video', ['a', 'b']]], 'inactive', [0]),

    calling('recvonly, where both sides had sent', async (call) => {
      const [video] = await call.start('video');
      call.sendBack(video);
      await call.negotiate();
      return silence(call, 'recvonly', video);
    }, { uses: ['sending back'] }),

    calling('inactive, then recvonly: nothing more', async (call) => {
      const [video] = await call.start('video', 'audio');
      const removed = await silence(call, 'inactive', video);
      return [...removed, ...(await stay(call, () => call.setDirection(video.transceiver, 'recvonly')))];
    }),

    calling('inactive, then sending again: it comes back', async (call) => {
      const [video] = await call.start('video', 'audio');
      const removed = await silence(call, 'inactive', video);
      const back = await comeBack(call, () => {
        call.setDirection(video.transceiver, 'sendonly');
        return video;
      });
      return [...removed, ...back];
    }, { uses: ['adding again'] }),

    calling('inactive, sending again, inactive again', async (call) => {
      const [video] = await call.start('video', 'audio');
      const removed = await silence(call, 'inactive', video);
      call.setDirection(video.transceiver, 'sendonly');
      await call.negotiate();
      await call.flowing([video]);
      return [...removed, ...(await silence(call, 'inactive', video))];
    }, { uses: ['adding again'] }),

    calling('inactive: a track that never had media, so was muted', async (call) => {
      const line = call.sendNothing('video');
      await call.negotiate();
      await call.settle();
      return silence(call, 'inactive', line);
    }, { uses: ['lines without a track'] }),

    calling('the offer is rolled back: it comes back', async (call) => {
      const [video] = await call.start('video', 'audio');
      const removal = call.judge();
      call.setDirection(video.transceiver, 'inactive');
      await call.theyOffer();
      removal.mutedFirst(video.track, { during: OFFER });
      removal.left(video.track, { during: OFFER, live: true });
      removal.nothingElse();
      const comingBack = call.judge();
      await call.theyRollBack();
      await call.settle();
      comingBack.arrived(video.track);
      comingBack.nothingElse();
      return [...removal.complaints, ...comingBack.complaints];
    }, { uses: ['rollback'] }),
  ],
};
