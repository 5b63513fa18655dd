/** @file Everything in one file: src/web with the feature `devices`, classic.js, and pages that want a second copy. */

export * from './index.js';
export { VirtualDevices } from './devices/index.js';
