// S5: a captured element gets a new source, or loads its own again.

import { broken, day, night, sound } from '../media.js';
import { until } from '../wait.js';
import { capturing, follow, playing } from './following.js';
import { OnPurpose } from './leaving.js';

/** The element gets another source, and plays it. */
async function change(player, source, exceptions) {
  const judge = await follow(player, () => {
    player.give(source);
    player.play();
  }, exceptions);
  return judge.nothingElse();
}

/** The element loads again what it has. */
async function reload(player) {
  const judge = await follow(player, () => {
    player.load();
    player.play();
  });
  return judge.nothingElse();
}

const changing = (title, options, { from = day, to = night, captures } = {}) =>
  capturing(title, async (player) => {
    await playing(player, from, captures);
    return change(player, to);
  }, options);

const AUDIO = { audio: true };

export const newSource = {
  id: 'S5',
  title: 'A captured element loads another source',
  cells: [
    changing('another film', {}),
    capturing('load() of the same film', async (player) => {
      await playing(player, day);
      return reload(player);
    }),
    capturing('an audio element, another sound', async (player) => {
      await playing(player, sound(330));
      return change(player, sound(440));
    }, AUDIO),
    capturing('an audio element, load() of the same sound', async (player) => {
      await playing(player, sound(330));
      return reload(player);
    }, AUDIO),
    changing('captured twice', {}, { captures: 2 }),

    capturing('captured before it had a source, and again when it played', async (player) => {
      player.empty();
      await player.capture();
      player.give(day);
      await player.playing();
      await player.follows([]);
      await player.capture();
      return change(player, night);
    }),

    capturing('captured before it played', async (player) => {
      player.give(day);
      await player.loaded();
      await player.capture();
      return change(player, night);
    }),

    capturing('paused', async (player) => {
      await playing(player, day);
      player.element.pause();
      const judge = await follow(player, () => player.give(night));
      return judge.nothingElse();
    }),

    capturing('paused, load() of the same film', async (player) => {
      await playing(player, day);
      player.element.pause();
      const judge = await follow(player, () => player.load());
      return judge.nothingElse();
    }),

    changing('an element in no document', { attached: false }),
    changing('an element that isn’t muted', { muted: false }),

    capturing('an audio element in no document', async (player) => {
      await playing(player, sound(330), 2);
      return change(player, sound(440));
    }, { audio: true, attached: false }),

    capturing('from a film to a sound', async (player) => {
      await playing(player, day);
      return change(player, sound(330));
    }),

    capturing('from a sound to a film', async (player) => {
      await playing(player, sound(330));
      return change(player, night);
    }),

    capturing('another film, and back', async (player) => {
      await playing(player, day);
      return [...(await change(player, night)), ...(await change(player, day))];
    }),

    capturing('another film, then load() of it', async (player) => {
      await playing(player, day);
      return [...(await change(player, night)), ...(await reload(player))];
    }),

    capturing('three changes in one task', async (player) => {
      await playing(player, day);
      const judge = await follow(player, () => {
        for (const film of [night, day, night]) player.give(film);
        player.play();
      });
      return judge.nothingElse();
    }),

    capturing('load() three times in one task, captured twice', async (player) => {
      await playing(player, day, 2);
      const judge = await follow(player, () => {
        for (let i = 0; i < 3; i++) player.load();
        player.play();
      });
      return judge.nothingElse();
    }),

    capturing('a source that fails to load', async (player) => {
      await playing(player, day);
      return change(player, broken());
    }),

    capturing('a source that fails to load, then one that plays', async (player) => {
      await playing(player, day);
      return [...(await change(player, broken())), ...(await change(player, night))];
    }),

    capturing('a <source> is replaced, and load() called', async (player) => {
      const source = document.createElement('source');
      source.src = day.address;
      player.element.append(source);
      await playing(player, { ...day, give: (element) => element.load() });
      const judge = await follow(player, () => {
        source.src = night.address;
        player.load();
        player.play();
      });
      return judge.nothingElse();
    }),

    capturing('script has added a track of its own, which stays', async (player) => {
      await playing(player, day);
      player.addForeign(player.streams[0], 'audio');
      return change(player, night);
    }),

    capturing('script has taken one out: that one only ends', async (player) => {
      await playing(player, day);
      const [stream] = player.streams;
      const [taken] = stream.getVideoTracks();
      stream.removeTrack(taken);
      return change(player, night, { taken: [taken] });
    }),

    capturing('script has taken all out: they only end', async (player) => {
      await playing(player, day);
      const [stream] = player.streams;
      const taken = stream.getTracks();
      for (const track of taken) stream.removeTrack(track);
      return change(player, night, { taken });
    }),

    capturing('script has stopped one: that one only leaves', async (player) => {
      await playing(player, day);
      const [stopped] = player.streams[0].getVideoTracks();
      stopped.stop();
      return change(player, night, { stopped: [stopped] });
    }),

    capturing('another listener throws', async (player) => {
      player.onstream = (stream) =>
        stream.addEventListener('removetrack', () => {
          throw new OnPurpose();
        });
      await playing(player, day);
      return change(player, night);
    }),

    capturing('a listener takes out what is left: that is not fired for', async (player) => {
      await playing(player, day);
      const [stream] = player.streams;
      const old = stream.getTracks();
      let first;
      stream.addEventListener('removetrack', ({ track }) => {
        first = track;
        for (const other of stream.getTracks()) stream.removeTrack(other);
      }, { once: true });
      const judge = player.judge();
      player.give(night);
      player.play();
      await player.follows(old.map((track) => ({ stream, track })));
      for (const track of old) {
        judge.ended(track, { first: true });
        if (track === first) judge.left(track, { live: false });
        else judge.takenOut(track, stream);
      }
      if (!first) judge.complain('removetrack did not fire');
      judge.replaced(stream, old, night.kinds);
      return judge.nothingElse();
    }),

    capturing('a listener changes the source again', async (player) => {
      await playing(player, day);
      player.streams[0].addEventListener('removetrack', () => {
        player.give(sound(330));
        player.play();
      }, { once: true });
      const judge = await follow(player, () => {
        player.give(night);
        player.play();
      });
      return judge.nothingElse();
    }),

    capturing('the source is changed again when it begins to play, twice', async (player) => {
      await playing(player, day);
      const films = [day, night];
      const judge = await follow(player, () => {
        player.element.addEventListener('playing', function again() {
          const film = films.shift();
          if (film === undefined) {
            player.element.removeEventListener('playing', again);
            return;
          }
          player.give(film);
          player.play();
        });
        player.give(night);
        player.play();
        return until(() => films.length === 0);
      });
      return judge.nothingElse();
    }),
  ],
};
