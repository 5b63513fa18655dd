// What the tests of this folder share.
//
// In this process the package is `#package` (the root package.json), its ES module bundle. In a process of
// its own, for what would spoil this one, it is `mediastream-polyfill` by name, its entry for Node.
import { execFile } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

export * from './streams.mjs';

const run = promisify(execFile);

export const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');

/**
 * Runs a function in a process of its own and returns what it returned, by way of JSON. It sees nothing but
 * its argument: what it needs it imports itself, with `import()`. A function that has broken what that takes
 * calls `answer` with its JSON instead.
 */
export async function inProcess(main, { argument, flags = [] } = {}) {
  const script = `
    import { writeSync } from 'node:fs';
    const exit = process.reallyExit.bind(process);
    const answer = (json) => { writeSync(1, '\\n' + json); exit(0); };
    const result = await (${main})(${JSON.stringify(argument)});
    answer(JSON.stringify(result ?? null));`;
  const { stdout } = await run(process.execPath, [...flags, '--input-type=module', '--eval', script], {
    // Where the package refers to itself by its name.
    cwd: join(root, 'pkg'),
    timeout: 120_000,
  });
  return JSON.parse(stdout.slice(stdout.lastIndexOf('\n') + 1));
}
