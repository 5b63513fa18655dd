// What is special in workerd: no random values before a handler runs, and exceptions that leave dispatchEvent().
import { MediaStream, MediaStreamTrackEvent, StreamController, TrackSource } from 'PACKAGE';
import 'PACKAGE/auto';

const source = new TrackSource('video', { label: 'Camera' });
const [track, other] = [source.createTrack(), source.createTrack()];
const early = new MediaStream([track, other]);

export default {
  test() {
    const log = [];
    addEventListener('error', ({ error }) => log.push(`reported: ${error.message}`));
    track.onended = () => {
      log.push('first');
      throw new Error('boom');
    };
    other.onended = () => log.push('second');
    early.onremovetrack = (event) => log.push(event.track.label);
    early.addEventListener('removetrack', () => log.push(typeof early.onremovetrack));
    source.end();
    StreamController.of(early).removeTrack(track);
    early.dispatchEvent(new MediaStreamTrackEvent('removetrack', { track: other }));
    log.push(early.id.length, globalThis.MediaStream === MediaStream);
    console.log(log.join(', '));
  },
};
