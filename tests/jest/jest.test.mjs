// A user's project with Jest, in its CommonJS mode, and jsdom: the component and the test of the Vitest project.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { installProject, runIn } from '../project.mjs';

test("in a Jest project with jsdom, a component's camera is a virtual one after three lines of set-up", () => {
  const project = installProject('jest', ['vitest/camera-preview.js', 'vitest/camera-preview.spec.js', 'vitest/environment.spec.js', 'vitest/fake-timers.spec.js']);
  const { status, output } = runIn(project, 'jest');
  assert.equal(status, 0, output);
  assert.match(output, /Tests:\s+11 passed/);
});
