/**
 * @file A device of mediasoup-client, with its handler for the browser, in Node for Chromium: it produces and consumes, pauses,
 * replaces and closes over connections. What its server says are the parameters that the package has for tests.
 */

import { Device } from 'mediasoup-client';
import * as server from 'mediasoup-client/fakeParameters';
import { Chrome111 } from 'mediasoup-client/handlers/Chrome111';

/**
 * @param {any} stack
 * @param {(kind: string) => any} createTrack
 */
export default async function run(stack, createTrack) {
  const log = [];
  const { RTCPeerConnection, RTCSessionDescription, MediaStream } = stack;
  // It finds them as globals.
  Object.assign(globalThis, { RTCPeerConnection, RTCSessionDescription, MediaStream });
  // It knows browsers by their names.
  const device = new Device('document' in globalThis ? {} : { handlerFactory: Chrome111.createFactory({}) });
  await device.load({ routerRtpCapabilities: server.generateRouterRtpCapabilities() });
  log.push(`can produce: ${device.canProduce('audio')}, ${device.canProduce('video')}`);

  const sending = device.createSendTransport(transportParameters());
  const receiving = device.createRecvTransport(transportParameters());
  for (const transport of [sending, receiving]) {
    transport.on('connect', ({ dtlsParameters: { role } }, callback) => callback(log.push(`connect ${transport.direction} ${role}`)));
  }
  sending.on('produce', ({ kind, rtpParameters: { mid } }, callback) => {
    log.push(`produce ${kind} ${mid}`);
    callback(server.generateProducerRemoteParameters());
  });

  const producers = [];
  for (const kind of ['audio', 'video']) {
    const track = createTrack(kind);
    const producer = await sending.produce({ track });
    producers.push(producer);
    producer.pause();
    log.push(`paused: ${producer.paused}, enabled: ${track.enabled}`);
    producer.resume();
    await producer.replaceTrack({ track: createTrack(kind) });
    log.push(`replaced, the old: ${track.readyState}`);
  }
  for (const producer of producers) producer.close();
  log.push(`produced: ${producers.map(({ track }) => track.readyState)}`);

  const consumers = [];
  for (const codecMimeType of ['audio/opus', 'video/VP8']) {
    const { id, producerId, kind, rtpParameters } = server.generateConsumerRemoteParameters({ codecMimeType });
    const consumer = await receiving.consume({ id, producerId, kind, rtpParameters, streamId: 'stream' });
    consumers.push(consumer);
    consumer.on('trackended', () => log.push(`ended: ${consumer.kind}`));
    log.push(`consumes ${consumer.kind}: ${consumer.track.kind}, ${consumer.track.readyState}, paused: ${consumer.paused}`);
    consumer.pause();
    log.push(`enabled: ${consumer.track.enabled}`);
    consumer.resume();
  }
  for (const consumer of consumers) consumer.close();
  log.push(`consumed: ${consumers.map(({ track }) => track.readyState)}`);
  for (const transport of [sending, receiving]) transport.close();
  log.push(`transports: ${[sending, receiving].map(({ closed }) => closed)}`);
  return log;
}

function transportParameters() {
  const { id, iceParameters, dtlsParameters } = server.generateTransportRemoteParameters();
  // As from a server: the handler writes into it. There is nobody to connect to.
  return JSON.parse(JSON.stringify({ id, iceParameters, iceCandidates: [], dtlsParameters }));
}
