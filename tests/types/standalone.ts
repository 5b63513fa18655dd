// Without any library that declares EventTarget: es2022 alone.
import { MediaStream, MediaStreamTrackEvent, TrackSource } from 'mediastream-polyfill';

// @ts-expect-error: this project has no EventTarget, or it would prove nothing
type None = EventTarget;

const track = new TrackSource('audio').createTrack();
const event = new MediaStreamTrackEvent('addtrack', { track, cancelable: true });
event.preventDefault();
event.stopImmediatePropagation();
const flags: boolean[] = [event.bubbles, event.cancelable, event.composed, event.defaultPrevented];
const path = event.composedPath();
const dispatched: boolean = new MediaStream().dispatchEvent(event);
event.currentTarget?.removeEventListener('addtrack', null);

// Of the draft, and not yet in every version's `dom`.
new TrackSource('audio', { capabilities: { echoCancellation: [true, 'all'], latency: { max: 0.1 } } });

export { dispatched, flags, path };
