/** @file How long a renegotiation takes with many transceivers, as the host does it and as it does with the package installed. */

/**
 * By which methods a connection is used: those that were there before install(), or those after.
 * @typedef {{ setLocalDescription: Function, setRemoteDescription: Function, addEventListener: Function }} Methods
 */

/**
 * @param {any} prototype RTCPeerConnection's
 * @returns {Methods}
 */
export const methodsOf = ({ setLocalDescription, setRemoteDescription, addEventListener }) => ({
  setLocalDescription,
  setRemoteDescription,
  addEventListener,
});

/** Two connections: the one sends by so many transceivers, and the other listens as a page does. */
class Pair {
  /**
   * @param {{ RTCPeerConnection: any, MediaStream: any }} host
   * @param {Methods} methods
   * @param {number} size
   */
  constructor({ RTCPeerConnection, MediaStream }, methods, size) {
    this.methods = methods;
    // One transport for all: nobody gathers candidates for each of them.
    const configuration = { bundlePolicy: 'max-bundle' };
    this.one = new RTCPeerConnection(configuration);
    this.other = new RTCPeerConnection(configuration);
    this.events = 0;
    const heard = () => this.events++;
    methods.addEventListener.call(this.other, 'track', ({ track, streams }) => {
      heard();
      track.onmute = heard;
      for (const stream of streams) stream.onaddtrack = stream.onremovetrack = heard;
    });
    for (let i = 0; i < size; i++) {
      const streams = [new MediaStream()];
      this.one.addTransceiver(i % 2 === 0 ? 'audio' : 'video', { direction: 'sendonly', streams });
    }
    this.transceivers = this.one.getTransceivers();
  }

  async negotiate() {
    const { one, other } = this;
    const { setLocalDescription, setRemoteDescription } = this.methods;
    const offer = await one.createOffer();
    await setLocalDescription.call(one, offer);
    await setRemoteDescription.call(other, offer);
    const answer = await other.createAnswer();
    await setLocalDescription.call(other, answer);
    await setRemoteDescription.call(one, answer);
  }

  /**
   * What changes: one transceiver stops sending or sends again, or all of them.
   * @param {boolean} all
   */
  change(all) {
    const direction = this.transceivers[0].direction === 'sendonly' ? 'inactive' : 'sendonly';
    for (const transceiver of all ? this.transceivers : this.transceivers.slice(0, 1)) transceiver.direction = direction;
  }

  /**
   * ms of a renegotiation: half of what one takes that removes tracks, and one that adds them again.
   * @param {boolean} all
   */
  async timed(all) {
    const start = performance.now();
    for (let i = 0; i < 2; i++) {
      this.change(all);
      await this.negotiate();
    }
    return (performance.now() - start) / 2;
  }

  close() {
    this.one.close();
    this.other.close();
  }
}

/** How many transceivers, and how many rounds: as many in which one of two goes first as the other. */
const SIZES = [
  [20, 12],
  [200, 4],
  [500, 4],
];

/**
 * @param {{ RTCPeerConnection: any, MediaStream: any }} host
 * @param {{ native: Methods, installed: Methods }} methods
 */
export async function measureRenegotiations(host, methods) {
  const results = [];
  for (const [size, rounds] of SIZES) results.push(...(await renegotiations(host, methods, size, rounds)));
  return results;
}

/**
 * @param {{ RTCPeerConnection: any, MediaStream: any }} host
 * @param {{ native: Methods, installed: Methods }} methods
 * @param {number} size how many transceivers
 * @param {number} rounds
 * @returns {Promise<{ name: string, native: number, installed: number }[]>} ms: medians of rounds that take turns
 */
export async function renegotiations(host, methods, size, rounds) {
  const pairs = Object.entries(methods).map(([name, each]) => ({ name, pair: new Pair(host, each, size) }));
  for (const { pair } of pairs) await pair.negotiate();
  const results = [];
  for (const all of [false, true]) {
    const times = { native: [], installed: [] };
    for (let round = -1; round < rounds; round++) {
      // Who begins is whose turn it is.
      for (const { name, pair } of round % 2 === 0 ? pairs : [...pairs].reverse()) {
        const time = await pair.timed(all);
        if (round >= 0) times[name].push(time);
      }
    }
    results.push({ name: `ms of a renegotiation of ${size} transceivers, ${all ? 'all' : 'one'} changed`, native: median(times.native), installed: median(times.installed) });
  }
  for (const { pair } of pairs) pair.close();
  return results;
}

/** @param {number[]} numbers */
const median = (numbers) => {
  const { length } = numbers.sort((a, b) => a - b);
  return (numbers[(length - 1) >> 1] + numbers[length >> 1]) / 2;
};
