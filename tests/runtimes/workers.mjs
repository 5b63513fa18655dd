// Builds the workers that tests/browsers/tests/guests.rs starts, from the packed package, into target/guests/.
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { installProject } from '../project.mjs';
import { bundleTests } from './guests.mjs';

const target = fileURLToPath(new URL('../../target/guests', import.meta.url));
const project = installProject('runtimes/workers');

for (const [name, entry] of [['webassembly', 'mediastream-polyfill'], ['javascript', 'mediastream-polyfill/js']]) {
  await bundleTests(join(project, 'tests.mjs'), entry);
  await build({
    entryPoints: [join(project, 'worker.mjs')],
    outfile: join(target, `${name}.js`),
    bundle: true,
    conditions: ['worker'],
    format: 'esm',
    platform: 'browser',
    logLevel: 'warning',
  });
}
