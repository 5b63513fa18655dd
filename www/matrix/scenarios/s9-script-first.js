// S9: script takes a track out itself, and then the remote removes it: that is no news to anybody.

import { OFFER } from '../call.js';
import { calling } from './leaving.js';

/**
 * The remote removes these lines' tracks; only `left` are to leave, and only where they still are.
 * @param {import('../call.js').Call} call
 * @param {object[]} lines
 * @param {object[]} left
 */
async function remove(call, lines, left = []) {
  const judge = call.judge();
  for (const line of lines) call.remote.removeTrack(line.sender);
  await call.negotiate();
  await call.settle();
  for (const { track } of left) judge.left(track, { during: OFFER, live: true });
  judge.mayMute(...lines.map(({ track }) => track));
  return judge.nothingElse();
}

export const scriptFirst = {
  id: 'S9',
  title: 'Script has taken the track out before',
  cells: [
    calling('a video, alone', async (call) => {
      const [video] = await call.start('video');
      for (const stream of call.streams) stream.removeTrack(video.track);
      return remove(call, [video]);
    }),

    calling('the audio of a stream with both', async (call) => {
      const [, audio] = await call.start('video', 'audio');
      for (const stream of call.streams) stream.removeTrack(audio.track);
      return remove(call, [audio]);
    }),

    calling('one of two that the remote removes', async (call) => {
      const [video, audio] = await call.start('video', 'audio');
      for (const stream of call.streams) stream.removeTrack(video.track);
      return remove(call, [video, audio], [audio]);
    }),

    calling('out of one of its two streams', async (call) => {
      const [video] = await call.start(['video', ['a', 'b']]);
      call.streams[0].removeTrack(video.track);
      return remove(call, [video], [video]);
    }, { uses: ['two streams'] }),

    calling('out, and in again: it leaves as any other', async (call) => {
      const [video] = await call.start('video');
      for (const stream of call.streams) {
        stream.removeTrack(video.track);
        stream.addTrack(video.track);
      }
      return remove(call, [video], [video]);
    }),

    calling('into a stream of script’s own, which keeps it', async (call, host) => {
      const [video] = await call.start('video');
      for (const stream of call.streams) stream.removeTrack(video.track);
      call.watch(new host.MediaStream([video.track]));
      const judge = call.judge();
      call.remote.removeTrack(video.sender);
      await call.negotiate();
      await call.settle();
      judge.mayMute(video.track);
      return judge.nothingElse();
    }),
  ],
};
