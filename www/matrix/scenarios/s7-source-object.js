// S7: a captured element's srcObject becomes another stream, or its source a stream where it was a file.

import { day, liveStream, night } from '../media.js';
import { capturing, follow, playing } from './following.js';

async function change(player, source) {
  const judge = await follow(player, () => {
    player.give(source);
    player.play();
  });
  return judge.nothingElse();
}

export const sourceObject = {
  id: 'S7',
  title: 'A captured element gets another stream',
  cells: [
    capturing('from a film to a stream', async (player, host) => {
      await playing(player, day);
      return change(player, liveStream(host));
    }),

    capturing('from a stream to another', async (player, host) => {
      await playing(player, liveStream(host));
      return change(player, liveStream(host));
    }),

    capturing('from a stream to a film', async (player, host) => {
      await playing(player, liveStream(host));
      return change(player, night);
    }),

    capturing('from a film to a stream with video alone', async (player, host) => {
      await playing(player, day);
      return change(player, liveStream(host, ['video']));
    }),

    capturing('from a stream with video alone to one with both', async (player, host) => {
      await playing(player, liveStream(host, ['video']));
      return change(player, liveStream(host));
    }),

    capturing('an audio element, from a stream to another', async (player, host) => {
      await playing(player, liveStream(host, ['audio']));
      return change(player, liveStream(host, ['audio']));
    }, { audio: true }),

    capturing('from a stream to another, captured twice', async (player, host) => {
      await playing(player, liveStream(host), 2);
      return change(player, liveStream(host));
    }),

    capturing('from a film to a stream, captured by each in turn, to another stream', async (player, host) => {
      await playing(player, day);
      const first = await change(player, liveStream(host));
      await player.capture();
      return [...first, ...(await change(player, liveStream(host)))];
    }),

    capturing('two streams in one task', async (player, host) => {
      await playing(player, liveStream(host));
      const judge = await follow(player, () => {
        player.give(liveStream(host, ['video']));
        player.give(liveStream(host));
        player.play();
      });
      return judge.nothingElse();
    }),
  ],
};
