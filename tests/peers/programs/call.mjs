/** @file A call by what browsers have themselves, or what somebody has put in its place: what a page hears of it. */

/**
 * @param {any} stack
 * @param {(kind: string) => any} createTrack
 */
export default async function run({ RTCPeerConnection, MediaStream }, createTrack) {
  const log = [];
  const [one, other] = [new RTCPeerConnection(), new RTCPeerConnection()];
  for (const [from, to] of [[one, other], [other, one]]) {
    from.addEventListener('icecandidate', ({ candidate }) => candidate && to.addIceCandidate(candidate));
  }
  const negotiate = async () => {
    await one.setLocalDescription();
    await other.setRemoteDescription(one.localDescription);
    await other.setLocalDescription();
    await one.setRemoteDescription(other.localDescription);
    log.push('negotiated');
  };
  const hear = (/** @type {string} */ where) => ({ track, streams, transceiver, receiver }) => {
    const [stream] = streams;
    log.push(`${where}: ${track.kind} of ${stream.getTracks().length}, ${transceiver.receiver === receiver}, ${receiver.track === track}`);
    stream.onaddtrack = (event) => log.push(`addtrack ${event.track.kind}, ${event.track === track}`);
    stream.onremovetrack = (event) => log.push(`removetrack ${event.track.kind}, ${stream.getTracks().length} left`);
    track.onmute = () => log.push(`mute ${track.kind}`);
  };
  other.ontrack = hear('ontrack');
  other.addEventListener('track', hear('track'));
  other.onaddstream = ({ stream }) => log.push(`addstream of ${stream.getTracks().length}`);
  other.onremovestream = ({ stream }) => log.push(`removestream of ${stream.getTracks().length}`);

  const stream = new MediaStream([createTrack('audio'), createTrack('video')]);
  const senders = stream.getTracks().map((track) => one.addTrack(track, stream));
  await negotiate();
  // Only what has been heard or seen falls silent.
  await Promise.all(other.getReceivers().map(({ track }) => track.muted && new Promise((resolve) => (track.onunmute = resolve))));
  await senders[1].replaceTrack(createTrack('video'));
  one.removeTrack(senders[0]);
  await negotiate();
  one.getTransceivers()[1].direction = 'inactive';
  await negotiate();

  const channel = one.createDataChannel('words');
  const opened = new Promise((resolve) => (channel.onopen = resolve));
  await negotiate();
  await opened;
  log.push(`connected: ${one.connectionState}, ${(await one.getStats()).size > 0}`);
  log.push(`refused: ${await other.setRemoteDescription({ type: 'answer', sdp: '' }).catch(({ name }) => name)}`);
  for (const connection of [one, other]) connection.close();
  log.push(one.signalingState);
  return log;
}
