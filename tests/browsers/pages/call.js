// A call inside the page, as short as it can be.

const settle = () => new Promise((resolve) => setTimeout(resolve, 200));

export class Call {
  sender = new RTCPeerConnection();
  receiver = new RTCPeerConnection();
  /** The stream that is received. */
  stream = undefined;

  constructor() {
    for (const [from, to] of [[this.sender, this.receiver], [this.receiver, this.sender]]) {
      from.onicecandidate = ({ candidate }) => candidate && to.addIceCandidate(candidate).catch(() => {});
    }
    this.receiver.ontrack = ({ streams: [stream] }) => (this.stream = stream);
  }

  /** Sends a track, and waits until its media arrives. */
  async send(kind) {
    const canvas = Object.assign(document.createElement('canvas'), { width: 160, height: 90 });
    const context = canvas.getContext('2d');
    this.timer = setInterval(() => context.fillRect(0, 0, 160, 90), 50);
    const stream = canvas.captureStream(20);
    this.sender.addTrack(stream.getTracks().find((track) => track.kind === kind), stream);
    await this.negotiate();
    const [track] = this.stream.getTracks();
    if (track.muted) await new Promise((resolve) => track.addEventListener('unmute', resolve, { once: true }));
  }

  async negotiate() {
    await this.sender.setLocalDescription();
    await this.receiver.setRemoteDescription(this.sender.localDescription);
    await this.receiver.setLocalDescription();
    await this.sender.setRemoteDescription(this.receiver.localDescription);
    await settle();
  }

  async stopTransceivers() {
    for (const transceiver of this.sender.getTransceivers()) transceiver.stop();
    await this.negotiate();
  }

  /** A log of what is fired at the received stream and its tracks from now on. */
  record() {
    const log = [];
    for (const type of ['addtrack', 'removetrack']) {
      this.stream.addEventListener(type, ({ track }) => log.push(`${type} ${track.kind}`));
    }
    for (const track of this.stream.getTracks()) {
      for (const type of ['mute', 'ended']) track.addEventListener(type, () => log.push(`${type} ${track.kind}`));
    }
    return log;
  }

  close() {
    clearInterval(this.timer);
    this.sender.close();
    this.receiver.close();
  }
}
