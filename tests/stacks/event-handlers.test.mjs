// The `on…` attributes that install() gives to the objects of WebRTC stacks: HTML's event handlers.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { StreamController } from '#node';
import { STACKS, withStack } from './harness.mjs';

for (const name of STACKS) {
  /** An object, its attribute and a way to fire its event, for streams and for tracks. */
  const attributes = ({ stack, host }) => {
    const track = host.createTrack('video');
    const stream = new stack.MediaStream();
    const controller = StreamController.of(stream);
    return [
      { target: stream, type: 'addtrack', fire: () => (controller.addTrack(track), controller.removeTrack(track)) },
      { target: stream, type: 'removetrack', fire: () => (controller.addTrack(track), controller.removeTrack(track)) },
      ...['mute', 'unmute', 'ended'].map((type) => ({
        target: track,
        type,
        fire: () => track.dispatchEvent(new Event(type, { cancelable: true })),
      })),
    ];
  };

  const on = (claim, act) =>
    test(`${name}: ${claim}`, () =>
      withStack(name, (installed) => {
        const all = attributes(installed);
        try {
          for (const each of all) act(each);
        } finally {
          all.at(-1).target.stop();
        }
      }));

  on('a handler is called with the event, on the target', ({ target, type, fire }) => {
    const calls = [];
    target[`on${type}`] = function (event) {
      calls.push([this, event.type, event.currentTarget ?? target]);
    };
    fire();
    assert.deepEqual(calls, [[target, type, target]]);
  });

  on('a handler keeps its place among the listeners, until it is null', ({ target, type, fire }) => {
    const log = [];
    target.addEventListener(type, () => log.push(1));
    target[`on${type}`] = () => log.push('old');
    target.addEventListener(type, () => log.push(3));
    target[`on${type}`] = () => log.push(2);
    fire();
    assert.deepEqual(log.splice(0), [1, 2, 3]);
    target[`on${type}`] = null;
    fire();
    assert.deepEqual(log.splice(0), [1, 3]);
    target[`on${type}`] = () => log.push(4);
    fire();
    assert.deepEqual(log, [1, 3, 4]);
  });

  on('any object is a handler, and nothing else is', ({ target, type, fire }) => {
    const key = `on${type}`;
    assert.equal(target[key], null);
    const object = { handleEvent: () => assert.fail('it is called') };
    target[key] = object;
    assert.equal(target[key], object);
    fire();
    for (const value of [undefined, 5, 'alert()', true, Symbol('x')]) {
      target[key] = value;
      assert.equal(target[key], null);
      target[key] = object;
    }
  });

  test(`${name}: \`return false\` cancels`, () =>
    withStack(name, ({ stack }) => {
      const stream = new stack.MediaStream();
      const event = () => new Event('addtrack', { cancelable: true });
      stream.onaddtrack = () => undefined;
      assert.equal(stream.dispatchEvent(event()), true);
      stream.onaddtrack = () => false;
      assert.equal(stream.dispatchEvent(event()), false);
    }));

  test(`${name}: a handler is each object’s own, and makes it observed`, () =>
    withStack(name, ({ stack }) => {
      const [one, other] = [new stack.MediaStream(), new stack.MediaStream()];
      one.onremovetrack = () => {};
      assert.equal(other.onremovetrack, null);
      assert.deepEqual([one, other].map((stream) => StreamController.of(stream).observed), [true, false]);
    }));
}
