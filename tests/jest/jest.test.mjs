// A user's project with Jest, in its CommonJS mode and with ES modules, and jsdom: the component and the test of the Vitest project.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { installProject, runIn, runModulesIn, runWithoutWebAssembly } from '../project.mjs';

const specs = ['camera-preview', 'environment', 'fake-timers', 'snapshots'].map((name) => `vitest/${name}.spec.js`);
const project = installProject('jest', ['vitest/camera-preview.js', 'vitest/setup.js', ...specs]);

for (const [where, runJest] of Object.entries({ '': runIn, ', without WebAssembly': runWithoutWebAssembly })) {
  test(`in a Jest project with jsdom${where}, a component's camera is a virtual one after three lines of set-up`, () => {
    const { status, output } = runJest(project, 'jest');
    assert.equal(status, 0, output);
    assert.match(output, /Tests:\s+12 passed/);
  });
}

test('with ES modules, the set-up is the same and Jest is told to take what is for Node', () => {
  const { status, output } = runModulesIn(project, 'jest', '--config', 'modules.config.cjs');
  assert.equal(status, 0, output);
  assert.match(output, /Tests:\s+9 passed/);
});
