// S1: the remote calls removeTrack() and negotiates.

import { OFFER } from '../call.js';
import { calling, comeBack, leave, OnPurpose, stay } from './leaving.js';

/** The remote removes these lines' tracks in one offer. */
const remove = (call, ...lines) =>
  leave(call, lines, () => {
    for (const line of lines) call.remote.removeTrack(line.sender);
  });

const removing = (title, what, chosen, options) =>
  calling(title, async (call) => {
    const lines = await call.start(...what);
    return remove(call, ...chosen.map((place) => lines[place]));
  }, options);

export const removeTrack = {
  id: 'S1',
  title: 'The remote removes a track',
  cells: [
    removing('a video, alone', ['video'], [0]),
    removing('an audio track, alone', ['audio'], [0]),
    removing('the video of a stream with both', ['video', 'audio'], [0]),
    removing('the audio of a stream with both', ['video', 'audio'], [1]),
    removing('video and audio at once', ['video', 'audio'], [0, 1]),
    removing('the first of two videos', ['video', 'video'], [0]),
    removing('the second of two audio tracks', ['audio', 'audio'], [1]),
    removing('two videos at once', ['video', 'video'], [0, 1]),
    removing('a video that is in two streams', [['video', ['a', 'b']]], [0]),
    removing('one stream’s only track, not another’s', [['video', ['a']], ['audio', ['b']]], [0]),

    calling('video, then audio, an offer each', async (call) => {
      const [video, audio] = await call.start('video', 'audio');
      return [...(await remove(call, video)), ...(await remove(call, audio))];
    }),

    calling('removed, then negotiated again: nothing more', async (call) => {
      const [video] = await call.start('video', 'audio');
      return [...(await remove(call, video)), ...(await stay(call, () => {}))];
    }),

    calling('removed, and another added', async (call) => {
      const [video] = await call.start('video', 'audio');
      const removed = await remove(call, video);
      return [...removed, ...(await comeBack(call, () => call.send('video')))];
    }, { uses: ['adding again'] }),

    calling('removed, another added, and removed as well', async (call) => {
      const [video] = await call.start('video', 'audio');
      const removed = await remove(call, video);
      const line = call.send('video');
      await call.negotiate();
      await call.flowing([line]);
      return [...removed, ...(await remove(call, line))];
    }, { uses: ['adding again'] }),

    calling('one removed and one added in the same offer', async (call) => {
      const [video] = await call.start('video', 'audio');
      const judge = call.judge();
      call.remote.removeTrack(video.sender);
      const added = call.send('audio');
      await call.negotiate();
      await call.flowing([added]);
      await call.settle();
      judge.mutedFirst(video.track, { during: OFFER });
      judge.left(video.track, { during: OFFER, live: true });
      judge.arrived(added.track);
      return judge.nothingElse();
    }, { uses: ['adding again'] }),

    calling('the offer is rolled back: it comes back', async (call) => {
      const [video] = await call.start('video', 'audio');
      const removal = call.judge();
      call.remote.removeTrack(video.sender);
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

    calling('another listener throws', async (call) => {
      call.onstream = (stream) =>
        stream.addEventListener?.('removetrack', () => {
          throw new OnPurpose();
        });
      const lines = await call.start('video', 'audio');
      return remove(call, ...lines);
    }, { uses: ['reported exceptions'] }),

    calling('a listener takes out another track', async (call) => {
      const [video, audio] = await call.start('video', 'audio');
      const [stream] = call.streams;
      stream.addEventListener?.('removetrack', () => stream.removeTrack(audio.track), { once: true });
      const judge = call.judge();
      call.remote.removeTrack(video.sender);
      await call.negotiate();
      await call.settle();
      judge.mutedFirst(video.track, { during: OFFER });
      judge.left(video.track, { during: OFFER, live: true });
      judge.takenOut(audio.track, stream);
      return judge.nothingElse();
    }),

    calling('a listener takes out the other one that leaves: that is not fired for', async (call) => {
      const lines = await call.start('video', 'audio');
      const [stream] = call.streams;
      let first;
      stream.addEventListener?.('removetrack', ({ track }) => {
        first = track;
        for (const other of stream.getTracks()) stream.removeTrack(other);
      }, { once: true });
      const judge = call.judge();
      for (const line of lines) call.remote.removeTrack(line.sender);
      await call.negotiate();
      await call.settle();
      for (const { track } of lines) judge.mutedFirst(track, { during: OFFER });
      for (const { track } of lines) {
        if (track === first) judge.left(track, { during: OFFER, live: true });
        else judge.takenOut(track, stream);
      }
      return judge.nothingElse();
    }),

    calling('a listener hangs up', async (call) => {
      const [video] = await call.start('video');
      call.streams[0].addEventListener?.('removetrack', () => call.ours.close());
      const judge = call.judge();
      call.remote.removeTrack(video.sender);
      // What is called on a connection that is closed meanwhile may never be done.
      await Promise.race([call.theyOffer(), call.settle()]);
      await call.settle();
      judge.mutedFirst(video.track, { after: OFFER });
      judge.left(video.track, { after: OFFER });
      return judge.complaints;
    }),

    calling('its stream has a clone, which keeps the track’s clone', async (call) => {
      const [video] = await call.start('video');
      const clone = call.streams[0].clone();
      call.watch(clone);
      const judge = call.judge();
      call.remote.removeTrack(video.sender);
      await call.negotiate();
      await call.settle();
      judge.left(video.track, { during: OFFER, live: true });
      judge.mayMute(...clone.getTracks());
      return judge.nothingElse();
    }, { uses: ['clones'] }),
  ],
};
