// What the tests of this folder share.
import { after } from 'node:test';
import { install } from '#node';
import { withCall } from '../../www/matrix/call.js';
import { Log } from '../../www/matrix/log.js';
import { CONNECTION_ATTEMPTS, FAILED_HANDSHAKE, hasFailedHandshake, loadStack } from './hosts.mjs';

export const STACKS = ['wrtc', 'werift'];

/** What a call's steps are called in its log. */
export { OFFER, OUR_ANSWER, THEIR_ANSWER } from '../../www/matrix/call.js';

after(() => {
  // @roamhq/wrtc crashes when its process ends by itself, and keeps it from that while a test has left a track live.
  process.on('exit', (code) => process.exit(code));
  setTimeout(() => process.exit(), 1000).unref();
});

/** Calls something with a stack into which the package is installed; again if its connections fail by themselves. */
export async function withStack(name, act, attempt = 1) {
  const { stack, createHost } = await loadStack(name);
  const installation = install(stack);
  try {
    return await act({ stack, installation, host: createHost() });
  } catch (error) {
    if (!hasFailedHandshake(name, error.message) || attempt === CONNECTION_ATTEMPTS) throw error;
  } finally {
    installation.uninstall();
  }
  // xtask/src/test/count.rs counts these.
  console.log(`tried again: ${FAILED_HANDSHAKE}`);
  return withStack(name, act, attempt + 1);
}

/** The same with a call between two of its connections; `events` is the log of what fires. */
export function inCall(name, act) {
  return withStack(name, (installed) => {
    const log = new Log();
    return withCall(installed.host, log, (call) => act(call, { ...installed, log }));
  });
}

/** What a log has since a place in it, the beginning and end of steps left out. */
export const eventsSince = (log, mark = 0) =>
  log.entries.slice(mark).filter(({ step }) => step === undefined).map(({ text }) => text);

/** The property descriptors of a stack and of its interfaces' prototypes. */
export function describe(stack) {
  const described = new Map([[stack, Object.getOwnPropertyDescriptors(stack)]]);
  for (const value of Object.values(stack)) {
    let prototype = typeof value === 'function' ? value.prototype : undefined;
    for (; prototype && prototype !== Object.prototype; prototype = Object.getPrototypeOf(prototype)) {
      described.set(prototype, Object.getOwnPropertyDescriptors(prototype));
    }
  }
  return described;
}
