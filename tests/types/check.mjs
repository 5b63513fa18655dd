// Checks the declarations of the packed npm package with `tsc --strict`, as its users' projects see
// them: installed in node_modules, by each way of resolving it, with and without `dom`.
//
//   node tests/types/check.mjs [part of a project's name]
//
// The package must have been built.
import { execFile } from 'node:child_process';
import { copyFile, mkdir, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);
const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, '..', '..');
const workshop = join(root, 'target', 'types');

/** This project's own compiler, and the TypeScript 5 that comes with @arethetypeswrong/cli. */
const require = createRequire(import.meta.url);
const requireOfTypesWrong = createRequire(require.resolve('@arethetypeswrong/core'));
const compilers = [require, requireOfTypesWrong].map((require) => ({
  version: require('typescript/package.json').version,
  tsc: join(dirname(require.resolve('typescript/package.json')), 'bin', 'tsc'),
}));

const ALWAYS = ['everywhere', 'without-webassembly', 'classic', 'workerd'];

/** What is an ES module and no other: TypeScript 5 lets no CommonJS import it. */
const MODULES = ['workerd'];

/** What a project's libraries declare, and the sources that are written for it. */
const environments = {
  dom: { lib: ['es2022', 'dom', 'dom.iterable'], types: [], files: [...ALWAYS, 'dom', 'auto-with-dom', 'devices', 'devices-with-dom'] },
  'dom and node': { lib: ['es2022', 'dom'], types: ['node'], files: [...ALWAYS, 'dom', 'auto-with-dom', 'devices', 'devices-with-dom'] },
  standalone: { lib: ['es2022'], types: [], files: [...ALWAYS, 'standalone', 'auto-without-dom', 'devices'] },
  webworker: { lib: ['es2022', 'webworker'], types: [], files: [...ALWAYS, 'worker', 'auto-without-dom', 'devices'] },
  node: { lib: ['es2022'], types: ['node'], files: [...ALWAYS, 'node', 'auto-without-dom', 'devices'] },
  // werift's own declarations are not without mistakes.
  werift: { lib: ['es2022', 'dom'], types: ['node'], files: ['werift'], skipLibCheck: true },
};

/**
 * How a project finds the package, and the kind of module it is written in.
 * @type {Record<string, { module: string, moduleResolution: string, extension: string, environments?: string[] }>}
 */
const resolutions = {
  'nodenext, ESM': { module: 'nodenext', moduleResolution: 'nodenext', extension: 'mts' },
  'nodenext, CommonJS': { module: 'nodenext', moduleResolution: 'nodenext', extension: 'cts' },
  bundler: { module: 'esnext', moduleResolution: 'bundler', extension: 'ts' },
  // As nodenext is, but of another year: libraries make no difference there.
  'node16, ESM': { module: 'node16', moduleResolution: 'node16', extension: 'mts', environments: ['dom', 'standalone'] },
  'node16, CommonJS': { module: 'node16', moduleResolution: 'node16', extension: 'cts', environments: ['dom', 'standalone'] },
};

async function installPackage() {
  const { stdout } = await run('npm', ['pack', '--json', '--pack-destination', workshop], {
    cwd: join(root, 'pkg'),
  });
  const [{ filename, files }] = JSON.parse(stdout);
  const destination = join(workshop, 'node_modules', 'mediastream-polyfill');
  await mkdir(destination, { recursive: true });
  await run('tar', ['-xzf', join(workshop, filename), '-C', destination, '--strip-components', '1']);
  const declarations = files.map(({ path }) => path).filter((path) => /\.d\.[cm]?ts$/.test(path));
  for (const needed of ['index.d.ts', 'index.d.cts', 'auto.d.ts', 'auto.d.cts', 'devices.d.ts', 'devices.d.cts']) {
    if (!declarations.includes(needed)) throw new Error(`The packed package has no ${needed}. Build it first.`);
  }
}

/** Writes one project, a folder with its sources and its tsconfig.json, and returns its path. */
async function writeProject(name, environment, resolution) {
  const { lib, types, skipLibCheck = false } = environment;
  const { module, moduleResolution, extension } = resolution;
  const files = environment.files.filter((file) => extension !== 'cts' || !MODULES.includes(file));
  const folder = join(workshop, name.replace(/\W+/g, '-'));
  await mkdir(folder, { recursive: true });
  const names = files.map((file) => `${file}.${extension}`);
  for (const [at, file] of files.entries()) await copyFile(join(here, `${file}.ts`), join(folder, names[at]));
  const compilerOptions = {
    strict: true,
    exactOptionalPropertyTypes: true,
    noUncheckedIndexedAccess: true,
    // The package's own declarations are what is to be checked.
    skipLibCheck,
    noEmit: true,
    target: 'es2022',
    lib,
    types,
    module,
    moduleResolution,
  };
  await writeFile(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions, files: names }, null, 2));
  return folder;
}

/** The compiler's complaints about a project, or ''. */
async function complaintsAbout(folder, tsc) {
  try {
    await run(process.execPath, [tsc, '--project', folder, '--pretty', 'false'], { cwd: folder });
    return '';
  } catch (error) {
    return `${error.stdout}${error.stderr}`;
  }
}

await rm(workshop, { recursive: true, force: true });
await mkdir(workshop, { recursive: true });
await installPackage();

const wanted = process.argv[2] ?? '';
let checked = 0;
let failed = 0;
for (const [environmentName, environment] of Object.entries(environments)) {
  for (const [resolutionName, resolution] of Object.entries(resolutions)) {
    const name = `${environmentName} (${resolutionName})`;
    if (!name.includes(wanted) || !(resolution.environments?.includes(environmentName) ?? true)) continue;
    const folder = await writeProject(name, environment, resolution);
    for (const { version, tsc } of compilers) {
      const complaints = await complaintsAbout(folder, tsc);
      checked += 1;
      if (complaints) failed += 1;
      const verdict = complaints ? 'FAILED' : 'ok    ';
      console.log(`${verdict} TypeScript ${version}, ${name}: ${environment.files.join(', ')}`);
      if (complaints) console.log(complaints);
    }
  }
}
console.log(`${checked - failed} of ${checked} projects compile under tsc --strict.`);
if (failed > 0 || checked === 0) process.exitCode = 1;
