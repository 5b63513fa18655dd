// With @types/node, whose EventTarget, Event and DOMException are the base.
import { EventEmitter } from 'node:events';
import * as polyfill from 'mediastream-polyfill';

// @ts-expect-error: this project has no document, or it would prove nothing
document;

const target: EventTarget = new polyfill.MediaStream();
const track = new polyfill.TrackSource('video').createTrack();
const event: Event = new polyfill.MediaStreamTrackEvent('addtrack', { track });
const exception: DOMException = new polyfill.OverconstrainedError('width');
target.dispatchEvent(event);
track.addEventListener('ended', () => {}, { signal: new AbortController().signal });
const listeners: Function[] = EventEmitter.getEventListeners(track, 'ended');
polyfill.createRealm(globalThis);
polyfill.install(globalThis);

export { exception, listeners };
