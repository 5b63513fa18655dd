// A worker of a browser's: it runs the tests and tells who asks.
import { run } from './tests.mjs';

async function answer(port) {
  const outcomes = [];
  await run((outcome) => outcomes.push(JSON.parse(outcome)));
  port.postMessage(outcomes);
}

// A dedicated worker answers at once, a shared one whoever connects, a service worker whoever asks.
if ('DedicatedWorkerGlobalScope' in self) answer(self);
else if ('SharedWorkerGlobalScope' in self) self.onconnect = ({ ports: [port] }) => answer(port);
else self.onmessage = ({ ports: [port] }) => answer(port);
