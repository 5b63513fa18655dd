/**
 * `MediaStream` for every JavaScript host, and the user agent's side of it.
 *
 * The interfaces are those of Media Capture and Streams; they are mutually assignable with the
 * declarations of TypeScript's `dom` library where a project has it, and stand alone where it has not.
 *
 * @see https://w3c.github.io/mediacapture-main/
 * @packageDocumentation
 */

// Only what says `export` is exported.
export {};

// ── What the host declares ──────────────────────────────────────────────────────────────────────────
// `dom`, `webworker` and `@types/node` each declare an EventTarget and an Event of their own; es2022
// alone declares none. Our interfaces extend the one that is there.

/** The host's EventTarget. */
type HostEventTarget = typeof globalThis extends { EventTarget: { prototype: infer Instance } }
  ? Instance
  : StandaloneEventTarget;

/** The host's Event. */
type HostEvent = typeof globalThis extends { Event: { prototype: infer Instance } }
  ? Instance
  : StandaloneEvent;

/** The host's DOMException. */
type HostDOMException = typeof globalThis extends { DOMException: { prototype: infer Instance } }
  ? Instance
  : StandaloneDOMException;

/** The host's AbortSignal. */
type HostAbortSignal = typeof globalThis extends { AbortSignal: { prototype: infer Instance } }
  ? Instance
  : { readonly aborted: boolean };

/**
 * The `dom` library's MediaStreamTrack. HTMLMediaElement is asked for too, since only that library
 * declares it: `mediastream-polyfill/auto` declares a global MediaStreamTrack in terms of ours.
 */
type DomTrack = typeof globalThis extends {
  HTMLMediaElement: unknown;
  MediaStreamTrack: { prototype: infer Instance };
}
  ? Instance
  : {};

/** https://dom.spec.whatwg.org/#interface-eventtarget */
interface StandaloneEventTarget {
  addEventListener(type: string, callback: Listener | null, options?: AddListenerOptions | boolean): void;
  removeEventListener(type: string, callback: Listener | null, options?: ListenerOptions | boolean): void;
  dispatchEvent(event: HostEvent): boolean;
}

/** https://dom.spec.whatwg.org/#interface-event */
interface StandaloneEvent {
  readonly type: string;
  readonly target: HostEventTarget | null;
  readonly currentTarget: HostEventTarget | null;
  readonly eventPhase: number;
  readonly bubbles: boolean;
  readonly cancelable: boolean;
  readonly composed: boolean;
  readonly defaultPrevented: boolean;
  readonly isTrusted: boolean;
  readonly timeStamp: number;
  composedPath(): HostEventTarget[];
  preventDefault(): void;
  stopPropagation(): void;
  stopImmediatePropagation(): void;
}

/** https://webidl.spec.whatwg.org/#idl-DOMException */
interface StandaloneDOMException extends Error {
  readonly code: number;
}

type Listener = ((event: HostEvent) => void) | { handleEvent(event: HostEvent): void };

interface ListenerOptions {
  capture?: boolean;
}

interface AddListenerOptions extends ListenerOptions {
  once?: boolean;
  passive?: boolean;
  signal?: HostAbortSignal;
}

/** A callback of one event, with the target as `this`, or an object with a `handleEvent` method. */
type TypedListener<Target, Type> =
  | ((this: Target, event: Type) => any)
  | { handleEvent(event: Type): any };

// ── The specification's interfaces ──────────────────────────────────────────────────────────────────

/**
 * The events that are fired at a MediaStream, by type.
 *
 * @example
 * ```ts
 * import { MediaStream, type MediaStreamEventMap } from 'mediastream-polyfill';
 *
 * const types: (keyof MediaStreamEventMap)[] = ['addtrack', 'removetrack'];
 * const stream = new MediaStream();
 * for (const type of types) stream.addEventListener(type, ({ track }) => console.log(type, track.label));
 * stream.removeEventListener('addtrack', null);
 * ```
 */
export interface MediaStreamEventMap {
  /** The user agent has added a track. */
  addtrack: MediaStreamTrackEvent;
  /** The user agent has removed a track. */
  removetrack: MediaStreamTrackEvent;
}

/**
 * A group of audio and video tracks.
 *
 * @see https://w3c.github.io/mediacapture-main/#mediastream
 *
 * @example
 * ```ts
 * import { MediaStream, TrackSource } from 'mediastream-polyfill';
 *
 * const [voice, face] = [new TrackSource('audio').createTrack(), new TrackSource('video').createTrack()];
 * const stream = new MediaStream([voice]);
 * stream.addTrack(face);
 * console.log(stream.getTracks().length, stream.getAudioTracks().length, stream.getVideoTracks().length); // 2 1 1
 * console.log(stream.getTrackById(face.id) === face, stream.clone().id === stream.id); // true false
 * stream.removeTrack(voice);
 * face.stop();
 * console.log(stream.active); // false
 * ```
 */
export interface MediaStream extends HostEventTarget {
  /**
   * A version 4 UUID; no two streams have the same.
   *
   * @see https://w3c.github.io/mediacapture-main/#dom-mediastream-id
   */
  readonly id: string;

  /**
   * Whether some track of the stream is live.
   *
   * @see https://w3c.github.io/mediacapture-main/#dom-mediastream-active
   */
  readonly active: boolean;

  /**
   * Called when the user agent has added a track; script's own `addTrack` does not fire it.
   *
   * @see https://w3c.github.io/mediacapture-main/#dom-mediastream-onaddtrack
   */
  onaddtrack: ((this: MediaStream, event: MediaStreamTrackEvent) => any) | null;

  /**
   * Called when the user agent has removed a track; script's own `removeTrack` does not fire it.
   *
   * @see https://w3c.github.io/mediacapture-main/#dom-mediastream-onremovetrack
   */
  onremovetrack: ((this: MediaStream, event: MediaStreamTrackEvent) => any) | null;

  /**
   * The tracks of kind `audio`: a new array, in the order in which they were added.
   *
   * @see https://w3c.github.io/mediacapture-main/#dom-mediastream-getaudiotracks
   */
  getAudioTracks(): MediaStreamTrack[];

  /**
   * The tracks of kind `video`: a new array, in the order in which they were added.
   *
   * @see https://w3c.github.io/mediacapture-main/#dom-mediastream-getvideotracks
   */
  getVideoTracks(): MediaStreamTrack[];

  /**
   * All tracks: a new array, in the order in which they were added.
   *
   * @see https://w3c.github.io/mediacapture-main/#dom-mediastream-gettracks
   */
  getTracks(): MediaStreamTrack[];

  /**
   * The track with this id, or null.
   *
   * @see https://w3c.github.io/mediacapture-main/#dom-mediastream-gettrackbyid
   */
  getTrackById(trackId: string): MediaStreamTrack | null;

  /**
   * Adds a track, unless the stream has it already. Fires nothing.
   *
   * @throws TypeError if `track` is not a MediaStreamTrack.
   * @see https://w3c.github.io/mediacapture-main/#dom-mediastream-addtrack
   */
  addTrack(track: MediaStreamTrack): void;

  /**
   * Removes a track, if the stream has it. Fires nothing.
   *
   * @throws TypeError if `track` is not a MediaStreamTrack.
   * @see https://w3c.github.io/mediacapture-main/#dom-mediastream-removetrack
   */
  removeTrack(track: MediaStreamTrack): void;

  /**
   * A new stream of clones of the tracks.
   *
   * @see https://w3c.github.io/mediacapture-main/#dom-mediastream-clone
   */
  clone(): MediaStream;

  addEventListener<Type extends keyof MediaStreamEventMap>(
    type: Type,
    callback: TypedListener<MediaStream, MediaStreamEventMap[Type]> | null,
    options?: AddListenerOptions | boolean,
  ): void;
  addEventListener(type: string, callback: Listener | null, options?: AddListenerOptions | boolean): void;
  removeEventListener<Type extends keyof MediaStreamEventMap>(
    type: Type,
    callback: TypedListener<MediaStream, MediaStreamEventMap[Type]> | null,
    options?: ListenerOptions | boolean,
  ): void;
  removeEventListener(type: string, callback: Listener | null, options?: ListenerOptions | boolean): void;
}

/** @see https://w3c.github.io/mediacapture-main/#dom-mediastream */
export declare const MediaStream: {
  readonly prototype: MediaStream;

  /** An empty stream. */
  new (): MediaStream;

  /** A stream of the tracks of another: of the same tracks, not of clones. */
  new (stream: MediaStream): MediaStream;

  /**
   * A stream of these tracks.
   *
   * @throws TypeError if one of them is not a MediaStreamTrack.
   */
  new (tracks: Iterable<MediaStreamTrack>): MediaStream;
};

/**
 * @see https://w3c.github.io/mediacapture-main/#dom-mediastreamtrackstate
 *
 * @example
 * ```ts
 * import { type MediaStreamTrackState, TrackSource } from 'mediastream-polyfill';
 *
 * const state: MediaStreamTrackState = new TrackSource('audio').createTrack().readyState;
 * console.log(state); // live
 * ```
 */
export type MediaStreamTrackState = 'live' | 'ended';

/**
 * The events that are fired at a MediaStreamTrack, by type.
 *
 * @example
 * ```ts
 * import { type MediaStreamTrackEventMap, TrackSource } from 'mediastream-polyfill';
 *
 * const types: (keyof MediaStreamTrackEventMap)[] = ['ended', 'mute', 'unmute'];
 * const camera = new TrackSource('video');
 * const track = camera.createTrack();
 * for (const type of types) track.addEventListener(type, (event) => console.log(event.type));
 * camera.mute(); // prints mute
 * track.removeEventListener('mute', null);
 * ```
 */
export interface MediaStreamTrackEventMap {
  /** The source has ended. */
  ended: HostEvent;
  /** The source can't provide media for the moment. */
  mute: HostEvent;
  /** The source provides media again. */
  unmute: HostEvent;
}

/**
 * One track, of one source. Script gets tracks from the user agent: here from
 * {@link TrackSource.createTrack}.
 *
 * @see https://w3c.github.io/mediacapture-main/#mediastreamtrack
 *
 * @example
 * ```ts
 * import { MediaStreamTrack, TrackSource } from 'mediastream-polyfill';
 *
 * const camera = new TrackSource('video', { label: 'FaceTime HD' });
 * const track: MediaStreamTrack = camera.createTrack();
 * console.log(track instanceof MediaStreamTrack); // true
 * track.onmute = () => console.log('muted', track.muted);
 * track.onunmute = () => console.log('muted', track.muted);
 * track.onended = () => console.log('ended', track.readyState);
 * track.enabled = false;
 * track.contentHint = 'motion';
 * const copy = track.clone();
 * console.log(copy.kind, copy.label, copy.enabled, copy.contentHint); // video FaceTime HD false motion
 * camera.mute(); // prints muted true
 * camera.unmute(); // prints muted false
 * copy.stop();
 * console.log(copy.readyState); // ended
 * camera.end(); // prints ended ended
 * ```
 */
export interface MediaStreamTrack extends HostEventTarget {
  /**
   * `audio` or `video`. (A `string`, as in TypeScript's own declaration, so that each is assignable to
   * the other.)
   *
   * @see https://w3c.github.io/mediacapture-main/#dom-mediastreamtrack-kind
   */
  readonly kind: string;

  /**
   * A version 4 UUID; no two tracks have the same.
   *
   * @see https://w3c.github.io/mediacapture-main/#dom-mediastreamtrack-id
   */
  readonly id: string;

  /**
   * The source's label, or ''.
   *
   * @see https://w3c.github.io/mediacapture-main/#dom-mediastreamtrack-label
   */
  readonly label: string;

  /**
   * Whether script lets the track's media through.
   *
   * @see https://w3c.github.io/mediacapture-main/#dom-mediastreamtrack-enabled
   */
  enabled: boolean;

  /**
   * Whether the source can't provide media for the moment.
   *
   * @see https://w3c.github.io/mediacapture-main/#dom-mediastreamtrack-muted
   */
  readonly muted: boolean;

  /**
   * `ended` after `stop()`, or once the source has ended.
   *
   * @see https://w3c.github.io/mediacapture-main/#dom-mediastreamtrack-readystate
   */
  readonly readyState: MediaStreamTrackState;

  /**
   * What the content is, for encoders: '', or `speech`, `speech-recognition` or `music` for audio,
   * `motion`, `detail` or `text` for video. Anything else is ignored.
   *
   * @see https://w3c.github.io/mst-content-hint/#dom-mediastreamtrack-contenthint
   */
  contentHint: string;

  /** @see https://w3c.github.io/mediacapture-main/#dom-mediastreamtrack-onmute */
  onmute: ((this: MediaStreamTrack, event: HostEvent) => any) | null;

  /** @see https://w3c.github.io/mediacapture-main/#dom-mediastreamtrack-onunmute */
  onunmute: ((this: MediaStreamTrack, event: HostEvent) => any) | null;

  /**
   * Called when the source has ended; script's own `stop()` does not fire it.
   *
   * @see https://w3c.github.io/mediacapture-main/#dom-mediastreamtrack-onended
   */
  onended: ((this: MediaStreamTrack, event: HostEvent) => any) | null;

  /**
   * Another track of the same source, in the same state, with an id of its own.
   *
   * @see https://w3c.github.io/mediacapture-main/#dom-mediastreamtrack-clone
   */
  clone(): MediaStreamTrack;

  /**
   * Ends the track. Fires nothing. The source is released with its last live track.
   *
   * @see https://w3c.github.io/mediacapture-main/#dom-mediastreamtrack-stop
   */
  stop(): void;

  /**
   * A copy of what the source can do.
   *
   * @see https://w3c.github.io/mediacapture-main/#dom-mediastreamtrack-getcapabilities
   */
  getCapabilities(): MediaTrackCapabilities;

  /**
   * A copy of the constraints that were applied last.
   *
   * @see https://w3c.github.io/mediacapture-main/#dom-mediastreamtrack-getconstraints
   */
  getConstraints(): MediaTrackConstraints;

  /**
   * A copy of the settings in effect; once the track has ended, `deviceId`, `groupId` and `facingMode`
   * only.
   *
   * @see https://w3c.github.io/mediacapture-main/#dom-mediastreamtrack-getsettings
   */
  getSettings(): MediaTrackSettings;

  /**
   * Replaces the constraints. Rejects with an {@link OverconstrainedError} if they can't be met, and
   * with a TypeError if they aren't constraints; nothing has changed then.
   *
   * @see https://w3c.github.io/mediacapture-main/#dom-mediastreamtrack-applyconstraints
   *
   * @example
   * ```ts
   * import { TrackSource } from 'mediastream-polyfill';
   *
   * const modes = [{ width: 1280, height: 720 }];
   * const capabilities = { width: { max: 1280 }, height: { max: 720 } };
   * const track = new TrackSource('video', { modes, capabilities }).createTrack();
   * await track.applyConstraints({ width: 640 });
   * console.log(track.getSettings().width, track.getConstraints().width); // 640 640
   * console.log(track.getCapabilities().width?.max); // 1280
   * await track.applyConstraints({ width: { min: 1920 } }).catch(({ constraint }) => console.log(constraint)); // width
   * ```
   */
  applyConstraints(constraints?: MediaTrackConstraints): Promise<void>;

  addEventListener<Type extends keyof MediaStreamTrackEventMap>(
    type: Type,
    callback: TypedListener<MediaStreamTrack, MediaStreamTrackEventMap[Type]> | null,
    options?: AddListenerOptions | boolean,
  ): void;
  addEventListener(type: string, callback: Listener | null, options?: AddListenerOptions | boolean): void;
  removeEventListener<Type extends keyof MediaStreamTrackEventMap>(
    type: Type,
    callback: TypedListener<MediaStreamTrack, MediaStreamTrackEventMap[Type]> | null,
    options?: ListenerOptions | boolean,
  ): void;
  removeEventListener(type: string, callback: Listener | null, options?: ListenerOptions | boolean): void;
}

/** @see https://w3c.github.io/mediacapture-main/#dom-mediastreamtrack */
export declare const MediaStreamTrack: {
  readonly prototype: MediaStreamTrack;

  /**
   * Declared so that the class may take the place of the `dom` library's.
   *
   * @throws TypeError always: tracks come from {@link TrackSource.createTrack}.
   */
  new (): never;
};

/**
 * @see https://w3c.github.io/mediacapture-main/#dom-mediastreamtrackeventinit
 *
 * @example
 * ```ts
 * import { MediaStream, MediaStreamTrackEvent, type MediaStreamTrackEventInit, TrackSource } from 'mediastream-polyfill';
 *
 * const init: MediaStreamTrackEventInit = { track: new TrackSource('audio', { label: 'voice' }).createTrack() };
 * const event = new MediaStreamTrackEvent('addtrack', init);
 * console.log(event.type, event.track.label); // addtrack voice
 * const stream = new MediaStream();
 * stream.onaddtrack = () => console.log('heard');
 * stream.dispatchEvent(event); // prints heard
 * ```
 */
export interface MediaStreamTrackEventInit {
  track: MediaStreamTrack;
  bubbles?: boolean;
  cancelable?: boolean;
  composed?: boolean;
}

/**
 * The event of `addtrack` and `removetrack`.
 *
 * @see https://w3c.github.io/mediacapture-main/#mediastreamtrackevent
 */
export interface MediaStreamTrackEvent extends HostEvent {
  /**
   * The track that was added or removed.
   *
   * @see https://w3c.github.io/mediacapture-main/#dom-mediastreamtrackevent-track
   */
  readonly track: MediaStreamTrack;
}

/** @see https://w3c.github.io/mediacapture-main/#dom-mediastreamtrackevent */
export declare const MediaStreamTrackEvent: {
  readonly prototype: MediaStreamTrackEvent;

  /** @throws TypeError if `eventInitDict.track` is not a MediaStreamTrack. */
  new (type: string, eventInitDict: MediaStreamTrackEventInit): MediaStreamTrackEvent;
};

/**
 * What `applyConstraints` and `getUserMedia` reject with when no settings meet the constraints.
 *
 * @see https://w3c.github.io/mediacapture-main/#overconstrainederror-interface
 *
 * @example
 * ```ts
 * import { OverconstrainedError } from 'mediastream-polyfill';
 *
 * const error = new OverconstrainedError('width', 'no camera is that wide');
 * console.log(error.name, error.constraint, error.message); // OverconstrainedError width no camera is that wide
 * ```
 */
export interface OverconstrainedError extends HostDOMException {
  /**
   * The name of a constraint that couldn't be met, or ''.
   *
   * @see https://w3c.github.io/mediacapture-main/#dom-overconstrainederror-constraint
   */
  readonly constraint: string;
}

/** @see https://w3c.github.io/mediacapture-main/#dom-overconstrainederror */
export declare const OverconstrainedError: {
  readonly prototype: OverconstrainedError;
  new (constraint: string, message?: string): OverconstrainedError;
};

// ── Dictionaries ────────────────────────────────────────────────────────────────────────────────────
// Of the `dom` library where there is one, in whichever version, and with those members of the draft
// that it lacks.

/** What the `dom` library declares, and of the draft only the rest. */
type WithDraft<Dom, Draft> = Dom & Omit<Draft, keyof Dom>;

type DomSettings = DomTrack extends { getSettings(): infer Dictionary } ? Dictionary : {};
type DomCapabilities = DomTrack extends { getCapabilities(): infer Dictionary } ? Dictionary : {};
type DomConstraints = DomTrack extends { getConstraints(): infer Dictionary } ? Dictionary : {};

/**
 * @see https://w3c.github.io/mediacapture-main/#dom-mediatracksettings
 *
 * @example
 * ```ts
 * import { type MediaTrackCapabilities, type MediaTrackSettings, TrackSource } from 'mediastream-polyfill';
 *
 * const settings: MediaTrackSettings = { width: 640, height: 480, facingMode: 'user' };
 * const capabilities: MediaTrackCapabilities = { width: { min: 1, max: 640 }, facingMode: ['user'] };
 * const track = new TrackSource('video', { settings, capabilities }).createTrack();
 * console.log(track.getSettings().facingMode, track.getCapabilities().facingMode?.[0]); // user user
 * ```
 */
export type MediaTrackSettings = WithDraft<DomSettings, DraftSettings>;

/** @see https://w3c.github.io/mediacapture-main/#dom-mediatrackcapabilities */
export type MediaTrackCapabilities = WithDraft<DomCapabilities, DraftCapabilities>;

/** @see https://w3c.github.io/mediacapture-main/#dom-mediatrackconstraintset */
export type MediaTrackConstraintSet = WithDraft<Omit<DomConstraints, 'advanced'>, DraftConstraintSet>;

/**
 * @see https://w3c.github.io/mediacapture-main/#dom-mediatrackconstraints
 *
 * @example
 * ```ts
 * import type { MediaTrackConstraintSet, MediaTrackConstraints } from 'mediastream-polyfill';
 *
 * const wide: MediaTrackConstraintSet = { aspectRatio: { min: 1.7 } };
 * const constraints: MediaTrackConstraints = { width: { ideal: 1280 }, frameRate: 30, advanced: [wide, { height: 720 }] };
 * console.log(constraints.advanced?.length); // 2
 * ```
 */
export type MediaTrackConstraints = MediaTrackConstraintSet & { advanced?: MediaTrackConstraintSet[] };

interface DraftSettings {
  width?: number;
  height?: number;
  aspectRatio?: number;
  frameRate?: number;
  facingMode?: string;
  resizeMode?: string;
  sampleRate?: number;
  sampleSize?: number;
  echoCancellation?: boolean | string;
  autoGainControl?: boolean;
  noiseSuppression?: boolean;
  latency?: number;
  channelCount?: number;
  deviceId?: string;
  groupId?: string;
  backgroundBlur?: boolean;
}

interface DraftCapabilities {
  width?: NumberRange;
  height?: NumberRange;
  aspectRatio?: NumberRange;
  frameRate?: NumberRange;
  facingMode?: string[];
  resizeMode?: string[];
  sampleRate?: NumberRange;
  sampleSize?: NumberRange;
  echoCancellation?: (boolean | string)[];
  autoGainControl?: boolean[];
  noiseSuppression?: boolean[];
  latency?: NumberRange;
  channelCount?: NumberRange;
  deviceId?: string;
  groupId?: string;
  backgroundBlur?: boolean[];
}

interface DraftConstraintSet {
  width?: ConstrainNumber;
  height?: ConstrainNumber;
  aspectRatio?: ConstrainNumber;
  frameRate?: ConstrainNumber;
  facingMode?: Constrain<string | string[]>;
  resizeMode?: Constrain<string | string[]>;
  sampleRate?: ConstrainNumber;
  sampleSize?: ConstrainNumber;
  echoCancellation?: Constrain<boolean | string>;
  autoGainControl?: Constrain<boolean>;
  noiseSuppression?: Constrain<boolean>;
  latency?: ConstrainNumber;
  channelCount?: ConstrainNumber;
  deviceId?: Constrain<string | string[]>;
  groupId?: Constrain<string | string[]>;
  backgroundBlur?: Constrain<boolean>;
}

interface NumberRange {
  min?: number;
  max?: number;
}

type ConstrainNumber = number | (NumberRange & { exact?: number; ideal?: number });
type Constrain<Value> = Value | { exact?: Value; ideal?: Value };

// ── The user agent's side ───────────────────────────────────────────────────────────────────────────

/** The kinds of tracks there are. */
export type TrackKind = 'audio' | 'video';

/** What a {@link TrackSource} says about itself through its tracks. */
export interface TrackSourceInit {
  /** The tracks' label. */
  label?: string;
  /** What `getSettings()` returns. */
  settings?: MediaTrackSettings;
  /**
   * What `getCapabilities()` returns, and what `applyConstraints()` chooses from. A property that is in `settings` only
   * always has that value.
   */
  capabilities?: MediaTrackCapabilities;
  /**
   * What a camera offers natively: `applyConstraints()` then chooses one of these, `resizeMode` 'none', or what can be
   * cropped, scaled down or decimated from one, 'crop-and-scale'.
   */
  modes?: readonly { width: number; height: number; frameRate?: number }[];
}

/**
 * A source of tracks, as a camera or a microphone is: the user agent's side of a MediaStreamTrack.
 * When `mute`, `unmute` or `end` return, every event has been fired.
 *
 * @see https://w3c.github.io/mediacapture-main/#dfn-source
 *
 * @example
 * ```ts
 * import { type TrackKind, TrackSource, type TrackSourceInit } from 'mediastream-polyfill';
 *
 * const kind: TrackKind = 'video';
 * const init: TrackSourceInit = { label: 'FaceTime HD', settings: { width: 1280, height: 720 } };
 * const camera = new TrackSource(kind, init);
 * const track = camera.createTrack();
 * track.addEventListener('ended', () => console.log('ended'));
 * console.log(camera.kind, camera.label, camera.inUse, camera.observed); // video FaceTime HD true true
 * camera.setSettings({ width: 720, height: 1280 });
 * console.log(track.getSettings().height); // 1280
 * camera.mute();
 * console.log(camera.muted, track.muted); // true true
 * camera.unmute();
 * camera.end(); // prints ended
 * console.log(camera.ended, camera.inUse); // true false
 * ```
 */
export declare class TrackSource {
  /** @throws TypeError if `kind` is neither `audio` nor `video`. */
  constructor(kind: TrackKind, init?: TrackSourceInit);

  /** The kind of its tracks. */
  readonly kind: TrackKind;

  /** The label of its tracks. */
  readonly label: string;

  /** Whether its tracks are muted, those to come included. */
  readonly muted: boolean;

  /** Whether `end()` was called. */
  readonly ended: boolean;

  /** Whether some track of it is live: what a camera's light shows. */
  readonly inUse: boolean;

  /** Whether script has ever listened to one of its tracks. */
  readonly observed: boolean;

  /**
   * A new live track of this source. Its clones share the source.
   *
   * @throws DOMException InvalidStateError after `end()`.
   * @see https://w3c.github.io/mediacapture-main/#create-a-mediastreamtrack
   */
  createTrack(): MediaStreamTrack;

  /**
   * The user agent chooses new settings, as a camera does that is turned: those of the live tracks, and of tracks to
   * come, become these, where they are given.
   *
   * @throws TypeError if `settings` is not an object.
   * @see https://w3c.github.io/mediacapture-main/#dfn-applyconstraints-algorithm
   */
  setSettings(settings: MediaTrackSettings): void;

  /**
   * Mutes the live tracks, one at a time and each with its `mute` event.
   *
   * @see https://w3c.github.io/mediacapture-main/#set-track-muted
   */
  mute(): void;

  /**
   * Unmutes the live tracks, one at a time and each with its `unmute` event.
   *
   * @see https://w3c.github.io/mediacapture-main/#set-track-muted
   */
  unmute(): void;

  /**
   * Ends the live tracks, one at a time and each with its `ended` event.
   *
   * @see https://w3c.github.io/mediacapture-main/#ends-nostop
   */
  end(): void;
}

/**
 * The user agent's hold on one MediaStream: what it adds and removes fires `addtrack` and
 * `removetrack`, before the method returns.
 *
 * @see https://w3c.github.io/mediacapture-main/#track-set
 *
 * @example
 * ```ts
 * import { StreamController, TrackSource } from 'mediastream-polyfill';
 *
 * const one = new TrackSource('audio', { label: 'one' }).createTrack();
 * const other = new TrackSource('video', { label: 'other' }).createTrack();
 * const remote = new StreamController([one]);
 * const { stream } = remote;
 * stream.onaddtrack = ({ track }) => console.log('added', track.label);
 * stream.onremovetrack = ({ track }) => console.log('removed', track.label);
 * remote.addTrack(other); // prints added other
 * remote.removeTrack(one); // prints removed one
 * StreamController.of(stream).setTracks([one]);
 * // prints removed other
 * // prints added one
 * console.log(remote.stream === stream, remote.observed); // true true
 * ```
 */
export declare class StreamController {
  /** @throws TypeError if one of the tracks is not a MediaStreamTrack. */
  constructor(tracks?: Iterable<MediaStreamTrack>);

  /**
   * A controller of a stream that exists: one of ours, or the host's own.
   *
   * @throws TypeError if `stream` is not a MediaStream.
   */
  static of(stream: MediaStream): StreamController;

  /** The stream that script sees. */
  readonly stream: MediaStream;

  /** Whether script has ever listened to the stream; false for a browser's own, whose listeners nobody can see. */
  readonly observed: boolean;

  /**
   * Adds a track and fires `addtrack`, unless the stream has it already.
   *
   * @throws TypeError if `track` is not a MediaStreamTrack.
   * @see https://w3c.github.io/mediacapture-main/#mediastream-add-a-track
   */
  addTrack(track: MediaStreamTrack): void;

  /**
   * Removes a track and fires `removetrack`, if the stream has it.
   *
   * @throws TypeError if `track` is not a MediaStreamTrack.
   * @see https://w3c.github.io/mediacapture-main/#mediastream-remove-a-track
   */
  removeTrack(track: MediaStreamTrack): void;

  /**
   * Makes these the stream's tracks: first the removals, in the stream's order, then the additions, in
   * the order given; one track at a time, each with its event before the next.
   *
   * @throws TypeError if one of them is not a MediaStreamTrack; nothing has changed then.
   */
  setTracks(tracks: Iterable<MediaStreamTrack>): void;
}

// ── Realms and the polyfill ─────────────────────────────────────────────────────────────────────────

/**
 * The classes for one window.
 *
 * @example
 * ```ts
 * import { type Realm, type RealmWindow, createRealm } from 'mediastream-polyfill';
 *
 * const window: RealmWindow = globalThis; // or a jsdom window
 * const realm: Realm = createRealm(window);
 * console.log(new realm.StreamController().stream instanceof realm.MediaStream); // true
 * ```
 */
export interface Realm {
  /** {@link MediaStream} of the window. */
  readonly MediaStream: typeof MediaStream;
  /** {@link MediaStreamTrack} of the window. */
  readonly MediaStreamTrack: typeof MediaStreamTrack;
  /** {@link MediaStreamTrackEvent} of the window. */
  readonly MediaStreamTrackEvent: typeof MediaStreamTrackEvent;
  /** {@link OverconstrainedError} of the window. */
  readonly OverconstrainedError: typeof OverconstrainedError;
  /** {@link TrackSource} of the window. */
  readonly TrackSource: typeof TrackSource;
  /** {@link StreamController} of the window. */
  readonly StreamController: typeof StreamController;
}

/** What {@link createRealm} needs of a window. */
export interface RealmWindow {
  /** What the classes extend. */
  readonly EventTarget: new (...args: any) => object;
  /** What the classes extend. */
  readonly Event: new (...args: any) => object;
  /** What the classes extend. */
  readonly DOMException: new (...args: any) => object;
}

/**
 * The classes for a window other than `globalThis`, such as a jsdom window: they extend that window's
 * EventTarget and Event. The same window gives the same classes. The exports of this package are the
 * classes for `globalThis`.
 *
 * @throws TypeError if `window` has no EventTarget, Event or DOMException.
 */
export declare function createRealm(window: RealmWindow): Realm;

/**
 * What {@link install} gives to the MediaStream of a WebRTC stack which declares less. With werift, this tells TypeScript:
 *
 * ```ts
 * declare module 'werift' {
 *   interface MediaStream extends InstalledMediaStream<MediaStreamTrack> {}
 *   interface MediaStreamTrack extends InstalledMediaStreamTrack {}
 * }
 * ```
 */
export interface InstalledMediaStream<Track> {
  /** {@link MediaStream.onaddtrack} */
  onaddtrack: ((event: InstalledMediaStreamTrackEvent<Track>) => any) | null;
  /** {@link MediaStream.onremovetrack} */
  onremovetrack: ((event: InstalledMediaStreamTrackEvent<Track>) => any) | null;
  /** As EventTarget has it. */
  addEventListener(
    type: keyof MediaStreamEventMap,
    callback: TypedListener<InstalledMediaStream<Track>, InstalledMediaStreamTrackEvent<Track>> | null,
    options?: AddListenerOptions | boolean,
  ): void;
  /** As EventTarget has it. */
  removeEventListener(
    type: keyof MediaStreamEventMap,
    callback: TypedListener<InstalledMediaStream<Track>, InstalledMediaStreamTrackEvent<Track>> | null,
    options?: ListenerOptions | boolean,
  ): void;
  /** As EventTarget has it. */
  dispatchEvent(event: HostEvent): boolean;
}

/**
 * A MediaStreamTrackEvent of a WebRTC stack's track.
 *
 * @example
 * ```ts
 * import { StreamController, TrackSource } from 'mediastream-polyfill';
 * import type { InstalledMediaStream, InstalledMediaStreamTrack, InstalledMediaStreamTrackEvent } from 'mediastream-polyfill';
 *
 * // Of any stack's streams.
 * function follow<Track extends InstalledMediaStreamTrack>(stream: InstalledMediaStream<Track>) {
 *   stream.onaddtrack = ({ track }) => (track.onmute = track.onunmute = track.onended = ({ type }) => console.log(type));
 *   stream.onremovetrack = ({ track }: InstalledMediaStreamTrackEvent<Track>) => console.log('removed', track.contentHint);
 * }
 * const remote = new StreamController();
 * follow(remote.stream);
 * const camera = new TrackSource('video');
 * const track = camera.createTrack();
 * track.contentHint = 'text';
 * remote.addTrack(track);
 * camera.mute(); // prints mute
 * remote.removeTrack(track); // prints removed text
 * ```
 */
export interface InstalledMediaStreamTrackEvent<Track> extends HostEvent {
  /** The track that was added or removed. */
  readonly track: Track;
}

/** What {@link install} gives to the MediaStreamTrack of a WebRTC stack which declares less. */
export interface InstalledMediaStreamTrack {
  /** {@link MediaStreamTrack.contentHint} */
  contentHint: string;
  /** {@link MediaStreamTrack.onmute} */
  onmute: ((event: HostEvent) => any) | null;
  /** {@link MediaStreamTrack.onunmute} */
  onunmute: ((event: HostEvent) => any) | null;
  /** {@link MediaStreamTrack.onended} */
  onended: ((event: HostEvent) => any) | null;
}

/** How {@link install} shall install. */
export interface InstallOptions {
  /**
   * Also what the specification has dropped: `ended` of MediaStream.
   *
   * @defaultValue false
   */
  legacy?: boolean;

  /**
   * What shall be at `navigator.mediaDevices`: the VirtualDevices of `mediastream-polyfill/devices`.
   */
  devices?: {
    /** What shall be there. */
    readonly mediaDevices: object;
  };
}

/**
 * What one call of {@link install} did.
 *
 * @example
 * ```ts
 * import { type InstallOptions, type Installation, install } from 'mediastream-polyfill';
 *
 * const options: InstallOptions = { legacy: true };
 * const installation: Installation = install(globalThis, options);
 * console.log(installation.provided[0], installation.repaired.length); // MediaStream 0
 * console.log(typeof MediaStream); // function
 * installation.uninstall();
 * console.log(typeof MediaStream); // undefined
 * ```
 */
export interface Installation {
  /** The interfaces and members that the host lacked and now has, such as `'MediaStreamTrack.contentHint'`. */
  readonly provided: readonly string[];

  /**
   * The members of the host's own that have been replaced to correct what it gets wrong, such as
   * `'HTMLMediaElement.captureStream'`. Where it is right, they do nothing but what they did.
   */
  readonly repaired: readonly string[];

  /** Gives the host back as it was, unless another installation still needs it otherwise. */
  uninstall(): void;
}

/**
 * Gives `host` what it lacks, repairs what it gets wrong, so that `removetrack` fires wherever the
 * specifications say so, and touches nothing else.
 *
 * @param host - `globalThis`, a window, a worker's `self`, or an object that holds a WebRTC stack's classes, such as
 * `require('@roamhq/wrtc')` or `{ ...werift }`; streams that were negotiated before are not known then.
 * @throws TypeError if `host` is not an object, or can't be written to. Then nothing has changed.
 */
export declare function install(host: object, options?: InstallOptions): Installation;
