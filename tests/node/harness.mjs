// What the tests of this folder share.
//
// In this process the package is `#package` (the root package.json), its ES module bundle. In a process of
// its own, for what would spoil this one, it is `mediastream-polyfill` by name, its entry for Node.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { StreamController, TrackSource } from '#package';

const run = promisify(execFile);

export const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');

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

/**
 * Runs a function in a process of its own and returns what it returned, by way of JSON. It sees nothing but
 * its argument: what it needs it imports itself, with `import()`. A function that has broken what that takes
 * calls `answer` with its JSON instead.
 */
export async function inProcess(main, { argument, flags = [] } = {}) {
  const script = `
    import { writeSync } from 'node:fs';
    const exit = process.reallyExit.bind(process);
    const answer = (json) => { writeSync(1, '\\n' + json); exit(0); };
    const result = await (${main})(${JSON.stringify(argument)});
    answer(JSON.stringify(result ?? null));`;
  const { stdout } = await run(process.execPath, [...flags, '--input-type=module', '--eval', script], {
    // Where the package refers to itself by its name.
    cwd: join(root, 'pkg'),
    timeout: 120_000,
  });
  return JSON.parse(stdout.slice(stdout.lastIndexOf('\n') + 1));
}
