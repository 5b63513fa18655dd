// How long connections of @roamhq/wrtc take with and without the package, each in a process of its own, since its connections
// keep threads. Prints JSON: [{ name, native, installed }], ms or MiB.
//
//   node bench/connections.mjs
import { execFileSync } from 'node:child_process';
import { writeSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { install } from '../pkg/node.js';
import { lifetimes } from './lifetimes.js';
import { measureRenegotiations, methodsOf } from './renegotiations.js';

const [part] = process.argv.slice(2);
const stack = createRequire(import.meta.url)('@roamhq/wrtc');

/** What a process of its own finds. */
const found = (part) =>
  JSON.parse(execFileSync(process.execPath, ['--expose-gc', fileURLToPath(import.meta.url), part], { encoding: 'utf8' }));

async function measure() {
  const native = methodsOf(stack.RTCPeerConnection.prototype);
  if (part === 'native') return lifetimes(stack);
  if (part === 'installed' || part === 'renegotiations') install(stack);
  if (part === 'installed') return lifetimes(stack);
  if (part === 'renegotiations') {
    return measureRenegotiations(stack, { native, installed: methodsOf(stack.RTCPeerConnection.prototype) });
  }
  const installed = found('installed');
  return [...found('native').map(({ name, value }, i) => ({ name, native: value, installed: installed[i].value })), ...found('renegotiations')];
}

writeSync(1, JSON.stringify(await measure()));
// The stack keeps its process alive.
process.exit();
