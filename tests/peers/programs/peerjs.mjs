/** @file Two peers of PeerJS that meet at a server of this machine: a call with video and sound, answered; data. */

import { Peer } from 'peerjs';

const once = (/** @type {any} */ emitter, /** @type {string} */ type) => new Promise((resolve) => emitter.once(type, resolve));

/**
 * @param {any} window
 * @param {(kind: string) => any} createTrack
 * @param {{ peerServer: number }} options the port of the server
 */
export default async function run({ MediaStream }, createTrack, { peerServer }) {
  const log = [];
  const options = { host: '127.0.0.1', port: peerServer, path: '/', config: { iceServers: [] } };
  const [caller, callee] = [new Peer(options), new Peer(options)];
  await Promise.all([once(caller, 'open'), once(callee, 'open')]);

  const [theirs, ours] = [['video', 'audio'], ['audio']].map((kinds) => new MediaStream(kinds.map(createTrack)));
  callee.once('call', (call) => {
    call.answer(ours);
    call.once('stream', (stream) => log.push(`callee: ${stream.getTracks().map(({ kind }) => kind).sort()}`));
  });
  const call = caller.call(callee.id, theirs, { metadata: 'metadata' });
  const stream = /** @type {any} */ (await once(call, 'stream'));
  log.push(`caller: ${stream.getTracks().map(({ kind }) => kind)}, ${call.metadata}`);

  const connected = once(callee, 'connection');
  const data = caller.connect(callee.id);
  const [connection] = await Promise.all([connected, once(data, 'open')]);
  const received = once(connection, 'data');
  data.send({ words: ['hello', 5] });
  log.push(`data: ${JSON.stringify(await received)}`);

  const closed = once(call, 'close');
  call.close();
  await closed;
  log.push(`closed, ${stream.getTracks().map(({ readyState }) => readyState)}`);
  for (const peer of [caller, callee]) peer.destroy();
  log.push(`destroyed: ${caller.destroyed}`);
  return log;
}
