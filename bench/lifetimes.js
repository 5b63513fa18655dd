/** @file How long it takes to open and close many connections, and to capture many elements, and what is left of them. */

import { quartiles } from './measure.js';

/** So many pairs of connections and elements a round, and how many rounds: engines allow some hundred connections a page. */
const PAIRS = 50;
const ROUNDS = 3;
const ELEMENTS = 200;
const ROUNDS_OF_ELEMENTS = 9;

/**
 * @param {any} host
 * @returns {Promise<{ name: string, value: number }[]>} ms, and MiB where there is `gc()`, of all of them
 */
export async function lifetimes({ RTCPeerConnection, MediaStream, document }) {
  const { gc } = globalThis;
  // What is loaded once is no matter of connections.
  await connections(RTCPeerConnection, MediaStream, 1);
  const before = gc && (await heap(gc));
  const opened = await median(ROUNDS, () => connections(RTCPeerConnection, MediaStream, PAIRS));
  const results = [{ name: `ms of ${2 * PAIRS} connections, opened and closed`, value: opened }];
  if (gc) results.push({ name: 'MiB that they leave', value: Math.max(0, (await heap(gc)) - before) / 2 ** 20 });
  if (document !== undefined) {
    results.push({ name: `ms of ${ELEMENTS} captured elements`, value: await median(ROUNDS_OF_ELEMENTS, () => captures(document)) });
  }
  return results;
}

/**
 * What is in use of JavaScript's heap.
 * @param {() => void} gc
 */
async function heap(gc) {
  // What is collected is finalized between two tasks, and that may let go of more.
  for (let i = 0; i < 5; i++) {
    gc();
    await new Promise((resolve) => setTimeout(resolve));
  }
  return process.memoryUsage().heapUsed;
}

/**
 * How long it takes, in ms.
 * @param {number} rounds
 * @param {() => Promise<void>} act
 */
async function median(rounds, act) {
  const times = [];
  for (let round = 0; round < rounds; round++) {
    const start = performance.now();
    await act();
    times.push(performance.now() - start);
  }
  return quartiles(times).median;
}

/** Opens connections, a pair after the other, with a track to receive, and closes them. */
async function connections(RTCPeerConnection, MediaStream, pairs) {
  for (let i = 0; i < pairs; i++) {
    const [one, other] = [new RTCPeerConnection(), new RTCPeerConnection()];
    one.addTransceiver('audio', { direction: 'sendonly', streams: [new MediaStream()] });
    let stream;
    other.ontrack = ({ streams }) => ([stream] = streams);
    const offer = await one.createOffer();
    await one.setLocalDescription(offer);
    await other.setRemoteDescription(offer);
    const answer = await other.createAnswer();
    await other.setLocalDescription(answer);
    await one.setRemoteDescription(answer);
    if (stream.getTracks().length !== 1) throw new Error('no track');
    one.close();
    other.close();
  }
}

/** Captures elements that play the same canvas, takes that away and lets go of them. */
async function captures(document) {
  const canvas = document.createElement('canvas');
  canvas.getContext('2d');
  const source = canvas.captureStream();
  const elements = Array.from({ length: ELEMENTS }, () => Object.assign(document.createElement('video'), { muted: true }));
  const captured = elements.map((element) => {
    element.srcObject = source;
    return (element.captureStream ?? element.mozCaptureStream).call(element);
  });
  for (const element of elements) element.srcObject = null;
  await new Promise((resolve) => setTimeout(resolve));
  if (captured.length !== ELEMENTS) throw new Error('not captured');
  for (const track of source.getTracks()) track.stop();
}
