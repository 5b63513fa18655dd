// The whole public API, as a project in any environment may use it. What must not compile says so.
import {
  createRealm,
  install,
  MediaStream,
  MediaStreamTrack,
  MediaStreamTrackEvent,
  OverconstrainedError,
  StreamController,
  TrackSource,
  type Installation,
  type InstallOptions,
  type MediaStreamTrackEventInit,
  type MediaStreamTrackState,
  type MediaTrackCapabilities,
  type MediaTrackConstraints,
  type MediaTrackConstraintSet,
  type MediaTrackSettings,
  type Realm,
  type RealmWindow,
  type TrackKind,
  type TrackSourceInit,
} from 'mediastream-polyfill';

// ── the user agent's side
const init: TrackSourceInit = {
  label: 'FaceTime HD',
  settings: { width: 1280, height: 720, facingMode: 'user', deviceId: 'a', resizeMode: 'none' },
  capabilities: { width: { min: 1, max: 1920 }, facingMode: ['user'], echoCancellation: [true, false] },
};
const camera = new TrackSource('video', init);
const microphone: TrackSource = new TrackSource('audio');
const kind: TrackKind = camera.kind;
const states: boolean[] = [camera.muted, camera.ended, camera.inUse, camera.observed];
const label: string = camera.label;
const track: MediaStreamTrack = camera.createTrack();
camera.mute();
camera.unmute();
camera.end();

// @ts-expect-error: a kind of its own
new TrackSource('text');
// @ts-expect-error: no kind
new TrackSource();
// @ts-expect-error: a label is a string
new TrackSource('video', { label: 1 });
// @ts-expect-error: not a member of the dictionary
new TrackSource('video', { name: 'FaceTime HD' });
// @ts-expect-error: mute() is what changes it
camera.muted = true;

const remote = new StreamController([track]);
new StreamController();
new StreamController(new Set([track]));
const stream: MediaStream = remote.stream;
remote.addTrack(microphone.createTrack());
remote.removeTrack(track);
remote.setTracks([track]);
remote.setTracks(new Set([track]));
remote.setTracks((function* () { yield track; })());
StreamController.of(stream).removeTrack(track);
const observed: boolean = remote.observed;

// @ts-expect-error: a controller keeps its stream
remote.stream = stream;
// @ts-expect-error: a stream is not a track
remote.addTrack(stream);
// @ts-expect-error: a track is not an iterable of tracks
remote.setTracks(track);
// @ts-expect-error: a track is not a stream
StreamController.of(track);

// ── MediaStream
new MediaStream();
new MediaStream(stream);
new MediaStream([track]);
new MediaStream(new Set([track]));
// @ts-expect-error: strings are not tracks
new MediaStream(['track']);
// @ts-expect-error: constructors need new
MediaStream();

const id: string = stream.id;
const active: boolean = stream.active;
const tracks: MediaStreamTrack[] = [
  ...stream.getTracks(),
  ...stream.getAudioTracks(),
  ...stream.getVideoTracks(),
  ...stream.clone().getTracks(),
];
const byId: MediaStreamTrack | null = stream.getTrackById(track.id);
stream.addTrack(track);
stream.removeTrack(track);
// @ts-expect-error: may be null
stream.getTrackById('').stop();
// @ts-expect-error: readonly
stream.id = '';
// @ts-expect-error: readonly
stream.active = false;
// @ts-expect-error: not in the specification
stream.ended;
// @ts-expect-error: needs a track
stream.addTrack();

stream.onremovetrack = (event) => {
  const removed: MediaStreamTrack = event.track;
  const type: string = event.type;
  // @ts-expect-error: readonly
  event.track = removed;
};
stream.onaddtrack = function () {
  const self: MediaStream = this;
};
stream.onaddtrack = null;
// @ts-expect-error: a number is no event handler
stream.onaddtrack = 1;
stream.addEventListener('removetrack', (event) => event.track.stop());
stream.addEventListener('addtrack', function (event) {
  const self: MediaStream = this;
  event.track.clone();
}, { once: true, capture: true, passive: true });
stream.addEventListener('removetrack', { handleEvent(event) { event.track.stop(); } });
stream.addEventListener('removetrack', null);
stream.addEventListener('something-else', (event) => {
  const type: string = event.type;
  // @ts-expect-error: only of addtrack and removetrack
  event.track;
});
stream.removeEventListener('removetrack', (event) => event.track.stop(), { capture: true });
stream.dispatchEvent(new MediaStreamTrackEvent('addtrack', { track }));

// ── MediaStreamTrack
const state: MediaStreamTrackState = track.readyState;
// @ts-expect-error: live and ended are all there is
track.readyState === 'stopped';
track.enabled = false;
track.contentHint = 'detail';
const readable: string[] = [track.kind, track.id, track.label];
// @ts-expect-error: readonly
track.kind = 'audio';
// @ts-expect-error: readonly
track.muted = true;
track.onended = track.onmute = track.onunmute = null;
track.onended = function (event) {
  const self: MediaStreamTrack = this;
  const type: string = event.type;
};
track.addEventListener('ended', function () { this.stop(); });
track.addEventListener('mute', { handleEvent(event) { const type: string = event.type; } });
track.removeEventListener('unmute', () => {});
const clone: MediaStreamTrack = track.clone();
const settings: MediaTrackSettings = track.getSettings();
const sizes: (number | undefined)[] = [settings.width, settings.latency];
const capabilities: MediaTrackCapabilities = track.getCapabilities();
const widest: number | undefined = capabilities.width?.max;
const constraints: MediaTrackConstraints = {
  width: { min: 320, ideal: 640, max: 1280 },
  frameRate: 30,
  resizeMode: 'crop-and-scale',
  echoCancellation: { exact: true },
  facingMode: ['user', 'environment'],
  advanced: [{ height: 480, resizeMode: 'none' }, { latency: { max: 0.1 } }],
};
const set: MediaTrackConstraintSet = { deviceId: { exact: 'a' } };
const applied: Promise<void> = track.applyConstraints(constraints);
track.applyConstraints();
track.applyConstraints(track.getConstraints());
// @ts-expect-error: a width is a number
track.applyConstraints({ width: 'wide' });
// @ts-expect-error: not a constraint
track.applyConstraints({ size: 1 });
class Spy extends MediaStream {
  override getTracks(): MediaStreamTrack[] {
    return super.getTracks();
  }
}
// @ts-expect-error: its constructor throws, so that nothing can extend it
class Track extends MediaStreamTrack {}

// ── MediaStreamTrackEvent, OverconstrainedError
const eventInit: MediaStreamTrackEventInit = { track, bubbles: true, cancelable: true, composed: true };
const event: MediaStreamTrackEvent = new MediaStreamTrackEvent('removetrack', eventInit);
// @ts-expect-error: a track is required
new MediaStreamTrackEvent('removetrack', {});
// @ts-expect-error: a dictionary is required
new MediaStreamTrackEvent('removetrack');
const error: OverconstrainedError = new OverconstrainedError('width', 'too wide');
new OverconstrainedError('width');
const asError: Error = error;
const words: string[] = [error.constraint, error.name, error.message];
const code: number = error.code;
// @ts-expect-error: a constraint is required
new OverconstrainedError();

function narrow(value: unknown): void {
  if (value instanceof MediaStream) value.getTracks();
  if (value instanceof MediaStreamTrack) value.stop();
  if (value instanceof MediaStreamTrackEvent) value.track.stop();
  if (value instanceof OverconstrainedError) value.constraint.length;
  if (value instanceof TrackSource) value.createTrack().stop();
  if (value instanceof StreamController) value.stream.getTracks();
}

// ── realms and the polyfill
declare const window: RealmWindow;
const realm: Realm = createRealm(window);
new realm.MediaStream([new realm.TrackSource('audio').createTrack()]);
realm.StreamController.of(new realm.MediaStream());
// @ts-expect-error: not a window
createRealm({});
// @ts-expect-error: a realm's classes stay
realm.MediaStream = MediaStream;

const options: InstallOptions = { legacy: true };
const installation: Installation = install({}, options);
install({});
const names: string = [...installation.provided, ...installation.repaired].join();
installation.uninstall();
// @ts-expect-error: nothing to install into
install();
// @ts-expect-error: not an option
install({}, { force: true });
// @ts-expect-error: a report, not to be written to
installation.provided.push('MediaStream');

export { active, applied, asError, byId, clone, code, event, id, kind, label, names, narrow, observed };
export { readable, set, sizes, Spy, state, states, Track, tracks, widest, words };
