const { install } = require('mediastream-polyfill');
const { VirtualDevices } = require('mediastream-polyfill/devices');
install(globalThis, { devices: (globalThis.devices = new VirtualDevices()) });
