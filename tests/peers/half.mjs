// One run of a program over a stack, in a process of its own: `node half.mjs simple-peer wrtc native`, or `… installed`.
// It writes what the program found to its standard output, as JSON.
import { writeSync } from 'node:fs';
import { install } from 'mediastream-polyfill';
import { loadStack } from '../stacks/hosts.mjs';

const [program, name, half] = process.argv.slice(2);
const { default: run } = await import(`./programs/${program}.mjs`);
const { stack, createHost } = name === 'node-datachannel' ? await loadDataChannels() : await loadStack(name);
if (half === 'installed') install(stack);
const found = await run(stack, createHost().createTrack);
writeSync(1, JSON.stringify(found));
// @roamhq/wrtc keeps its process alive, or crashes when that ends by itself.
process.exit(0);

/** A stack whose connections have no media. */
async function loadDataChannels() {
  const { default: stack } = await import('node-datachannel/polyfill');
  return { stack: { ...stack }, createHost: () => ({ createTrack: undefined }) };
}
