/** @file Bundles the programs that browsers run, as their users' bundlers would, into target/peers/. */

import { build } from 'esbuild';
import { fileURLToPath } from 'node:url';

const path = (/** @type {string} */ file) => fileURLToPath(new URL(file, import.meta.url));
const programs = ['call', 'livekit-client', 'mediasoup-client', 'peerjs', 'recordrtc', 'simple-peer'];

await build({
  entryPoints: {
    ...Object.fromEntries(programs.map((name) => [name, path(`programs/${name}.mjs`)])),
    'webrtc-adapter': path('node_modules/webrtc-adapter/src/js/adapter_core.js'),
  },
  outdir: path('../../target/peers'),
  bundle: true,
  format: 'esm',
  platform: 'browser',
  // What it imports of Node is in its bundle.
  alias: { 'simple-peer': path('node_modules/simple-peer/simplepeer.min.js') },
  define: { global: 'globalThis' },
  logLevel: 'warning',
});
