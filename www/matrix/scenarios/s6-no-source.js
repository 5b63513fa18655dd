// S6: a captured element's source is taken away.

import { day, liveStream, night, nothing, sound } from '../media.js';
import { capturing, follow, playing } from './following.js';
import { OnPurpose } from './leaving.js';

async function empty(player) {
  const judge = await follow(player, () => player.empty());
  return judge.nothingElse();
}

const emptying = (title, options, { captures = 1, audio = false } = {}) =>
  capturing(title, async (player) => {
    await playing(player, audio ? sound(330) : day, captures);
    return empty(player);
  }, { audio, ...options });

export const noSource = {
  id: 'S6',
  title: 'A captured element’s source is taken away',
  cells: [
    emptying('a film', {}),
    emptying('an audio element', {}, { audio: true }),
    emptying('captured twice', {}, { captures: 2 }),
    emptying('an element in no document', { attached: false }),
    emptying('an element that isn’t muted', { muted: false }),

    capturing('paused', async (player) => {
      await playing(player, day);
      player.element.pause();
      return empty(player);
    }),

    capturing('never played', async (player) => {
      player.give(day);
      await player.loaded();
      await player.capture();
      return empty(player);
    }),

    capturing('srcObject = null', async (player, host) => {
      await playing(player, liveStream(host));
      const judge = await follow(player, () => player.give(nothing));
      return judge.nothingElse();
    }),

    capturing('then another source: its tracks come', async (player) => {
      await playing(player, day);
      const emptied = await empty(player);
      const judge = await follow(player, () => {
        player.give(night);
        player.play();
      });
      return [...emptied, ...judge.nothingElse()];
    }),

    capturing('and load() again: nothing more', async (player) => {
      await playing(player, day);
      const emptied = await empty(player);
      const judge = await follow(player, () => player.load());
      return [...emptied, ...judge.nothing()];
    }),

    capturing('and another source in the same task', async (player) => {
      await playing(player, day);
      const judge = await follow(player, () => {
        player.empty();
        player.give(night);
        player.play();
      });
      return judge.nothingElse();
    }),

    capturing('script has added a track of its own, which stays', async (player) => {
      await playing(player, day);
      player.addForeign(player.streams[0], 'video');
      return empty(player);
    }),

    capturing('another listener throws', async (player) => {
      player.onstream = (stream) =>
        stream.addEventListener('removetrack', () => {
          throw new OnPurpose();
        });
      await playing(player, day);
      return empty(player);
    }),
  ],
};
