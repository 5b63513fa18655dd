// A user's project with Vitest, in each of its environments that are windows, as it is run there.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { installProject, runIn } from '../project.mjs';

const project = installProject('vitest');

for (const environment of ['jsdom', 'happy-dom']) {
  for (const pool of ['forks', 'vmThreads']) {
    test(`in a Vitest project with ${environment} (${pool}), a component's camera is a virtual one after three lines of set-up`, () => {
      const { status, output } = runIn(project, 'vitest', 'run', `--environment=${environment}`, `--pool=${pool}`);
      assert.equal(status, 0, output);
      assert.match(output, /Tests\s+12 passed/);
    });
  }
}

test('in a Vitest project that inlines its dependencies, everything is the same', () => {
  const { status, output } = runIn(project, 'vitest', 'run', '--config=inline.config.js');
  assert.equal(status, 0, output);
  assert.match(output, /Tests\s+12 passed/);
});
