import { install } from 'mediastream-polyfill';
import { VirtualDevices } from 'mediastream-polyfill/devices';
install(globalThis, { devices: (globalThis.devices = new VirtualDevices()) });
