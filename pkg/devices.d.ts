/**
 * Virtual cameras, microphones and loudspeakers: `navigator.mediaDevices` without any hardware, for tests, workers and
 * demos.
 *
 * The interfaces are those of Media Capture and Streams. Where a project has TypeScript's `dom` library, they take the
 * place of its own; `getUserMedia()` gives what `mediastream-polyfill` declares.
 *
 * @see https://w3c.github.io/mediacapture-main/
 * @packageDocumentation
 */
import type {
  MediaStream,
  MediaStreamTrackEvent,
  MediaTrackCapabilities,
  MediaTrackConstraints,
  MediaTrackSettings,
  RealmWindow,
} from 'mediastream-polyfill';

// Only what says `export` is exported.
export {};

// ── What the host declares ──────────────────────────────────────────────────────────────────────────

/** The host's EventTarget. */
type HostEventTarget = typeof globalThis extends { EventTarget: { prototype: infer Instance } }
  ? Instance
  : StandaloneEventTarget;

/** The host's Event. */
type HostEvent = typeof globalThis extends { Event: { prototype: infer Instance } }
  ? Instance
  : Omit<MediaStreamTrackEvent, 'track'>;

/** The host's AbortSignal. */
type HostAbortSignal = typeof globalThis extends { AbortSignal: { prototype: infer Instance } }
  ? Instance
  : { readonly aborted: boolean };

/** The `dom` library's MediaDevices. */
type DomMediaDevices = typeof globalThis extends { HTMLMediaElement: unknown; MediaDevices: { prototype: infer Instance } }
  ? Instance
  : {};

/**
 * What `dom` declares for every browser, whether it has it or not, such as `getDisplayMedia`: it is there once the devices are
 * installed in a browser that has it, and is the browser's own.
 */
type RestOfDomMediaDevices = Omit<DomMediaDevices, keyof DraftMediaDevices>;

type DeviceChangeHandler = ((this: MediaDevices, event: DeviceChangeEvent) => any) | null;

/** `dom` declares a handler of an Event only. */
type DomDeviceChangeHandler = DomMediaDevices extends { ondevicechange: infer Handler } ? Handler : DeviceChangeHandler;

/** https://dom.spec.whatwg.org/#interface-eventtarget */
interface StandaloneEventTarget {
  addEventListener(type: string, callback: Listener | null, options?: AddListenerOptions | boolean): void;
  removeEventListener(type: string, callback: Listener | null, options?: ListenerOptions | boolean): void;
  dispatchEvent(event: HostEvent): boolean;
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
 * @see https://w3c.github.io/mediacapture-main/#dom-mediadevicekind
 *
 * @example
 * ```ts
 * import { type MediaDeviceKind, VirtualDevices } from 'mediastream-polyfill/devices';
 *
 * const kinds: MediaDeviceKind[] = ['audioinput', 'videoinput', 'audiooutput'];
 * const devices = new VirtualDevices({ exposed: true });
 * for (const kind of kinds) devices.connect({ kind });
 * const listed = await devices.mediaDevices.enumerateDevices();
 * console.log(listed.map(({ kind }) => kind).join()); // audioinput,videoinput,audiooutput
 * ```
 */
export type MediaDeviceKind = 'audioinput' | 'audiooutput' | 'videoinput';

/**
 * @see https://w3c.github.io/mediacapture-main/#dom-mediastreamconstraints
 *
 * @example
 * ```ts
 * import { type MediaStreamConstraints, VirtualDevices } from 'mediastream-polyfill/devices';
 *
 * const constraints: MediaStreamConstraints = { audio: true, video: { width: 640 } };
 * const devices = new VirtualDevices();
 * devices.connect({ kind: 'videoinput' });
 * devices.connect({ kind: 'audioinput' });
 * const stream = await devices.mediaDevices.getUserMedia(constraints);
 * console.log(stream.getTracks().length); // 2
 * ```
 */
export interface MediaStreamConstraints {
  audio?: boolean | MediaTrackConstraints;
  video?: boolean | MediaTrackConstraints;
}

/**
 * @see https://w3c.github.io/mediacapture-main/#dom-mediatracksupportedconstraints
 *
 * @example
 * ```ts
 * import { type MediaTrackSupportedConstraints, VirtualDevices } from 'mediastream-polyfill/devices';
 *
 * const supported: MediaTrackSupportedConstraints = new VirtualDevices().mediaDevices.getSupportedConstraints();
 * console.log(supported.width); // true
 * ```
 */
export interface MediaTrackSupportedConstraints {
  aspectRatio?: boolean;
  autoGainControl?: boolean;
  backgroundBlur?: boolean;
  channelCount?: boolean;
  deviceId?: boolean;
  echoCancellation?: boolean;
  facingMode?: boolean;
  frameRate?: boolean;
  groupId?: boolean;
  height?: boolean;
  latency?: boolean;
  noiseSuppression?: boolean;
  resizeMode?: boolean;
  sampleRate?: boolean;
  sampleSize?: boolean;
  width?: boolean;
}

/**
 * The events that are fired at a MediaDevices, by type.
 *
 * @example
 * ```ts
 * import { type MediaDevicesEventMap, VirtualDevices } from 'mediastream-polyfill/devices';
 *
 * const type: keyof MediaDevicesEventMap = 'devicechange';
 * const devices = new VirtualDevices({ exposed: true });
 * devices.mediaDevices.addEventListener(type, (event) => console.log(event.devices.length));
 * devices.connect({ kind: 'videoinput' }); // prints 1
 * devices.mediaDevices.removeEventListener(type, null);
 * ```
 */
export interface MediaDevicesEventMap {
  /** Devices have been connected or disconnected. */
  devicechange: DeviceChangeEvent;
}

interface DraftMediaDevices extends HostEventTarget {
  /**
   * Called when devices have been connected or disconnected, with a {@link DeviceChangeEvent}.
   *
   * @see https://w3c.github.io/mediacapture-main/#dom-mediadevices-ondevicechange
   */
  get ondevicechange(): DomDeviceChangeHandler;
  /** Takes a handler of a {@link DeviceChangeEvent}. */
  set ondevicechange(handler: DeviceChangeHandler);

  /**
   * The devices that there are: microphones, cameras, then loudspeakers. Until `getUserMedia` has been granted a
   * device, one nameless camera and one nameless microphone are all that is told.
   *
   * @see https://w3c.github.io/mediacapture-main/#dom-mediadevices-enumeratedevices
   */
  enumerateDevices(): Promise<MediaDeviceInfo[]>;

  /**
   * The constrainable properties that are known.
   *
   * @see https://w3c.github.io/mediacapture-main/#dom-mediadevices-getsupportedconstraints
   */
  getSupportedConstraints(): MediaTrackSupportedConstraints;

  /**
   * A stream of the devices that suit the constraints best. Rejects with
   * - a TypeError if neither audio nor video is asked for, or the constraints aren't constraints,
   * - a DOMException NotFoundError if there is no such device,
   * - an OverconstrainedError if no device meets the constraints,
   * - a DOMException NotAllowedError if permission is denied,
   * - a DOMException NotReadableError if the device is busy, or AbortError if it can't be accessed otherwise.
   *
   * @see https://w3c.github.io/mediacapture-main/#dom-mediadevices-getusermedia
   */
  getUserMedia(constraints?: MediaStreamConstraints): Promise<MediaStream>;

  addEventListener<Type extends keyof MediaDevicesEventMap>(
    type: Type,
    callback: TypedListener<MediaDevices, MediaDevicesEventMap[Type]> | null,
    options?: AddListenerOptions | boolean,
  ): void;
  addEventListener(type: string, callback: Listener | null, options?: AddListenerOptions | boolean): void;
  removeEventListener<Type extends keyof MediaDevicesEventMap>(
    type: Type,
    callback: TypedListener<MediaDevices, MediaDevicesEventMap[Type]> | null,
    options?: ListenerOptions | boolean,
  ): void;
  removeEventListener(type: string, callback: Listener | null, options?: ListenerOptions | boolean): void;
}

/**
 * What a page knows of devices, and asks them for media with.
 *
 * @see https://w3c.github.io/mediacapture-main/#mediadevices
 *
 * @example
 * ```ts
 * import { MediaDevices, VirtualDevices } from 'mediastream-polyfill/devices';
 *
 * const devices = new VirtualDevices({ exposed: true });
 * const mediaDevices: MediaDevices = devices.mediaDevices;
 * mediaDevices.ondevicechange = ({ devices, userInsertedDevices }) => console.log(devices.length, userInsertedDevices.length);
 * devices.connect({ kind: 'videoinput', label: 'FaceTime HD' }); // prints 1 1
 * const [camera] = await mediaDevices.enumerateDevices();
 * const stream = await mediaDevices.getUserMedia({ video: { deviceId: { exact: camera!.deviceId } } });
 * console.log(stream.getTracks()[0]!.label, mediaDevices instanceof MediaDevices); // FaceTime HD true
 * ```
 */
export interface MediaDevices extends DraftMediaDevices, RestOfDomMediaDevices {}

/** @see https://w3c.github.io/mediacapture-main/#mediadevices */
export declare const MediaDevices: {
  readonly prototype: MediaDevices;

  /**
   * Declared so that the class may take the place of the `dom` library's.
   *
   * @throws TypeError always: it comes from {@link VirtualDevices.mediaDevices}.
   */
  new (): never;
};

/**
 * What is told of a device.
 *
 * @see https://w3c.github.io/mediacapture-main/#device-info
 */
export interface MediaDeviceInfo {
  /** What the device is asked for by; '' until `getUserMedia` has been granted. */
  readonly deviceId: string;
  readonly kind: MediaDeviceKind;
  /** Its name; '' until `getUserMedia` has been granted. */
  readonly label: string;
  /** Equal for the parts of one device, such as a headset; '' until `getUserMedia` has been granted. */
  readonly groupId: string;
  toJSON(): any;
}

/** @see https://w3c.github.io/mediacapture-main/#dom-mediadeviceinfo */
export declare const MediaDeviceInfo: {
  readonly prototype: MediaDeviceInfo;
  /** @throws TypeError always: it comes from {@link MediaDevices.enumerateDevices}. */
  new (): never;
};

/**
 * What is told of a camera or a microphone.
 *
 * @see https://w3c.github.io/mediacapture-main/#input-specific-device-info
 *
 * @example
 * ```ts
 * import { InputDeviceInfo, MediaDeviceInfo, VirtualDevices } from 'mediastream-polyfill/devices';
 *
 * const devices = new VirtualDevices({ exposed: true });
 * devices.connect({ kind: 'videoinput', label: 'FaceTime HD', groupId: 'desk', modes: [{ width: 1280, height: 720 }] });
 * const [camera] = await devices.mediaDevices.enumerateDevices();
 * console.log(camera instanceof MediaDeviceInfo, camera!.label, camera!.groupId); // true FaceTime HD desk
 * console.log(camera!.toJSON().kind); // videoinput
 * if (camera instanceof InputDeviceInfo) console.log(camera.getCapabilities().width?.max); // 1280
 * ```
 */
export interface InputDeviceInfo extends MediaDeviceInfo {
  /**
   * What the device can do; empty until `getUserMedia` has been granted.
   *
   * @see https://w3c.github.io/mediacapture-main/#dom-inputdeviceinfo-getcapabilities
   */
  getCapabilities(): MediaTrackCapabilities;
}

/** @see https://w3c.github.io/mediacapture-main/#dom-inputdeviceinfo */
export declare const InputDeviceInfo: {
  readonly prototype: InputDeviceInfo;
  /** @throws TypeError always: it comes from {@link MediaDevices.enumerateDevices}. */
  new (): never;
};

/**
 * @see https://w3c.github.io/mediacapture-main/#dom-devicechangeeventinit
 *
 * @example
 * ```ts
 * import { DeviceChangeEvent, type DeviceChangeEventInit } from 'mediastream-polyfill/devices';
 *
 * const init: DeviceChangeEventInit = { devices: [] };
 * console.log(new DeviceChangeEvent('devicechange', init).devices.length); // 0
 * ```
 */
export interface DeviceChangeEventInit {
  devices?: Iterable<MediaDeviceInfo>;
  bubbles?: boolean;
  cancelable?: boolean;
  composed?: boolean;
}

/**
 * The event `devicechange`.
 *
 * @see https://w3c.github.io/mediacapture-main/#devicechangeevent
 */
export interface DeviceChangeEvent extends HostEvent {
  /** The devices that there are now. */
  readonly devices: readonly MediaDeviceInfo[];
  /** Those of them that the user has just connected. */
  readonly userInsertedDevices: readonly MediaDeviceInfo[];
}

/** @see https://w3c.github.io/mediacapture-main/#dom-devicechangeevent */
export declare const DeviceChangeEvent: {
  readonly prototype: DeviceChangeEvent;
  /** @throws TypeError if `eventInitDict.devices` are not MediaDeviceInfos. */
  new (type: string, eventInitDict?: DeviceChangeEventInit): DeviceChangeEvent;
};

// ── The user's side ─────────────────────────────────────────────────────────────────────────────────

/** What a camera offers natively. */
export interface VideoMode {
  /** In pixels. */
  width: number;
  /** In pixels. */
  height: number;
  /** @defaultValue 30 */
  frameRate?: number;
}

/**
 * What a device is.
 *
 * @example
 * ```ts
 * import { type VirtualCameraInit, type VirtualDeviceInit, VirtualDevices } from 'mediastream-polyfill/devices';
 * import type { VideoMode, VirtualInputDeviceInit, VirtualMicrophoneInit, VirtualSpeakerInit } from 'mediastream-polyfill/devices';
 *
 * const headset = { groupId: 'headset', default: true } satisfies Partial<VirtualDeviceInit>;
 * const microphone: VirtualMicrophoneInit = { kind: 'audioinput', ...headset };
 * const speaker: VirtualSpeakerInit = { kind: 'audiooutput', ...headset };
 * const modes: VideoMode[] = [{ width: 1920, height: 1080, frameRate: 60 }];
 * const turned: Partial<VirtualInputDeviceInit> = { settings: { facingMode: 'user' } };
 * const camera: VirtualCameraInit = { ...turned, kind: 'videoinput', label: 'FaceTime HD', modes };
 * const devices = new VirtualDevices();
 * for (const device of [microphone, speaker, camera]) console.log(devices.connect(device).kind);
 * // prints audioinput
 * // prints audiooutput
 * // prints videoinput
 * ```
 */
export interface VirtualDeviceInit {
  /** What it is: a camera, a microphone or a loudspeaker. */
  kind: MediaDeviceKind;
  /** @defaultValue '' */
  label?: string;
  /** Another than that of any connected device of this kind. Made up if it isn't given. */
  deviceId?: string;
  /** Made up if it isn't given. */
  groupId?: string;
  /**
   * Whether it is the system default of its kind: listed first, and chosen if others suit as well. Of several that are
   * connected, the last is.
   *
   * @defaultValue false
   */
  default?: boolean;
}

/** What a camera or a microphone is. */
export interface VirtualInputDeviceInit extends VirtualDeviceInit {
  /**
   * What it can do. A camera's are those that span its modes, where they aren't given.
   */
  capabilities?: MediaTrackCapabilities;
  /** What it does if nothing else is asked for. */
  settings?: MediaTrackSettings;
}

/** What a camera is. */
export interface VirtualCameraInit extends VirtualInputDeviceInit {
  /** {@link VirtualDeviceInit.kind} */
  kind: 'videoinput';
  /**
   * What it offers natively, the default first; other sizes and frame rates are made from them by crop-and-scale.
   *
   * @defaultValue 640×480 and 1280×720 at 30, unless the capabilities tell width, height or frameRate
   */
  modes?: readonly VideoMode[];
}

/** What a microphone is. */
export interface VirtualMicrophoneInit extends VirtualInputDeviceInit {
  /** {@link VirtualDeviceInit.kind} */
  kind: 'audioinput';
}

/** What a loudspeaker is. */
export interface VirtualSpeakerInit extends VirtualDeviceInit {
  /** {@link VirtualDeviceInit.kind} */
  kind: 'audiooutput';
}

/**
 * A connected camera, microphone or loudspeaker, as its user handles it. When its methods return, every event has
 * been fired.
 *
 * @example
 * ```ts
 * import { VirtualDevice, VirtualDevices } from 'mediastream-polyfill/devices';
 *
 * const devices = new VirtualDevices();
 * const camera: VirtualDevice = devices.connect({ kind: 'videoinput', label: 'FaceTime HD', deviceId: 'c', groupId: 'g' });
 * console.log(camera.kind, camera.label, camera.deviceId, camera.groupId); // videoinput FaceTime HD c g
 * const stream = await devices.mediaDevices.getUserMedia({ video: true });
 * const [track] = stream.getTracks();
 * track!.onended = () => console.log('ended');
 * console.log(camera.inUse, camera instanceof VirtualDevice); // true true
 * camera.mute();
 * console.log(camera.muted, track!.muted); // true true
 * camera.unmute();
 * camera.setSettings({ width: 480, height: 640 });
 * camera.busy = true;
 * await devices.mediaDevices.getUserMedia({ video: true }).catch(({ name }) => console.log(name)); // NotReadableError
 * camera.busy = false;
 * camera.broken = true;
 * await devices.mediaDevices.getUserMedia({ video: true }).catch(({ name }) => console.log(name)); // AbortError
 * camera.disconnect(); // prints ended
 * console.log(camera.connected); // false
 * ```
 */
export interface VirtualDevice {
  /** What it is. */
  readonly kind: MediaDeviceKind;

  /** Its name. */
  readonly label: string;

  /** What it is asked for by. */
  readonly deviceId: string;

  /** Equal for the parts of one device. */
  readonly groupId: string;

  /** Whether it has not been disconnected. */
  readonly connected: boolean;

  /** Whether some track of it is live: what a camera's light shows. */
  readonly inUse: boolean;

  /** Whether its tracks are muted, those to come included. */
  readonly muted: boolean;

  /** Whether another program holds it: `getUserMedia` chooses another, or rejects with a NotReadableError. */
  busy: boolean;

  /** Whether it fails for any other reason: `getUserMedia` chooses another, or rejects with an AbortError. */
  broken: boolean;

  /** Mutes its live tracks, one at a time and each with its `mute` event. */
  mute(): void;

  /** Unmutes its live tracks, one at a time and each with its `unmute` event. */
  unmute(): void;

  /**
   * Changes settings of its live tracks, as a camera does that is turned. What isn't given stays.
   *
   * @throws TypeError if `settings` is not an object, or would change what the device is known by.
   * @see https://w3c.github.io/mediacapture-main/#dfn-applyconstraints-algorithm
   */
  setSettings(settings: MediaTrackSettings): void;

  /** Unplugs it: its live tracks end, each with its `ended` event, and `devicechange` is fired. */
  disconnect(): void;
}

/** The class of what {@link VirtualDevices.connect} returns. */
export declare const VirtualDevice: {
  readonly prototype: VirtualDevice;
  /** @throws TypeError always: it comes from {@link VirtualDevices.connect}. */
  new (): never;
};

/** What the user says. */
export type PermissionAnswer = 'granted' | 'denied';

/**
 * Asks the user, once for each call of `getUserMedia` that a device suits. TypeScript takes what an async function returns for
 * a string: `async () => 'granted' as const`.
 *
 * @example
 * ```ts
 * import { type PermissionAnswer, type PermissionCallback, VirtualDevices } from 'mediastream-polyfill/devices';
 *
 * const answers: PermissionAnswer[] = ['denied', 'granted'];
 * const ask: PermissionCallback = ({ video }) => (video ? answers.shift()! : 'granted');
 * const devices = new VirtualDevices();
 * devices.connect({ kind: 'videoinput' });
 * devices.permission = ask;
 * await devices.mediaDevices.getUserMedia({ video: true }).catch(({ name }) => console.log(name)); // NotAllowedError
 * console.log((await devices.mediaDevices.getUserMedia({ video: true })).active); // true
 * ```
 */
export type PermissionCallback = (request: {
  /** Whether a microphone is asked for. */
  readonly audio: boolean;
  /** Whether a camera is asked for. */
  readonly video: boolean;
}) => PermissionAnswer | PromiseLike<PermissionAnswer>;

/**
 * A settings dictionary that a device offers, and how it fares under constraints.
 *
 * @example
 * ```ts
 * import { type SettingsCandidate, VirtualDevices } from 'mediastream-polyfill/devices';
 *
 * const devices = new VirtualDevices();
 * devices.connect({ kind: 'videoinput', modes: [{ width: 640, height: 480 }] });
 * const candidates: SettingsCandidate[] = await devices.candidates({ video: { width: 640, advanced: [{ height: 480 }] } });
 * const best = candidates.find(({ distance }) => distance === 0)!;
 * console.log(best.settings.width, best.distances.width, best.advanced); // 640 0 [ true ]
 * ```
 */
export interface SettingsCandidate {
  /** The settings; which device's they are, `deviceId` tells. */
  settings: MediaTrackSettings;
  /**
   * Its fitness distance: the smaller, the better; Infinity where a required constraint isn't met.
   *
   * @see https://w3c.github.io/mediacapture-main/#dfn-fitness-distance
   */
  distance: number;
  /** What each constraint adds to the distance, by its name. */
  distances: Record<string, number>;
  /** For each of the `advanced` constraint sets, whether it is met. */
  advanced: boolean[];
}

/** How {@link VirtualDevices} shall be. */
export interface VirtualDevicesOptions {
  /**
   * Whose classes the objects are of, such as a jsdom window.
   *
   * @defaultValue globalThis
   */
  window?: RealmWindow;

  /**
   * Whether labels and ids are told from the start, and not only when `getUserMedia` has been granted.
   *
   * @defaultValue false
   */
  exposed?: boolean;

  /**
   * Whether `getUserMedia` gives streams of the browser's own, with a test pattern and a tone, which play in a
   * `<video>` and travel through an RTCPeerConnection. One stream can't have tracks of both sorts, so it is for all
   * devices.
   *
   * @defaultValue false
   */
  native?: boolean;
}

/**
 * The devices of a page that are there because you say so.
 *
 * `install(globalThis, { devices })` of `mediastream-polyfill` puts them at `navigator.mediaDevices`.
 *
 * @example
 * ```ts
 * import { VirtualDevices, type VirtualDevicesOptions } from 'mediastream-polyfill/devices';
 *
 * await VirtualDevices.ready;
 * const options: VirtualDevicesOptions = { window: globalThis, exposed: true };
 * const devices = new VirtualDevices(options);
 * devices.connect({ kind: 'videoinput', label: 'FaceTime HD' });
 * devices.permission = 'granted';
 * const stream = await devices.mediaDevices.getUserMedia({ video: { width: 320 } });
 * console.log(stream.getTracks()[0]!.getSettings().width); // 320
 * console.log((await devices.candidates({ video: true })).length > 0); // true
 * ```
 */
export declare class VirtualDevices {
  /** @throws TypeError if `window` is no window, or with `native` lacks what that takes. */
  constructor(options?: VirtualDevicesOptions);

  /**
   * Fulfilled when what chooses settings is loaded, which otherwise the first `getUserMedia` does: a test suite that awaits it
   * before its tests has no slow first one.
   */
  static get ready(): Promise<void>;

  /** What the page sees. */
  readonly mediaDevices: MediaDevices;

  /**
   * Whether the user lets the page have devices, or a callback that is asked each time.
   *
   * @defaultValue 'granted'
   */
  get permission(): PermissionAnswer | PermissionCallback;

  /** @throws TypeError if it is none of these. */
  set permission(permission: PermissionAnswer | PermissionCallback);

  /**
   * Plugs in a device, and `devicechange` is fired if that is news to the page.
   *
   * @throws TypeError if `init` doesn't describe a device, or one of its kind and deviceId is connected.
   */
  connect(init: VirtualCameraInit | VirtualMicrophoneInit | VirtualSpeakerInit): VirtualDevice;

  /**
   * What `getUserMedia` would choose from, to see why it chooses what it does: of each device and each of its modes,
   * the settings that fit best and those without constraints. Nobody is asked, and no device is used. What
   * `getUserMedia` chooses is among them, unless the device is busy or broken.
   *
   * Rejects with a TypeError if the constraints aren't constraints.
   */
  candidates(constraints?: MediaStreamConstraints): Promise<SettingsCandidate[]>;
}

// ── Realms ──────────────────────────────────────────────────────────────────────────────────────────

/**
 * The classes for one window.
 *
 * @example
 * ```ts
 * import { type DevicesRealm, createDevicesRealm } from 'mediastream-polyfill/devices';
 *
 * const realm: DevicesRealm = createDevicesRealm(globalThis); // or a jsdom window
 * console.log(new realm.DeviceChangeEvent('devicechange').devices.length); // 0
 * console.log(realm.MediaDevices.name, realm.MediaDeviceInfo.name, realm.InputDeviceInfo.name); // MediaDevices MediaDeviceInfo InputDeviceInfo
 * ```
 */
export interface DevicesRealm {
  /** {@link MediaDevices} of the window. */
  readonly MediaDevices: typeof MediaDevices;
  /** {@link MediaDeviceInfo} of the window. */
  readonly MediaDeviceInfo: typeof MediaDeviceInfo;
  /** {@link InputDeviceInfo} of the window. */
  readonly InputDeviceInfo: typeof InputDeviceInfo;
  /** {@link DeviceChangeEvent} of the window. */
  readonly DeviceChangeEvent: typeof DeviceChangeEvent;
}

/**
 * The classes for a window other than `globalThis`; the exports of this module are those for `globalThis`.
 *
 * @throws TypeError if `window` has no EventTarget, Event or DOMException.
 */
export declare function createDevicesRealm(window: RealmWindow): DevicesRealm;
