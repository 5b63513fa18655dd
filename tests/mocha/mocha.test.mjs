// A user's project with Mocha and global-jsdom, as it is run there.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { installProject, runIn, runWithoutWebAssembly } from '../project.mjs';

const project = installProject('mocha', ['vitest/camera-preview.js']);

for (const [where, runMocha] of Object.entries({ '': runIn, ', without WebAssembly': runWithoutWebAssembly })) {
  test(`in a Mocha project with global-jsdom${where}, a component's camera is a virtual one after three lines of set-up`, () => {
    const { status, output } = runMocha(project, 'mocha');
    assert.equal(status, 0, output);
    assert.match(output, /2 passing/);
  });
}
