// With the `webworker` library, whose EventTarget, Event and DOMException are the base.
import * as polyfill from 'mediastream-polyfill';

// @ts-expect-error: this project has no document, or it would prove nothing
document;

const target: EventTarget = new polyfill.MediaStream();
const track = new polyfill.TrackSource('video').createTrack();
const event: Event = new polyfill.MediaStreamTrackEvent('addtrack', { track });
const exception: DOMException = new polyfill.OverconstrainedError('width');
target.dispatchEvent(event);
track.addEventListener('ended', () => {}, { signal: new AbortController().signal });
polyfill.createRealm(self);
polyfill.install(self);

export { exception };
