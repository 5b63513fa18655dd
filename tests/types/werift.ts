// werift, installed: what it lacks is declared as well.
import { install, type InstalledMediaStream, type InstalledMediaStreamTrack } from 'mediastream-polyfill';
import * as werift from 'werift';

declare module 'werift' {
  interface MediaStream extends InstalledMediaStream<MediaStreamTrack> {}
  interface MediaStreamTrack extends InstalledMediaStreamTrack {}
}

install({ ...werift });
const connection = new werift.RTCPeerConnection();
connection.ontrack = ({ track, streams: [stream] }) => {
  track.onended = ({ type }) => type.length;
  track.contentHint = 'motion';
  stream!.onremovetrack = ({ track }) => track.onReceiveRtp.allUnsubscribe();
  stream!.addEventListener('addtrack', ({ track }) => track.stop(), { once: true });
  // @ts-expect-error: not an event of a stream's
  stream!.addEventListener('mute', () => {});
};

export { connection };
