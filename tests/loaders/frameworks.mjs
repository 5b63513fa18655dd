// What each framework takes to build an application, and to serve it: the commands of its documentation.
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readdirSync, symlinkSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const packages = fileURLToPath(new URL('node_modules', import.meta.url));
const project = fileURLToPath(new URL('../../target/projects/loaders', import.meta.url));

/** In milliseconds. */
const STARTS_WITHIN = 60_000;

/**
 * @typedef {object} Framework
 * @property {string} folder the application, in the project
 * @property {string[]} [build] a program of an npm package, and its arguments
 * @property {(port: string) => string[]} serve the same
 * @property {string} [edge] a route of the edge runtime
 */

/** @type {Record<string, Framework>} */
export const frameworks = {
  Next: {
    folder: 'next',
    build: ['node_modules/next/dist/bin/next', 'build'],
    serve: (port) => ['node_modules/next/dist/bin/next', 'start', '--hostname', '127.0.0.1', '--port', port],
    edge: '/edge',
  },
  SvelteKit: {
    folder: 'sveltekit',
    build: ['node_modules/vite/bin/vite.js', 'build'],
    // adapter-node's server takes its port from the environment.
    serve: () => ['sveltekit/build/index.js'],
  },
  /** Serves pages as they are written. */
  'Vite dev': {
    folder: 'dev',
    serve: (port) => ['node_modules/vite/bin/vite.js', '--host', '127.0.0.1', '--port', port, '--strictPort'],
  },
};

/** Gives the project the packages that are installed here, all but the one that is tested. */
export function linkPackages() {
  const link = (/** @type {string} */ name) => symlinkSync(path.join(packages, name), path.join(project, 'node_modules', name));
  for (const name of readdirSync(packages)) {
    if (name.startsWith('.')) continue;
    if (!name.startsWith('@')) link(name);
    else {
      mkdirSync(path.join(project, 'node_modules', name));
      for (const member of readdirSync(path.join(packages, name))) link(path.join(name, member));
    }
  }
}

/** @param {Framework} framework */
export function build({ folder, build }) {
  const { status, stdout, stderr } = spawnSync(process.execPath, command(build), { ...options(folder), encoding: 'utf8' });
  if (status !== 0) throw new Error(`${folder}: ${stdout}\n${stderr}`);
}

/**
 * Starts an application's server, which ends with this process at the latest.
 * @param {Framework} framework
 * @returns {Promise<{ address: string, close(): void }>}
 */
export async function serve({ folder, serve }) {
  const port = await freePort();
  const { env, cwd } = options(folder);
  const server = spawn(process.execPath, command(serve(port)), { cwd, env: { ...env, HOST: '127.0.0.1', PORT: port }, stdio: ['ignore', 'pipe', 'pipe'] });
  const close = () => void server.kill();
  process.on('exit', close);
  let output = '';
  for (const stream of [server.stdout, server.stderr]) stream.on('data', (part) => (output += part));
  const address = `http://127.0.0.1:${port}`;
  for (const start = Date.now(); !(await answers(address)); ) {
    if (server.exitCode !== null) throw new Error(`${folder}: the server has ended: ${output}`);
    if (Date.now() - start > STARTS_WITHIN) throw new Error(`${folder}: the server does not answer: ${output}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return { address, close };
}

/** The program is in the project, wherever that is run. */
const command = ([program, ...args]) => [path.join(project, program), ...args];

/** Where and how an application's commands run: they ask nothing, and tell their makers nothing. */
const options = (folder) => ({
  cwd: path.join(project, folder),
  env: { ...process.env, CI: '1', NO_COLOR: '1', NEXT_TELEMETRY_DISABLED: '1' },
});

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  await once(server, 'close');
  return `${port}`;
}

const answers = (address) => fetch(address, { method: 'HEAD', signal: AbortSignal.timeout(STARTS_WITHIN) }).then(() => true, () => false);
