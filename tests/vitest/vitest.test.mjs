// A user's project with Vitest and jsdom, as it is run there.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { installProject, runIn } from '../project.mjs';

test("in a Vitest project with jsdom, a component's camera is a virtual one after three lines of set-up", () => {
  const { status, output } = runIn(installProject('vitest'), 'vitest', 'run');
  assert.equal(status, 0, output);
  assert.match(output, /Tests\s+5 passed/);
});
