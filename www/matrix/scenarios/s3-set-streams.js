// S3: the remote's sender.setStreams() leaves out streams that its track was in. The track itself stays.

import { OFFER } from '../call.js';
import { calling } from './leaving.js';

/** The remote assigns a line other streams: its track leaves `left`, unmuted. */
async function assign(call, line, names, left) {
  const judge = call.judge();
  call.setStreams(line, ...names);
  await call.negotiate();
  await call.settle();
  judge.left(line.track, { streams: left, during: OFFER, live: true });
  judge.unmuted(line.track);
  return judge.nothingElse();
}

const assigning = (title, what, names, places) =>
  calling(title, async (call) => {
    const [line] = await call.start(what);
    // The streams are known in the order in which the remote named them.
    return assign(call, line, names, places.map((place) => call.streams[place]));
  }, { uses: ['setStreams'] });

export const setStreams = {
  id: 'S3',
  title: 'The remote takes a track out of a stream',
  cells: [
    assigning('a video out of one of two streams', ['video', ['a', 'b']], ['a'], [1]),
    assigning('an audio track out of one of two streams', ['audio', ['a', 'b']], ['b'], [0]),
    assigning('a video out of its only stream', ['video', ['a']], [], [0]),
    assigning('an audio track out of its only stream', ['audio', ['a']], [], [0]),
    assigning('out of both of its streams at once', ['video', ['a', 'b']], [], [0, 1]),
    assigning('from one stream into another', ['video', ['a']], ['b'], [0]),

    calling('out of one stream, then out of the other', async (call) => {
      const [line] = await call.start(['video', ['a', 'b']]);
      const [first, second] = call.streams;
      return [...(await assign(call, line, ['a'], [second])), ...(await assign(call, line, [], [first]))];
    }, { uses: ['setStreams'] }),

    calling('out of a stream whose other track stays', async (call) => {
      const [, audio] = await call.start('video', 'audio');
      return assign(call, audio, [], call.streams);
    }, { uses: ['setStreams'] }),

    calling('into a second stream, and out of it again', async (call) => {
      const [line] = await call.start('video');
      call.setStreams(line, 'a', 'b');
      await call.negotiate();
      return assign(call, line, ['a'], [call.streams[1]]);
    }, { uses: ['setStreams'] }),
  ],
};
