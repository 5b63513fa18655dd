// With the `dom` library: virtual devices take the place of navigator.mediaDevices.
import * as polyfill from 'mediastream-polyfill/devices';

type Assignable<From, To> = [From] extends [To] ? true : false;
type Mutual<A, B> = Assignable<A, B> extends true ? Assignable<B, A> : false;
function holds<Claim extends true>(): void {}

holds<Assignable<polyfill.MediaDevices, MediaDevices>>();
holds<Mutual<polyfill.MediaDeviceInfo, MediaDeviceInfo>>();
holds<Mutual<polyfill.InputDeviceInfo, InputDeviceInfo>>();
holds<Mutual<polyfill.MediaDeviceKind, MediaDeviceKind>>();
holds<Mutual<polyfill.MediaStreamConstraints, MediaStreamConstraints>>();
holds<Mutual<polyfill.MediaTrackSupportedConstraints, MediaTrackSupportedConstraints>>();

const devices = new polyfill.VirtualDevices({ window });
Object.defineProperty(navigator, 'mediaDevices', { value: devices.mediaDevices satisfies MediaDevices });
const mediaDevices: MediaDevices = devices.mediaDevices;
const stream: Promise<MediaStream> = mediaDevices.getUserMedia({ video: true });
devices.mediaDevices.ondevicechange = function ({ devices: [first] }) {
  const self: polyfill.MediaDevices = this;
  return self === mediaDevices && first?.label;
};
const screen: Promise<MediaStream> = devices.mediaDevices.getDisplayMedia({ video: true });
devices.mediaDevices.ondevicechange = navigator.mediaDevices.ondevicechange;

export { screen, stream };
