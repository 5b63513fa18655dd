// Streams and what happens to them, for tests in any host.
import assert from 'node:assert/strict';
import { StreamController, TrackSource } from '#package';

/** A live track of a source of its own. */
export const videoTrack = (label = '') => new TrackSource('video', { label }).createTrack();
export const audioTrack = (label = '') => new TrackSource('audio', { label }).createTrack();

/** A controller of a stream of labelled video tracks, and the tracks. */
export function streamOf(...labels) {
  const tracks = labels.map((label) => videoTrack(label));
  const controller = new StreamController(tracks);
  return { controller, stream: controller.stream, tracks };
}

export const labels = (stream) => stream.getTracks().map((track) => track.label);

/**
 * A log of what is fired at some targets, in order: `type label`, where the label is that of the event's
 * track, else of the target. `also` adds to an entry what it returns.
 */
export function record(targets, types, also = () => '') {
  const log = [];
  for (const target of [targets].flat()) {
    for (const type of types) {
      target.addEventListener(type, (event) => {
        log.push([type, (event.track ?? target).label, also(event)].filter((word) => word !== '').join(' '));
      });
    }
  }
  return log;
}

/** That an operation throws a TypeError of the realm with this message exactly, or any where none is given. */
export function throwsTypeError(operation, message) {
  assert.throws(operation, (error) => {
    assert.ok(error instanceof TypeError, `not a TypeError: ${error}`);
    if (message !== undefined) assert.equal(error.message, message);
    return true;
  });
}

/** The same of a promise; that the operation itself does not throw is part of it. */
export async function rejectsWithTypeError(operation, message) {
  const promise = operation();
  assert.ok(promise instanceof Promise, 'returns a promise');
  await assert.rejects(promise, (error) => {
    assert.ok(error instanceof TypeError, `not a TypeError: ${error}`);
    if (message !== undefined) assert.equal(error.message, message);
    return true;
  });
}
