// With the `dom` library: each interface is assignable to TypeScript's own, and TypeScript's to it.
import * as polyfill from 'mediastream-polyfill';

type Assignable<From, To> = [From] extends [To] ? true : false;
type Mutual<A, B> = Assignable<A, B> extends true ? Assignable<B, A> : false;
function holds<Claim extends true>(): void {}

holds<Mutual<polyfill.MediaStream, MediaStream>>();
holds<Mutual<polyfill.MediaStreamTrack, MediaStreamTrack>>();
holds<Mutual<polyfill.MediaStreamTrackEvent, MediaStreamTrackEvent>>();
holds<Mutual<polyfill.OverconstrainedError, OverconstrainedError>>();
holds<Mutual<polyfill.MediaStreamTrackState, MediaStreamTrackState>>();
holds<Mutual<polyfill.MediaStreamTrackEventInit, MediaStreamTrackEventInit>>();
holds<Mutual<polyfill.MediaTrackSettings, MediaTrackSettings>>();
holds<Mutual<polyfill.MediaTrackCapabilities, MediaTrackCapabilities>>();
holds<Mutual<polyfill.MediaTrackConstraints, MediaTrackConstraints>>();
holds<Mutual<polyfill.MediaTrackConstraintSet, MediaTrackConstraintSet>>();
holds<Mutual<polyfill.MediaStream['onremovetrack'], MediaStream['onremovetrack']>>();
holds<Mutual<polyfill.MediaStreamTrack['onended'], MediaStreamTrack['onended']>>();
holds<Mutual<polyfill.MediaStreamTrack['getSettings'], MediaStreamTrack['getSettings']>>();
holds<Mutual<polyfill.MediaStreamTrack['applyConstraints'], MediaStreamTrack['applyConstraints']>>();
// @ts-expect-error: what holds() must refuse
holds<Mutual<polyfill.MediaStream, MediaStreamTrack>>();

// And in a program's own words.
declare const video: HTMLVideoElement;
declare const connection: RTCPeerConnection;
const camera = new polyfill.TrackSource('video');
const stream: MediaStream = new polyfill.MediaStream([camera.createTrack()]);
const track: MediaStreamTrack = camera.createTrack();
const streamOfOurs: polyfill.MediaStream = new MediaStream();
const mixed: MediaStream = new MediaStream([track, camera.createTrack()]);
const mixedOfOurs = new polyfill.MediaStream([...new MediaStream().getTracks(), track]);
video.srcObject = new polyfill.MediaStream();
connection.addTrack(camera.createTrack(), new polyfill.MediaStream());
connection.ontrack = (event) => {
  polyfill.StreamController.of(event.streams[0]!).removeTrack(event.track);
};
const handler: (this: MediaStream, event: MediaStreamTrackEvent) => void = (event) => event.track.stop();
new polyfill.MediaStream().onremovetrack = handler;
new polyfill.MediaStream().addEventListener('removetrack', handler);
new MediaStream().onremovetrack = new polyfill.MediaStream().onremovetrack;
const listener: EventListenerObject = { handleEvent(event: Event) { event.preventDefault(); } };
stream.addEventListener('removetrack', listener, { signal: new AbortController().signal });
new polyfill.MediaStream().addEventListener('x', listener, { signal: new AbortController().signal });
new polyfill.MediaStream().dispatchEvent(new Event('x'));
const target: EventTarget = new polyfill.MediaStream();
const event: Event = new polyfill.MediaStreamTrackEvent('addtrack', { track });
const exception: DOMException = new polyfill.OverconstrainedError('width');

// A test's set-up puts them in the place of the globals.
globalThis.MediaStream = polyfill.MediaStream;
globalThis.MediaStreamTrack = polyfill.MediaStreamTrack;
globalThis.MediaStreamTrackEvent = polyfill.MediaStreamTrackEvent;
globalThis.OverconstrainedError = polyfill.OverconstrainedError;
polyfill.createRealm(globalThis);
polyfill.createRealm(document.defaultView!);
polyfill.install(window);

export { event, exception, mixed, mixedOfOurs, streamOfOurs, target };
