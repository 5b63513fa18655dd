/** @file Records what a stack says to the machines of install(): `node tests/stacks/record.mjs wrtc`, or werift. */

import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { record } from '../traces/recorder.mjs';
import { runScenes } from '../traces/scenes.mjs';
import { loadStack } from './hosts.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));
const [name] = process.argv.slice(2);
const lines = record(JSON.parse(readFileSync(`${root}target/short-names.json`, 'utf8')));
const { install } = await import('#package');
const { stack, createHost } = await loadStack(name);
install(stack);
await runScenes(createHost(), lines);
const path = `${root}tests/traces/${name}.txt`;
writeFileSync(path, `${lines.join('\n')}\n`);
console.log(`${path}: ${lines.length} lines`);
// @roamhq/wrtc keeps its process alive, or crashes when that ends by itself.
process.exit(0);
