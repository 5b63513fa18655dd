// A user's project with Jest, in its CommonJS mode, and jsdom: the component and the test of the Vitest project.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { installProject, runIn } from '../project.mjs';

test("in a Jest project with jsdom, a component's camera is a virtual one after three lines of set-up", () => {
  const specs = ['camera-preview', 'environment', 'fake-timers', 'snapshots'].map((name) => `vitest/${name}.spec.js`);
  const project = installProject('jest', ['vitest/camera-preview.js', ...specs]);
  const { status, output } = runIn(project, 'jest');
  assert.equal(status, 0, output);
  assert.match(output, /Tests:\s+12 passed/);
});
