// A host whose connections count what they are asked.

/** A host that negotiates, and does nothing with its streams; one that would tell of it, or a stack, which doesn't. */
export function createHost({ isStack = false } = {}) {
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
  if (!isStack) Object.defineProperty(MediaStream.prototype, 'onremovetrack', { value: null, writable: true });

  class MediaStreamTrackEvent extends Event {
    constructor(type, { track }) {
      super(type);
      this.track = track;
    }
  }

  class RTCTrackEvent extends Event {
    constructor(type, { track, streams, receiver, transceiver }) {
      super(type);
      Object.assign(this, { track, streams, receiver, transceiver });
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

  const interfaces = { MediaStream, MediaStreamTrack, MediaStreamTrackEvent, RTCPeerConnection, RTCTrackEvent };
  return { asked, host: { EventTarget, Event, DOMException, ...interfaces } };
}
