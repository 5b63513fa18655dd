/** @file Two peers of simple-peer: a stream, a track that comes later, one that goes, a replaced one, data. */

import Peer from 'simple-peer';

const once = (emitter, type) => new Promise((resolve) => emitter.once(type, resolve));

/**
 * @param {any} stack
 * @param {(kind: string) => any} createTrack
 */
export default async function run(stack, createTrack) {
  const log = [];
  const [video, audio, other, last] = ['video', 'audio', 'video', 'video'].map(createTrack);
  const stream = new stack.MediaStream();
  stream.addTrack(video);
  stream.addTrack(audio);
  const caller = new Peer({ wrtc: stack, initiator: true, stream });
  const callee = new Peer({ wrtc: stack });
  caller.on('signal', (data) => callee.signal(data));
  callee.on('signal', (data) => caller.signal(data));
  callee.on('track', (track, { id }) => log.push(`track ${track.kind}, in the first stream: ${id === stream.id}`));
  const received = once(callee, 'stream');
  await Promise.all([once(caller, 'connect'), once(callee, 'connect'), received]);
  log.push(`stream of ${(await received).getTracks().length}`);

  const text = once(callee, 'data');
  caller.send('hello');
  log.push(`data ${await text}`);

  const second = new stack.MediaStream();
  second.addTrack(other);
  const added = once(callee, 'stream');
  caller.addStream(second);
  const remote = await added;
  log.push(`stream of ${remote.getTracks().length}, the second: ${remote.id === second.id}`);
  await caller.replaceTrack(other, last, second);
  caller.removeTrack(audio, stream);
  const back = once(caller, 'track');
  // The other side asks for a negotiation, since it has nothing to offer first.
  callee.addTrack(createTrack('audio'), remote);
  log.push(`back: ${(await back).kind}`);
  log.push(`senders: ${caller._pc.getSenders().filter(({ track }) => track !== null).length}`);

  const closed = [caller, callee].map((peer) => once(peer, 'close'));
  for (const peer of [caller, callee]) peer.destroy();
  await Promise.all(closed);
  log.push(`state: ${caller._pc}, ${callee.destroyed}`);
  return log;
}
