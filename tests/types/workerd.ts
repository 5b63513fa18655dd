// The package for workerd has the same types, and they are one with the other's.
import 'mediastream-polyfill/workerd/auto';
import { MediaStream, TrackSource, install } from 'mediastream-polyfill/workerd';
import { VirtualDevices } from 'mediastream-polyfill/workerd/devices';
import type * as polyfill from 'mediastream-polyfill';

const source: polyfill.TrackSource = new TrackSource('audio');
const stream: polyfill.MediaStream = new MediaStream([source.createTrack()]);
const installation: polyfill.Installation = install(globalThis, { devices: new VirtualDevices() });
// @ts-expect-error: or anything would do
stream.getTrack();

export { installation };
