// https://html.spec.whatwg.org/multipage/structured-data.html#structuredserializeinternal
import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { test } from 'node:test';
import { MessageChannel } from 'node:worker_threads';

const require = createRequire(import.meta.url);
const { MediaStream, MediaStreamTrackEvent, StreamController, TrackSource } = require('../../pkg/index.cjs');
const { VirtualDevices } = require('../../pkg/devices.cjs');

const source = new TrackSource('video');
const track = source.createTrack();
const stream = new MediaStream([track]);
const objects = {
  stream,
  track,
  clone: track.clone(),
  event: new MediaStreamTrackEvent('addtrack', { track }),
  source,
  controller: StreamController.of(stream),
  mediaDevices: new VirtualDevices().mediaDevices,
  'what inherits from a stream': new (class extends MediaStream {})(),
};

const canBeTold = typeof process.getBuiltinModule?.('node:worker_threads').markAsUncloneable === 'function';

for (const [name, object] of Object.entries(objects)) {
  if (canBeTold) {
    test(`a ${name} can't be cloned or sent`, () => {
      const error = { name: 'DataCloneError' };
      assert.throws(() => structuredClone({ object }), error);
      const { port1 } = new MessageChannel();
      assert.throws(() => port1.postMessage([object]), error);
      port1.close();
    });
  } else {
    test(`a Node that can't be told makes {} of a ${name}`, () => {
      assert.equal(Object.keys(structuredClone({ object }).object).filter((key) => key !== 'isTrusted').length, 0);
    });
  }
}
