/** @file Two connections with a data channel, over a stack that has nothing else. */

/** @param {any} stack */
export default async function run({ RTCPeerConnection }) {
  const log = [];
  const [one, other] = [new RTCPeerConnection(), new RTCPeerConnection()];
  const channel = one.createDataChannel('words');
  channel.onopen = () => channel.send('hello');
  const received = new Promise((resolve) => {
    other.ondatachannel = (event) => (event.channel.onmessage = ({ data }) => resolve([event.channel.label, data]));
  });
  await one.setLocalDescription(await one.createOffer());
  await gathered(one);
  await other.setRemoteDescription(one.localDescription);
  log.push(other.signalingState);
  await other.setLocalDescription(await other.createAnswer());
  await gathered(other);
  await one.setRemoteDescription(other.localDescription);
  log.push(one.signalingState, ...(await received));
  for (const connection of [one, other]) connection.close();
  log.push(one.signalingState);
  return log;
}

/**
 * Until a connection's description has all of its candidates: this stack takes none before it has a description.
 * @param {any} connection
 */
const gathered = (connection) =>
  new Promise((resolve) => {
    const look = () => connection.iceGatheringState === 'complete' && resolve(undefined);
    connection.onicegatheringstatechange = look;
    look();
  });
