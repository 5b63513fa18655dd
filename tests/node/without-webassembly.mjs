// Where Node imports this file first, the package is the one without WebAssembly, and there is no WebAssembly: so what the
// tests prove of one package they prove of both. Processes and threads that they start have it from NODE_OPTIONS as well.
import { existsSync } from 'node:fs';
import Module, { register } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const pkg = join(dirname(fileURLToPath(import.meta.url)), '..', '..', 'pkg');

/** The file of the one package that is there for a file of the other. */
function counterpart(file) {
  if (dirname(file) !== pkg) return file;
  const name = { 'node.cjs': 'index.cjs' }[basename(file)] ?? basename(file).replace('-node.cjs', '.cjs');
  const found = join(pkg, 'js', name);
  return existsSync(found) ? found : file;
}

/** Node's hooks for import live on a thread of their own, which imports this file too. */
export async function resolve(specifier, context, nextResolve) {
  const resolved = await nextResolve(specifier, context);
  if (!resolved.url.startsWith('file:')) return resolved;
  const file = fileURLToPath(resolved.url);
  return counterpart(file) === file ? resolved : { ...resolved, url: pathToFileURL(counterpart(file)).href };
}

if (!import.meta.url.endsWith('?hooks')) {
  register(`${import.meta.url}?hooks`);
  const { _resolveFilename } = Module;
  Module._resolveFilename = (...args) => counterpart(Reflect.apply(_resolveFilename, Module, args));
  delete globalThis.WebAssembly;
}
