// Runs in the page, before any component is mounted: what it has is the camera of these devices, not the browser's.
import { install } from 'mediastream-polyfill';
import { VirtualDevices } from 'mediastream-polyfill/devices';

globalThis.devices = new VirtualDevices({ native: true });
install(globalThis, { devices });
