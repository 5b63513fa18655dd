// A user's project with Mocha and global-jsdom, as it is run there.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { installProject, runIn } from '../project.mjs';

test("in a Mocha project with global-jsdom, a component's camera is a virtual one after three lines of set-up", () => {
  const { status, output } = runIn(installProject('mocha', ['vitest/camera-preview.js']), 'mocha');
  assert.equal(status, 0, output);
  assert.match(output, /2 passing/);
});
