// All of `mediastream-polyfill/devices`, as a project in any environment may use it. What must not compile says so.
import { createRealm, install, type MediaStream, type MediaTrackCapabilities, type MediaTrackSettings, type RealmWindow } from 'mediastream-polyfill';
import {
  createDevicesRealm,
  DeviceChangeEvent,
  InputDeviceInfo,
  MediaDeviceInfo,
  MediaDevices,
  VirtualDevice,
  VirtualDevices,
  type DevicesRealm,
  type MediaDeviceKind,
  type MediaStreamConstraints,
  type MediaTrackSupportedConstraints,
  type PermissionAnswer,
  type PermissionCallback,
  type SettingsCandidate,
} from 'mediastream-polyfill/devices';

declare const window: RealmWindow;
const devices = new VirtualDevices();
new VirtualDevices({ window, exposed: true, native: false });
// @ts-expect-error: not an option
new VirtualDevices({ permission: 'denied' });

// ── devices
const camera: VirtualDevice = devices.connect({
  kind: 'videoinput',
  label: 'FaceTime HD',
  deviceId: 'a',
  groupId: 'b',
  default: true,
  capabilities: { facingMode: ['user'] },
  modes: [{ width: 1280, height: 720 }, { width: 640, height: 480, frameRate: 60 }],
  settings: { facingMode: 'user' },
});
devices.connect({ kind: 'audioinput', capabilities: { echoCancellation: [true] } }).mute();
devices.connect({ kind: 'audiooutput', label: 'Speakers' }).unmute();
// @ts-expect-error: a kind of its own
devices.connect({ kind: 'video' });
// @ts-expect-error: a microphone has no modes
devices.connect({ kind: 'audioinput', modes: [{ width: 1, height: 1 }] });
// @ts-expect-error: a loudspeaker has no capabilities
devices.connect({ kind: 'audiooutput', capabilities: {} });
// @ts-expect-error: a device has a kind
devices.connect({ label: 'FaceTime HD' });
const candidates: Promise<SettingsCandidate[]> = devices.candidates({ video: { width: 1280 } });
candidates.then((list) => list.map(({ settings, distance, distances: { width = 0 }, advanced: [met = false] }) => {
  const chosen: MediaTrackSettings = settings;
  return met && distance > width ? chosen.width : distance;
}));
const kind: MediaDeviceKind = camera.kind;
const words: string[] = [camera.label, camera.deviceId, camera.groupId];
const states: boolean[] = [camera.connected, camera.inUse, camera.muted];
camera.busy = true;
camera.broken = false;
camera.setSettings({ width: 720, height: 1280 });
camera.disconnect();
// @ts-expect-error: disconnect() is what changes it
camera.connected = false;
// @ts-expect-error: connect() makes them
new VirtualDevice(camera);

const ready: Promise<void> = VirtualDevices.ready;

// ── permission
const ask: PermissionCallback = async ({ audio, video }) => (audio && video ? 'denied' : 'granted');
devices.permission = ask;
devices.permission = () => 'granted';
devices.permission = async () => 'granted' as const;
devices.permission = async (): Promise<PermissionAnswer> => 'denied';
// @ts-expect-error: neither
devices.permission = async () => 'prompt' as const;
devices.permission = 'denied';
// @ts-expect-error: nobody was asked
devices.permission = 'prompt';

// ── what the page sees
const { mediaDevices } = devices;
const constraints: MediaStreamConstraints = {
  audio: true,
  video: { width: { ideal: 1280 }, deviceId: { exact: 'a' }, advanced: [{ frameRate: 60 }] },
};
const streams: Promise<MediaStream> = mediaDevices.getUserMedia(constraints);
const supported: MediaTrackSupportedConstraints = mediaDevices.getSupportedConstraints();
// @ts-expect-error: an object of constraints
mediaDevices.getUserMedia('video');
const infos: Promise<MediaDeviceInfo[]> = mediaDevices.enumerateDevices();
infos.then(([info]) => {
  const capabilities: MediaTrackCapabilities | undefined = info instanceof InputDeviceInfo ? info.getCapabilities() : undefined;
  // @ts-expect-error: readonly
  info!.label = '';
  return [capabilities, info?.toJSON()];
});
mediaDevices.ondevicechange = () => {};
mediaDevices.ondevicechange = ({ devices, userInsertedDevices: [inserted] }) => [devices.length, inserted?.label];
// @ts-expect-error: not a member of the event
mediaDevices.ondevicechange = ({ device }) => device;
mediaDevices.ondevicechange = null;
mediaDevices.addEventListener('devicechange', function (event) {
  const self: MediaDevices = this;
  const inserted: readonly MediaDeviceInfo[] = event.userInsertedDevices;
  // @ts-expect-error: readonly
  event.devices.push(inserted[0]!);
  self.removeEventListener('devicechange', null);
}, { once: true });
mediaDevices.dispatchEvent(new DeviceChangeEvent('devicechange', { devices: [] }));
// @ts-expect-error: connect() is what makes them
new MediaDevices('videoinput');

// ── realms and the polyfill
const realm: DevicesRealm = createDevicesRealm(window);
new realm.DeviceChangeEvent('devicechange');
createRealm(window);
install({}, { devices }).uninstall();
// @ts-expect-error: not virtual devices
install({}, { devices: [] });

export { kind, ready, states, streams, supported, words };
