/// <reference types="mediastream-polyfill/classic.js" />
// The global that a classic script makes.

const { StreamController, TrackSource, VirtualDevices, install } = MediaStreamPolyfill;
const track = new TrackSource('video').createTrack();
const kind: string = track.kind;
new StreamController([track]).removeTrack(track);
install(globalThis, { devices: new VirtualDevices() }).uninstall();
// @ts-expect-error: there is no such thing, or anything would do
MediaStreamPolyfill.uninstall;

export { kind };
