// install() into a host whose connections count what they are asked.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { install } from '#package';
import { createHost } from './negotiating-host.mjs';

test('a host is asked once a step, and once for each transceiver', async () => {
  const { asked, host } = createHost();
  const installation = install(host);
  assert.ok(installation.repaired.includes('RTCPeerConnection.setRemoteDescription'));
  const number = 300;
  const connection = new host.RTCPeerConnection();
  connection.receive(number);
  let removed = 0;
  connection.stream.addEventListener('removetrack', () => removed++);
  connection.addEventListener('track', () => assert.fail('nothing is new'));
  await connection.setRemoteDescription(connection.offer('sendonly'));
  await connection.setLocalDescription();
  assert.equal(removed, 0);
  for (const name of Object.keys(asked)) delete asked[name];
  await connection.setRemoteDescription(connection.offer('inactive'));
  assert.equal(removed, number);
  assert.deepEqual(connection.stream.getTracks(), []);
  assert.deepEqual(asked, { remoteDescription: 1, getTransceivers: 1, mid: number, currentDirection: number });
  installation.uninstall();
});

test('what a host can\'t be asked is no failure of its calls', async () => {
  const { host } = createHost();
  const installation = install(host);
  const connection = new host.RTCPeerConnection();
  connection.receive(1);
  await connection.setRemoteDescription(connection.offer('sendonly'));
  const [transceiver] = connection.getTransceivers();
  Object.defineProperty(transceiver, 'currentDirection', {
    get() {
      throw new Error('not now');
    },
  });
  await connection.setLocalDescription();
  await connection.setRemoteDescription(connection.offer('inactive'));
  assert.equal(connection.signalingState, 'have-remote-offer');
  assert.equal(connection.stream.getTracks().length, 1);
  installation.uninstall();
});
