// What the package does in a context of an extension, without WebAssembly and with it.
import './classic-removal.js';

/** @param {object} javascript @param {object} webAssembly each the package's exports */
export async function removals(javascript, webAssembly) {
  const report = {};
  for (const [name, exports] of Object.entries({ javascript, webAssembly })) {
    globalThis.MediaStreamPolyfill = exports;
    report[name] = await self.removal().catch((error) => error.message);
  }
  return report;
}
