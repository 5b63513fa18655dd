import { install } from 'mediastream-polyfill';
import { VirtualDevices } from 'mediastream-polyfill/devices';

export const devices = new VirtualDevices();
install(globalThis, { devices });
