// Classic scripts, as text: what a browser's driver adds to every page, and what a bundle has that is no module.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { createContext, runInContext } from 'node:vm';
import * as index from '#package';
import { root } from '../node/harness.mjs';

const text = (file) => readFileSync(join(root, 'pkg', file), 'utf8');

/** Runs scripts one after another in a global scope that has what browsers have; what they print. */
async function printedBy(scope, ...scripts) {
  let print;
  const printed = new Promise((resolve) => (print = (...words) => resolve(words.join(' '))));
  const context = createContext({ EventTarget, Event, DOMException, console: { log: print }, ...scope });
  if (scope.WebAssembly === undefined) runInContext('delete globalThis.WebAssembly', context);
  for (const script of scripts) runInContext(script, context);
  return printed;
}

for (const [folder, scope] of [['', { WebAssembly }], ['js/', {}]]) {
  test(`${folder}classic.js makes one global, which has all of the package`, async () => {
    const script = `
      const before = Object.getOwnPropertyNames(globalThis);
      ${text(`${folder}classic.js`)}
      const added = Object.getOwnPropertyNames(globalThis).filter((name) => !before.includes(name));
      console.log(added, Object.keys(MediaStreamPolyfill).sort());`;
    const names = [...Object.keys(index), 'VirtualDevices'].sort();
    assert.equal(await printedBy(scope, `(() => {${script}})()`), `MediaStreamPolyfill ${names}`);
  });

  test(`${folder}classic.js works wherever its text is run: it loads nothing, and chooses settings`, async () => {
    const program = `
      const devices = new MediaStreamPolyfill.VirtualDevices();
      devices.connect({ kind: 'videoinput', label: 'Camera', modes: [{ width: 1920, height: 1080 }] });
      devices.mediaDevices.getUserMedia({ video: { width: 640, aspectRatio: { exact: 1 } } }).then((stream) => {
        const [track] = stream.getTracks();
        console.log(track.label, track.getSettings().height);
      });`;
    assert.equal(await printedBy(scope, text(`${folder}classic.js`), program), 'Camera 640');
    assert.doesNotMatch(text(`${folder}classic.js`), /\bimport\b\s*[({*"']|\bexport\b\s*[{*]/);
  });

  test(`${folder}classic-auto.js is install(globalThis), and leaves no name of its own behind`, async () => {
    const program = `console.log(new MediaStream().active, typeof MediaStreamTrack, typeof MediaStreamPolyfill, typeof install);`;
    assert.equal(await printedBy(scope, text(`${folder}classic-auto.js`), program), 'false function undefined undefined');
  });

  for (const script of ['classic.js', 'classic-auto.js']) {
    test(`${folder}${script} is strict, as modules are`, () => {
      assert.match(text(folder + script), /^\(\(\)=>\{"use strict"\n/);
    });
  }
}
