// Test runners that compile or bundle what they run, in users' projects. build.mjs has installed them.
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { run } from '../project.mjs';

const project = fileURLToPath(new URL('../../target/projects/loaders', import.meta.url));

/** Runs a package's program in a folder of the project. */
const runIn = (folder, program, args, variables) => run(path.join(project, folder), process.execPath, [path.join(project, 'node_modules', program), ...args], variables);

test('in a ts-jest project, in CommonJS, types and classes are what a test needs, however TypeScript finds the package', () => {
  // What ts-jest has cached doesn't know of the package's declarations.
  const { status, output } = runIn('ts-jest', 'jest/bin/jest.js', ['--no-cache']);
  assert.equal(status, 0, output);
  assert.match(output, /Tests:\s+6 passed/);
});

test("in Playwright's page for a component, its camera is a virtual one", () => {
  const folders = process.env.PATH.split(path.delimiter);
  const programs = ['chromium', 'google-chrome'].flatMap((name) => folders.map((folder) => path.join(folder, name)));
  const chromium = programs.find((program) => existsSync(program));
  assert.ok(chromium !== undefined, 'Chromium is not installed: cargo xtask setup installs it');
  const { status, output } = runIn('component', '@playwright/experimental-ct-react/cli.js', ['test'], { CHROMIUM: chromium });
  assert.equal(status, 0, output);
  assert.match(output, /3 passed/);
});
