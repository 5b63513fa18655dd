// S8: a captured element plays to its end.

import { day, night, sound } from '../media.js';
import { PATIENCE, until } from '../wait.js';
import { capturing, follow, playing } from './following.js';

/**
 * How near the end to go, so that nobody has to watch it all. Not nearer: an end that comes while it still seeks is more
 * than WebKitGTK's elements can follow.
 */
const LEFT = 1.2;

/** Plays to the end: nothing comes instead of what leaves. */
async function playToTheEnd(player, { goNear = true, taken = [] } = {}) {
  const { element } = player;
  const judge = await follow(player, async () => {
    player.ends();
    if (goNear) element.currentTime = element.duration - LEFT;
    if (!(await until(() => element.ended, PATIENCE * 2))) throw new Error('it does not end');
  }, { taken });
  return judge.nothingElse();
}

const ending = (title, options, { captures = 1, from = () => day } = {}) =>
  capturing(title, async (player) => {
    await playing(player, from(), captures);
    return playToTheEnd(player);
  }, options);

export const end = {
  id: 'S8',
  title: 'A captured element plays to its end',
  cells: [
    ending('a film', {}),
    ending('an audio element', { audio: true }, { from: () => sound(330) }),
    ending('captured twice', {}, { captures: 2 }),
    ending('an element in no document', { attached: false }),
    ending('an element that isn’t muted', { muted: false }),

    capturing('a film from its beginning', async (player) => {
      await playing(player, day);
      return playToTheEnd(player, { goNear: false });
    }),

    capturing('script has taken one out: that one only ends', async (player) => {
      await playing(player, day);
      const [stream] = player.streams;
      const [taken] = stream.getVideoTracks();
      stream.removeTrack(taken);
      return playToTheEnd(player, { taken: [taken] });
    }),

    capturing('then another source: its tracks come', async (player) => {
      await playing(player, day);
      const ended = await playToTheEnd(player);
      const judge = await follow(player, () => {
        player.element.loop = true;
        player.give(night);
        player.play();
      });
      return [...ended, ...judge.nothingElse()];
    }),

    capturing('played again: other tracks come', async (player) => {
      await playing(player, day);
      const ended = await playToTheEnd(player);
      const judge = await follow(player, async () => {
        player.element.loop = true;
        player.continues(day);
        player.play();
        await player.playsAgain();
      });
      return [...ended, ...judge.nothingElse()];
    }),

    capturing('played again at once, by a listener: other tracks come', async (player) => {
      await playing(player, day);
      const { element } = player;
      const judge = await follow(player, async () => {
        let ended = false;
        element.loop = false;
        element.addEventListener('ended', () => {
          ended = true;
          element.loop = true;
          player.play();
        }, { once: true });
        element.currentTime = element.duration - LEFT;
        if (!(await until(() => ended, PATIENCE * 2))) throw new Error('it does not end');
        await player.playsAgain();
      });
      return judge.nothingElse();
    }),
  ],
};
