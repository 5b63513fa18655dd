// A page whose Content Security Policy forbids WebAssembly: it is told, and is none the worse for the package.

import { MediaStream as Ours, install } from '../../../pkg/index.js';

const warnings = [];
const { warn } = console;
console.warn = (...words) => {
  warnings.push(words.join(' '));
  warn.apply(console, words);
};

const interfaces = ['HTMLMediaElement', 'MediaStream', 'MediaStreamTrack', 'RTCPeerConnection'];
const members = () =>
  interfaces.flatMap((name) => Object.values(Object.getOwnPropertyDescriptors(window[name]?.prototype ?? {})).map(({ value, get }) => value ?? get));

const before = members();
const { provided, repaired } = install(window);
const unchanged = members().every((member, i) => member === before[i]) && members().length === before.length;

let thrown;
try {
  new Ours();
} catch (error) {
  thrown = error.message;
}

const { VirtualDevices } = await import('../../../pkg/devices.js');
let thrownByDevices;
try {
  new VirtualDevices();
} catch (error) {
  thrownByDevices = error.message;
}

window.report = { provided, repaired, unchanged, warnings, thrown, thrownByDevices };
