// install() into a host whose connections count what they are asked.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { install } from '#package';

/** A host that negotiates, and does nothing with its streams. */
function createHost() {
  const asked = {};
  const count = (name) => (asked[name] = (asked[name] ?? 0) + 1);

  class MediaStreamTrack extends EventTarget {
    get kind() {
      return 'video';
    }
    clone() {
      return new MediaStreamTrack();
    }
  }

  class MediaStream extends EventTarget {
    #tracks = new Set();
    get id() {
      return 'a';
    }
    getTracks() {
      return [...this.#tracks];
    }
    addTrack(track) {
      this.#tracks.add(track);
    }
    removeTrack(track) {
      this.#tracks.delete(track);
    }
    clone() {
      return new MediaStream();
    }
  }
  Object.defineProperty(MediaStream.prototype, 'onremovetrack', { value: null, writable: true });

  class MediaStreamTrackEvent extends Event {
    constructor(type, { track }) {
      super(type);
      this.track = track;
    }
  }

  class RTCRtpTransceiver {
    receiver = { track: new MediaStreamTrack() };
    #mid;
    #connection;
    constructor(connection, mid) {
      [this.#connection, this.#mid] = [connection, mid];
    }
    get mid() {
      count('mid');
      return this.#mid;
    }
    get currentDirection() {
      count('currentDirection');
      return this.#connection.direction;
    }
  }

  class RTCPeerConnection extends EventTarget {
    direction = 'recvonly';
    stream = new MediaStream();
    #state = 'stable';
    #description = null;
    #transceivers = [];
    receive(number) {
      this.#transceivers = Array.from({ length: number }, (_, i) => new RTCRtpTransceiver(this, `${i}`));
      for (const { receiver } of this.#transceivers) this.stream.addTrack(receiver.track);
    }
    get signalingState() {
      return this.#state;
    }
    get remoteDescription() {
      count('remoteDescription');
      return this.#description;
    }
    getTransceivers() {
      count('getTransceivers');
      return [...this.#transceivers];
    }
    getRemoteStreams() {
      return [this.stream];
    }
    async setLocalDescription() {
      this.#state = 'stable';
    }
    async setRemoteDescription(description) {
      await undefined;
      this.#description = description;
      this.#state = 'have-remote-offer';
    }
    offer(direction) {
      const media = this.#transceivers.map((_, i) => `m=video 9 RTP 96\r\na=mid:${i}\r\na=${direction}\r\na=msid:a x\r\n`);
      return { type: 'offer', sdp: `v=0\r\no=- 1 ${direction.length} IN IP4 0.0.0.0\r\n${media.join('')}` };
    }
  }

  return { asked, host: { EventTarget, Event, DOMException, MediaStream, MediaStreamTrack, MediaStreamTrackEvent, RTCPeerConnection } };
}

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
