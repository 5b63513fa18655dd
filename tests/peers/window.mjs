// A program over the package's own streams and devices, in a window of jsdom's: `node window.mjs livekit-client`. It writes
// what the program found to its standard output, as JSON.
import { writeSync } from 'node:fs';
import globalJsdom from 'global-jsdom';
import { VirtualConsole } from 'jsdom';
import { install } from 'mediastream-polyfill';
import { VirtualDevices } from 'mediastream-polyfill/devices';

/** @type {string[]} what jsdom can't do, as it says */
const errors = [];
const virtualConsole = new VirtualConsole().on('jsdomError', ({ message }) => errors.push(message));
globalJsdom('', { url: 'https://localhost/', virtualConsole });
// Which Node has as well: those of the window, as test runners put them in place.
const { AbortController, AbortSignal, Event, EventTarget } = globalThis.window;
Object.assign(globalThis, { AbortController, AbortSignal, Event, EventTarget });
const devices = new VirtualDevices();
devices.connect({ kind: 'videoinput', label: 'Camera' });
devices.connect({ kind: 'audioinput', label: 'Microphone' });
install(globalThis, { devices });

const [program] = process.argv.slice(2);
const { default: run } = await import(`./programs/${program}.mjs`);
const log = await run(globalThis.window);
writeSync(1, JSON.stringify({ log, errors }));
process.exit(0);
