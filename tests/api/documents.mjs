// The examples of README.md and docs/ name what there is, and give it what it takes: they compile, as
// TypeScript, those in JavaScript too.
//
//   node tests/api/documents.mjs
//
// The package must have been built.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { examples } from '../examples/documents.mjs';
import { complainedOf, root } from './compile.mjs';

const folder = join(root, 'target', 'api', 'documents');
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
const files = examples
  .filter(({ language }) => language !== 'html')
  .map(({ name, given, code }) => {
    const file = join(folder, `${name}.ts`);
    // What imports nothing is to be a module as well.
    writeFileSync(file, `${given}${code}\nexport {};\n`);
    return file;
  });

// Not strict: what a page looks up may be null, which examples don't ask.
const wrong = new Set(complainedOf(files, { strict: false, types: ['node'], skipLibCheck: true }));
console.log(`${files.length - wrong.size} of ${files.length} projects are examples of the documents that compile.`);
if (wrong.size > 0 || files.length === 0) process.exitCode = 1;
