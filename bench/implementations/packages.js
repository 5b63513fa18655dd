/** @file What other packages have, in Node. Each is measured by what it can do. */

import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const require = createRequire(import.meta.url);

/** @type {Record<string, () => Promise<import('../operations/index.js').Implementation>>} */
const loaders = {
  async 'happy-dom'() {
    const { PropertySymbol, Window } = await import('happy-dom');
    const { MediaStream, MediaStreamTrack } = new Window();
    return { MediaStream, newTrack: () => new MediaStreamTrack(PropertySymbol.illegalConstructor) };
  },
  async '@roamhq/wrtc'() {
    const { MediaStream, nonstandard } = require('@roamhq/wrtc');
    const source = new nonstandard.RTCVideoSource();
    return { MediaStream, newTrack: () => source.createTrack() };
  },
  async werift() {
    const { MediaStream, MediaStreamTrack } = await import('werift');
    return { MediaStream, newTrack: () => new MediaStreamTrack({ kind: 'video' }) };
  },
  async 'fake-mediastreamtrack'() {
    const { FakeMediaStreamTrack } = await import('fake-mediastreamtrack');
    return { newTrack: () => new FakeMediaStreamTrack({ kind: 'video' }) };
  },
  async 'react-native-webrtc'() {
    const { MediaStream, MediaStreamTrack, MediaStreamTrackEvent } = await reactNativeWebrtc();
    const info = { id: '', kind: 'video', remote: false, constraints: {}, enabled: true, settings: {}, peerConnectionId: -1, readyState: 'live' };
    let number = 0;
    const newTrack = () => new MediaStreamTrack({ ...info, id: `${number++}` });
    return { MediaStream, MediaStreamTrackEvent, newTrack };
  },
};

/** Its own JavaScript, over a React Native whose other side does nothing at once. */
async function reactNativeWebrtc() {
  const folder = fileURLToPath(new URL('../node_modules/react-native-webrtc/lib/module/', import.meta.url));
  const contents = ['MediaStream', 'MediaStreamTrack', 'MediaStreamTrackEvent']
    .map((name) => `export { default as ${name} } from './${name}.js';`)
    .join('\n');
  const reactNative = `
    const WebRTCModule = new Proxy({}, { get: () => () => {} });
    export const NativeModules = { WebRTCModule };
    export const Platform = { OS: 'android' };
    export class NativeEventEmitter { addListener() {} removeAllListeners() {} }
    export default NativeEventEmitter;`;
  const plugin = {
    name: 'react-native',
    setup({ onResolve, onLoad }) {
      onResolve({ filter: /^react-native(\/|$)/ }, ({ path }) => ({ path, namespace: 'react-native' }));
      onLoad({ filter: /.*/, namespace: 'react-native' }, () => ({ contents: reactNative }));
    },
  };
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: folder },
    bundle: true,
    format: 'esm',
    write: false,
    platform: 'browser',
    mainFields: ['module', 'browser', 'main'],
    define: { __DEV__: 'false' },
    plugins: [plugin],
  });
  return import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`);
}

/** @returns {Promise<Record<string, import('../operations/index.js').Implementation>>} */
export async function packages() {
  const entries = Object.entries(loaders).map(async ([name, load]) => [name, await load()]);
  return Object.fromEntries(await Promise.all(entries));
}
