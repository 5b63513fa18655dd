// A user's project: a folder of this one, copied to target/, with the packed package in its node_modules.
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const require = createRequire(import.meta.url);

/**
 * @param {string} name of the project, a folder of tests/
 * @param {string[]} [files] of tests/ that it has besides
 * @returns {string} where it is
 */
export function installProject(name, files = []) {
  const project = join(root, 'target', 'projects', name);
  rmSync(project, { recursive: true, force: true });
  // What runs the project is no part of it.
  const filter = (/** @type {string} */ path) => !path.endsWith('.test.mjs') && !path.includes('node_modules');
  cpSync(join(root, 'tests', name), project, { recursive: true, filter });
  for (const file of files) cpSync(join(root, 'tests', file), join(project, file.slice(file.indexOf('/') + 1)));
  const [{ filename }] = JSON.parse(
    execFileSync('npm', ['pack', '--json', '--pack-destination', project], { cwd: join(root, 'pkg'), stdio: ['ignore', 'pipe', 'ignore'] }),
  );
  const installed = join(project, 'node_modules', 'mediastream-polyfill');
  mkdirSync(installed, { recursive: true });
  execFileSync('tar', ['-xzf', join(project, filename), '-C', installed, '--strip-components', '1']);
  return project;
}

/**
 * Runs the program of a development dependency in a project.
 * @param {string} project
 * @param {string} dependency
 * @param {string[]} args
 * @returns {{ status: number | null, output: string }}
 */
export const runIn = (project, dependency, ...args) => runInNode(project, [], dependency, ...args);

/**
 * The same, where nobody has WebAssembly.
 * @param {string} project
 * @param {string} dependency
 * @param {string[]} args
 */
export const runWithoutWebAssembly = (project, dependency, ...args) => runInNode(project, ['--jitless'], dependency, ...args);

/**
 * The same, where Jest runs ES modules as they are.
 * @param {string} project
 * @param {string} dependency
 * @param {string[]} args
 */
export const runModulesIn = (project, dependency, ...args) => runInNode(project, ['--experimental-vm-modules'], dependency, ...args);

/**
 * @param {string} project
 * @param {string[]} options of Node's
 * @param {string} dependency
 * @param {string[]} args
 */
function runInNode(project, options, dependency, ...args) {
  const manifest = require.resolve(`${dependency}/package.json`);
  const { bin } = require(manifest);
  const program = join(dirname(manifest), typeof bin === 'string' ? bin : bin[dependency]);
  return run(project, process.execPath, [...options, program, ...args]);
}

/**
 * Runs a development dependency that is a program for this machine, no script, in a project.
 * @param {string} project
 * @param {string} name
 * @param {string[]} args
 */
export const runProgramIn = (project, name, ...args) => run(project, join(root, 'node_modules', '.bin', name), args);

/**
 * @param {string} project
 * @param {string} program
 * @param {string[]} args
 * @param {Record<string, string>} [variables] of the environment
 * @returns {{ status: number | null, output: string }}
 */
export function run(project, program, args, variables = {}) {
  // What this test runner tells its own children is not for that one.
  const { NODE_TEST_CONTEXT, NODE_OPTIONS, ...environment } = process.env;
  const env = { ...environment, CI: '1', NO_COLOR: '1', ...variables };
  const { status, stdout, stderr } = spawnSync(program, args, { cwd: project, env, encoding: 'utf8', timeout: 120_000 });
  return { status, output: `${stdout}\n${stderr}` };
}
