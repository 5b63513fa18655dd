// Two peer connections in one page, and nothing between them but function calls.

export class Peers {
  #sender = new RTCPeerConnection();
  #receiver = new RTCPeerConnection();
  #stream = new MediaStream();
  /** One negotiation after the other; a candidate waits for the one it belongs to. */
  #queue = Promise.resolve();

  /** @param {(stream: MediaStream) => void} received called for every track that the receiver gets */
  constructor(received) {
    this.#receiver.ontrack = ({ streams: [stream] }) => received(stream);
    this.#passCandidates(this.#sender, this.#receiver);
    this.#passCandidates(this.#receiver, this.#sender);
  }

  sends(track) {
    return this.#sender.getSenders().some((sender) => sender.track === track);
  }

  /** Sends these tracks, all in one stream. */
  send(...tracks) {
    return this.#negotiate(() => {
      for (const track of tracks) this.#sender.addTrack(track, this.#stream);
    });
  }

  stopSending(track) {
    return this.#negotiate(() => {
      this.#sender.removeTrack(this.#sender.getSenders().find((sender) => sender.track === track));
    });
  }

  #negotiate(change) {
    this.#queue = this.#queue.then(async () => {
      change();
      await this.#sender.setLocalDescription();
      await this.#receiver.setRemoteDescription(this.#sender.localDescription);
      await this.#receiver.setLocalDescription();
      await this.#sender.setRemoteDescription(this.#receiver.localDescription);
    });
    return this.#queue;
  }

  #passCandidates(from, to) {
    from.onicecandidate = ({ candidate }) => {
      if (candidate) this.#queue.then(() => to.addIceCandidate(candidate));
    };
  }
}
