// The examples in the declarations, which compile under `tsc --strict` and print what they say: at the end of a line that calls
// console.log(), or after `// prints`.
//
//   node tests/api/examples.mjs
//
// The package must have been built.
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import typescript from 'typescript';
import { complainedOf, root } from './compile.mjs';

/** The declarations of the package. */
export const ENTRIES = ['index', 'devices', 'auto', 'classic'];

/** The examples of an entry, and what each says that it prints. */
export function examplesOf(entry) {
  const text = readFileSync(join(root, 'pkg', `${entry}.d.ts`), 'utf8');
  return Array.from(text.matchAll(/@example\n\s*\* ```ts\n([^]*?)\n\s*\* ```/g), ([, fence], at) => {
    const code = fence.replaceAll(/^ *\* ?/gm, '');
    const says = [...code.matchAll(/(?:\/\/ prints |console\.log\(.*; \/\/ )(.*)$/gm)].map(([, text]) => text);
    return { name: `${entry}-${at + 1}`, code, says: says.join('\n') };
  });
}

async function check() {
  const examples = ENTRIES.flatMap(examplesOf);
  const folder = join(root, 'target', 'api', 'examples');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const files = examples.map(({ name, code }) => {
    writeFileSync(join(folder, `${name}.ts`), code);
    return join(folder, `${name}.ts`);
  });
  const wrong = complainedOf(files, { strict: true, noUncheckedIndexedAccess: true });
  const compiles = (name) => !wrong.some((file) => file.endsWith(`/${name}.ts`));

  const right = examples.filter(({ name, code, says }) => {
    const { outputText } = typescript.transpileModule(code, { compilerOptions: { target: 'es2022', module: 'esnext' } });
    let printed;
    try {
      const program = ['--input-type=module', '--eval', outputText];
      printed = execFileSync(process.execPath, program, { cwd: join(root, 'pkg'), encoding: 'utf8', timeout: 60_000 }).trimEnd();
    } catch (error) {
      printed = `${error}`;
    }
    if (printed !== says) console.log(`${name} prints\n${printed}\nand not\n${says}\n`);
    return printed === says && compiles(name);
  });
  console.log(`${right.length} of ${examples.length} projects are examples that print what they say.`);
  if (right.length < examples.length || wrong.length > 0 || examples.length === 0) process.exitCode = 1;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await check();
