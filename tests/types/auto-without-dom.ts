// `mediastream-polyfill/auto` declares the globals that it installs.
import 'mediastream-polyfill/auto';
import * as polyfill from 'mediastream-polyfill';

const stream: MediaStream = new MediaStream();
const ours: polyfill.MediaStream = stream;
const theirs: MediaStream = new polyfill.MediaStream();
const track: MediaStreamTrack = new polyfill.TrackSource('audio').createTrack();
new MediaStream([track]).onremovetrack = (event) => event.track.stop();
const event: MediaStreamTrackEvent = new MediaStreamTrackEvent('addtrack', { track });
const error: OverconstrainedError = new OverconstrainedError('width');
const settings: number | undefined = track.getSettings().width;
// @ts-expect-error: readonly
stream.id = '';
// @ts-expect-error: a kind of its own
new polyfill.TrackSource('text');

export { error, event, ours, settings, theirs };
