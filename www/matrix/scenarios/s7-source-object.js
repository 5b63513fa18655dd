// S7: a captured element's srcObject becomes another stream, or its source a stream where it was a file.

import { day, liveStream, night, soleStream } from '../media.js';
import { wait } from '../wait.js';
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

    capturing('from a stream that the page goes on with, to others', async (player, host) => {
      await playing(player, soleStream(host));
      const first = await change(player, soleStream(host));
      const second = await change(player, soleStream(host));
      return [...first, ...second, ...(await change(player, night))];
    }),

    capturing('from a film to a stream that the page goes on with, and to others', async (player, host) => {
      await playing(player, day);
      const first = await change(player, soleStream(host));
      return [...first, ...(await change(player, soleStream(host)))];
    }),

    capturing('two streams that take turns every few milliseconds', async (player, host) => {
      const turns = [liveStream(host), liveStream(host)];
      await playing(player, turns[0]);
      const judge = await follow(player, async () => {
        for (let i = 1; i < 14; i++) {
          player.give(turns[i % 2]);
          player.play();
          await wait(5);
        }
      });
      return judge.nothingElse();
    }),
  ],
};
