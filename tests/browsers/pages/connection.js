// RTCPeerConnection with install(): what a page hears of remote tracks, and what it must never see of us.

import { install } from '../../../pkg/index.js';
import { assert, equal, thrown } from './assert.js';

const canvas = Object.assign(document.createElement('canvas'), { width: 16, height: 16 });
canvas.getContext('2d');

const audio = new AudioContext();

/** A track that sends nothing, which is enough to be negotiated. */
const createTrack = (kind) =>
  kind === 'video' ? canvas.captureStream().getTracks()[0] : audio.createMediaStreamDestination().stream.getTracks()[0];

const { setLocalDescription, setRemoteDescription } = RTCPeerConnection.prototype;

/** Two connections: the one sends, and the other's events are in a log. */
class Call {
  sender = new RTCPeerConnection();
  receiver = new RTCPeerConnection();
  log = [];
  streams = [];
  #names = new Map();

  constructor() {
    const { receiver } = this;
    receiver.addEventListener('track', ({ track, streams }) => {
      for (const stream of streams) this.#meet(stream);
      const sets = streams.map((stream) => `${this.name(stream)}{${stream.getTracks().map(({ kind }) => kind).sort()}}`);
      this.log.push(`track ${track.kind} in ${sets}`);
    });
    receiver.addEventListener('addstream', ({ stream }) => this.legacy?.push(['addstream', stream]));
    receiver.addEventListener('removestream', ({ stream }) => this.legacy?.push(['removestream', stream]));
  }

  #meet(stream) {
    if (this.streams.includes(stream)) return;
    this.streams.push(stream);
    for (const type of ['addtrack', 'removetrack']) {
      stream.addEventListener(type, ({ track }) => this.log.push(`${type} ${track.kind} ${this.name(stream)}`));
    }
  }

  /** Streams of one id have one name, unless they are different objects. */
  name(stream) {
    if (!this.#names.has(stream)) this.#names.set(stream, `s${this.#names.size + 1}`);
    return this.#names.get(stream);
  }

  send(kind, ...streams) {
    return this.sender.addTrack(createTrack(kind), ...streams);
  }

  async offer(change = (sdp) => sdp) {
    await this.sender.setLocalDescription();
    const { type, sdp } = this.sender.localDescription;
    await this.receiver.setRemoteDescription({ type, sdp: change(sdp) });
  }

  async answer() {
    await this.receiver.setLocalDescription();
    await this.sender.setRemoteDescription(this.receiver.localDescription);
  }

  async negotiate(change = undefined) {
    await this.offer(change);
    await this.answer();
  }

  /** What has been heard since it was last asked. */
  heard() {
    return this.log.splice(0);
  }

  close() {
    this.sender.close();
    this.receiver.close();
  }
}

async function inCall(act) {
  const installation = install(window);
  const call = new Call();
  try {
    await act(call, installation);
  } finally {
    call.close();
    installation.uninstall();
  }
}

const setDirections = (connection, direction) => {
  for (const transceiver of connection.getTransceivers()) transceiver.direction = direction;
};

const withoutStreams = (sdp) => sdp.replace(/a=msid:.*\r\n/g, '').replace(/a=ssrc:\d+ msid:.*\r\n/g, '');

export const checks = {
  'held and resumed, both tracks are back before the first track event'() {
    return inCall(async (call) => {
      const stream = new MediaStream();
      call.send('audio', stream);
      call.send('video', stream);
      await call.negotiate();
      equal(call.heard(), ['track audio in s1{audio,video}', 'track video in s1{audio,video}']);
      setDirections(call.sender, 'recvonly');
      await call.negotiate();
      equal(call.heard(), ['removetrack audio s1', 'removetrack video s1']);
      setDirections(call.sender, 'sendrecv');
      await call.negotiate();
      equal(call.heard(), [
        'addtrack audio s1',
        'addtrack video s1',
        'track audio in s1{audio,video}',
        'track video in s1{audio,video}',
      ]);
    });
  },

  'from stream to stream and back: removals come first'() {
    return inCall(async (call) => {
      const [one, other] = [new MediaStream(), new MediaStream()];
      const sender = call.send('video', one);
      await call.negotiate();
      sender.setStreams(other);
      await call.negotiate();
      call.heard();
      sender.setStreams(one);
      await call.negotiate();
      equal(call.heard(), ['removetrack video s2', 'addtrack video s1', 'track video in s1{video}']);
    });
  },

  'in glare, what the remote offers is heard as without it'() {
    return inCall(async (call) => {
      const [one, other] = [new MediaStream(), new MediaStream()];
      const sender = call.send('video', one);
      call.receiver.addTrack(createTrack('video'), new MediaStream());
      await call.negotiate();
      call.heard();
      sender.setStreams(other);
      await call.receiver.setLocalDescription();
      await call.negotiate();
      equal(call.heard(), ['removetrack video s1', 'track video in s2{video}']);
    });
  },

  'what script has taken out of a stream stays out when an offer of ours gives way to the remote’s'() {
    return inCall(async (call) => {
      const stream = new MediaStream();
      call.send('audio', stream);
      call.send('video', stream);
      await call.negotiate();
      call.heard();
      const [received] = call.streams;
      received.removeTrack(received.getVideoTracks()[0]);
      setDirections(call.receiver, 'inactive');
      await call.receiver.setLocalDescription();
      setDirections(call.receiver, 'recvonly');
      await call.negotiate();
      equal(call.heard(), []);
      equal(received.getTracks().map(({ kind }) => kind), ['audio']);
    });
  },

  'a stream is one object for every event and for getRemoteStreams()'() {
    return inCall(async (call) => {
      call.send('video', new MediaStream());
      await call.negotiate();
      call.legacy = [];
      setDirections(call.sender, 'inactive');
      await call.negotiate();
      setDirections(call.sender, 'sendonly');
      await call.negotiate();
      equal(call.streams.length, 1, 'streams of track events');
      const [stream] = call.streams;
      for (const [type, other] of call.legacy) assert(other === stream, `${type} has another`);
      if (!call.receiver.getRemoteStreams) return;
      assert(call.receiver.getRemoteStreams()[0] === stream, 'getRemoteStreams() has another');
      equal(call.receiver.getRemoteStreams().length, 1);
    });
  },

  'an offer of ours that is rolled back changes nothing and tells nothing'() {
    return inCall(async (call) => {
      call.send('video', new MediaStream());
      await call.negotiate();
      call.heard();
      setDirections(call.receiver, 'inactive');
      await call.receiver.setLocalDescription();
      await call.receiver.setLocalDescription({ type: 'rollback' });
      equal(call.heard(), []);
      equal(call.streams[0].getTracks().length, 1);
    });
  },

  'a remote offer that is rolled back leaves streams as they were'() {
    return inCall(async (call) => {
      call.send('video', new MediaStream());
      await call.negotiate();
      call.heard();
      setDirections(call.sender, 'inactive');
      await call.offer();
      equal(call.heard(), ['removetrack video s1']);
      await call.receiver.setRemoteDescription({ type: 'rollback' });
      equal(call.heard(), ['addtrack video s1', 'track video in s1{video}']);
    });
  },

  'a description that says nothing of streams has one outcome, which the track event tells'() {
    return inCall(async (call) => {
      call.send('video', new MediaStream());
      await call.negotiate();
      call.heard();
      await call.negotiate(withoutStreams);
      equal(call.heard(), ['removetrack video s1', 'track video in s2{video}']);
      equal(call.streams.map((stream) => stream.getTracks().length), [0, 1]);
      await call.negotiate(withoutStreams);
      equal(call.heard(), []);
      equal(call.streams[1].getTracks().length, 1);
    });
  },

  'an event that script dispatches is heard'() {
    return inCall(async (call) => {
      call.send('video', new MediaStream());
      await call.negotiate();
      call.heard();
      const [transceiver] = call.receiver.getTransceivers();
      const { receiver } = transceiver;
      const event = new RTCTrackEvent('track', { transceiver, receiver, track: receiver.track, streams: call.streams });
      call.receiver.dispatchEvent(event);
      equal(call.heard(), ['track video in s1{video}']);
    });
  },

  'connections are known whatever RTCPeerConnection is now'() {
    const own = RTCPeerConnection;
    return inCall(async (call) => {
      const { sender, receiver } = call;
      try {
        for (const replaced of [class extends own {}, () => new own(), function () { return new own(); }]) {
          window.RTCPeerConnection = replaced;
          const track = call.send('video', new MediaStream());
          await call.negotiate();
          call.heard();
          sender.getTransceivers().find((transceiver) => transceiver.sender === track).stop();
          await call.negotiate();
          equal(call.heard().length, 1, `${replaced}`);
          equal(receiver.signalingState, 'stable');
        }
      } finally {
        window.RTCPeerConnection = own;
      }
    });
  },

  async 'nothing of ours is seen by a page that watches RTCPeerConnection'() {
    const own = RTCPeerConnection;
    const made = [];
    const installation = install(window);
    try {
      window.RTCPeerConnection = new Proxy(own, {
        construct(target, parameters) {
          made.push(parameters);
          return Reflect.construct(target, parameters);
        },
      });
      const call = new Call();
      const seen = [];
      call.receiver.ontrack = (event) => seen.push([event.target === call.receiver, event.track instanceof MediaStreamTrack]);
      const sender = call.send('video', new MediaStream());
      await call.negotiate();
      sender.setStreams(new MediaStream());
      await call.negotiate();
      setDirections(call.sender, 'inactive');
      await call.negotiate();
      setDirections(call.sender, 'sendonly');
      await call.negotiate();
      equal([made.length, seen], [2, [[true, true], [true, true], [true, true]]]);
      call.close();
    } finally {
      window.RTCPeerConnection = own;
      installation.uninstall();
    }
  },

  async 'whatever a call is given, it does what the browser does natively'() {
    const offer = async () => {
      const connection = new RTCPeerConnection();
      connection.addTransceiver('video');
      const { type, sdp } = await connection.createOffer();
      return { connection, description: { type, sdp } };
    };
    const outcome = async (act) => {
      const { connection, description } = await offer();
      const called = [];
      const callback = (name) => () => called.push(name);
      let result;
      try {
        const returned = act(connection, description, callback);
        result = returned instanceof Promise ? 'a promise' : `${returned}`;
        result += ` of ${await returned}`;
      } catch (error) {
        result += ` of ${error.name}`;
      }
      const settled = () => called.length > 0;
      for (let i = 0; i < 20 && !settled(); i++) await new Promise((resolve) => setTimeout(resolve));
      const { signalingState } = connection;
      connection.close();
      return [result, called, signalingState];
    };
    const acts = [
      (connection) => connection.setLocalDescription(),
      (connection, description) => connection.setLocalDescription(description),
      (connection, description) => connection.setLocalDescription(description, null, null),
      (connection) => connection.setLocalDescription(5, 6),
      (connection) => connection.setLocalDescription({}, {}),
      (connection, description, callback) => connection.setLocalDescription(description, callback('success')),
      (connection, description, callback) => connection.setLocalDescription(description, callback('success'), callback('failure')),
      (connection, description, callback) => connection.setRemoteDescription({ type: 'answer', sdp: '' }, callback('success'), callback('failure')),
      (connection) => connection.setRemoteDescription(),
      (connection) => connection.setRemoteDescription({ type: 'nonsense' }),
      (connection) => (connection.close(), connection.setLocalDescription()),
      (connection, description) => (connection.close(), connection.setRemoteDescription(description)),
      (connection, description) => setRemoteDescription.call(Object.create(RTCPeerConnection.prototype), description),
      (connection, description) => RTCPeerConnection.prototype.setRemoteDescription.call(Object.create(RTCPeerConnection.prototype), description),
      (connection) => RTCPeerConnection.prototype.setLocalDescription.call({}),
    ];
    const native = [];
    for (const act of acts) native.push(await outcome(act));
    const installation = install(window);
    try {
      for (const [i, act] of acts.entries()) equal(await outcome(act), native[i], `${act}`);
    } finally {
      installation.uninstall();
    }
    assert(setLocalDescription === RTCPeerConnection.prototype.setLocalDescription, 'uninstalled');
  },

  async 'what callbacks throw is reported as natively, and the promise is fulfilled'() {
    const outcome = async () => {
      const told = [];
      const report = (event) => {
        event.preventDefault();
        told.push(event.error.message);
      };
      addEventListener('error', report);
      const call = new Call();
      call.send('video', new MediaStream());
      await call.sender.setLocalDescription();
      const called = [];
      const raise = (name) => () => {
        called.push(name);
        throw new Error(name);
      };
      const results = [
        await call.receiver.setRemoteDescription(call.sender.localDescription, raise('success'), () => {}),
        await call.receiver.setRemoteDescription({ type: 'answer', sdp: 'v=0' }, () => {}, raise('failure')),
      ];
      for (let i = 0; i < 200 && called.length < 2; i++) await new Promise((resolve) => setTimeout(resolve, 10));
      await new Promise((resolve) => setTimeout(resolve));
      removeEventListener('error', report);
      call.close();
      return [`${results}`, called.sort(), told.sort()];
    };
    const native = await outcome();
    equal(native.slice(0, 2), [',', ['failure', 'success']]);
    await inCall(async () => equal(await outcome(), native));
  },

  async 'a rejection that nobody handles is told as natively'() {
    const unhandled = async () => {
      const told = [];
      const tell = (event) => {
        event.preventDefault();
        told.push(event.reason.name);
      };
      addEventListener('unhandledrejection', tell);
      const connection = new RTCPeerConnection();
      const wrong = () => connection.setRemoteDescription({ type: 'answer', sdp: 'v=0' });
      await wrong().catch(() => {});
      wrong();
      for (let i = 0; i < 100 && told.length === 0; i++) await new Promise((resolve) => setTimeout(resolve, 10));
      removeEventListener('unhandledrejection', tell);
      connection.close();
      return told;
    };
    const native = await unhandled();
    equal(native.length, 1);
    await inCall(async () => equal(await unhandled(), native));
  },

  async 'uninstalled in a call, the streams that script has go on being told of'() {
    const installation = install(window);
    const call = new Call();
    call.send('video', new MediaStream());
    await call.negotiate();
    setDirections(call.sender, 'inactive');
    await call.negotiate();
    setDirections(call.sender, 'sendonly');
    await call.negotiate();
    installation.uninstall();
    call.heard();
    setDirections(call.sender, 'inactive');
    await call.negotiate();
    for (let i = 0; i < 100 && call.log.length === 0; i++) await new Promise((resolve) => setTimeout(resolve, 10));
    equal(call.heard(), ['removetrack video s1']);
    equal(call.streams.map((stream) => stream.getTracks().length), [0]);
    call.close();
  },

  async 'uninstalled in a call, what else is told is what the browser tells, when it tells it'() {
    const told = async (uninstall) => {
      const call = new Call();
      const stream = new MediaStream();
      call.send('video', stream);
      await call.negotiate();
      uninstall();
      call.heard();
      setDirections(call.sender, 'inactive');
      call.send('audio', stream);
      await call.negotiate();
      setDirections(call.sender, 'sendonly');
      await call.negotiate();
      const log = call.heard();
      call.close();
      return log;
    };
    const native = await told(() => {});
    const installation = install(window);
    equal(await told(() => installation.uninstall()), native);
    assert(native.length > 0, 'nothing is told');
  },

  async 'installed again in a call, nothing is told twice'() {
    await inCall(async (call, installation) => {
      call.send('video', new MediaStream());
      await call.negotiate();
      setDirections(call.sender, 'inactive');
      await call.negotiate();
      setDirections(call.sender, 'sendonly');
      await call.negotiate();
      installation.uninstall();
      const again = install(window);
      call.heard();
      setDirections(call.sender, 'inactive');
      await call.negotiate();
      equal(call.heard(), ['removetrack video s1']);
      setDirections(call.sender, 'sendonly');
      await call.negotiate();
      equal(call.heard(), ['addtrack video s1', 'track video in s1{video}']);
      again.uninstall();
    });
  },

  async 'two copies of the package, and each event is heard once'() {
    const copy = await import('../../../pkg/index.js?connection');
    const other = copy.install(window);
    await inCall(async (call) => {
      const stream = new MediaStream();
      call.send('audio', stream);
      call.send('video', stream);
      await call.negotiate();
      setDirections(call.sender, 'inactive');
      await call.negotiate();
      call.heard();
      setDirections(call.sender, 'sendonly');
      await call.negotiate();
      equal(call.heard(), [
        'addtrack audio s1',
        'addtrack video s1',
        'track audio in s1{audio,video}',
        'track video in s1{audio,video}',
      ]);
    });
    other.uninstall();
  },

  async 'a promise is fulfilled as soon as events have fired'() {
    await inCall(async (call) => {
      call.send('video', new MediaStream());
      await call.sender.setLocalDescription();
      const set = call.receiver.setRemoteDescription(call.sender.localDescription);
      assert(set instanceof Promise, 'a promise');
      await set;
      equal(call.heard(), ['track video in s1{video}']);
      equal(await thrown(() => call.receiver.setRemoteDescription({ type: 'answer', sdp: '' })).then(({ name }) => typeof name), 'string');
    });
  },
};
