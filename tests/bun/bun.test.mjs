// A user's project with Bun and happy-dom, as it is run there: the component and the tests of the Vitest project.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { installProject, runProgramIn } from '../project.mjs';

test("in a Bun project with happy-dom, a component's camera is a virtual one after three lines of set-up", () => {
  const project = installProject('bun', ['vitest/camera-preview.js', 'vitest/camera-preview.spec.js', 'vitest/environment.spec.js', 'vitest/fake-timers.spec.js']);
  const { status, output } = runProgramIn(project, 'bun', 'test');
  assert.equal(status, 0, output);
  assert.match(output, /10 pass/);
});
