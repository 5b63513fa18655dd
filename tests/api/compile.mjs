// Compiles sources as a user's project with a bundler does, that has the package.
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import typescript from 'typescript';

export const root = fileURLToPath(new URL('../..', import.meta.url));

/** What such a project's tsconfig.json has. */
export const OPTIONS = {
  target: 'es2022',
  module: 'esnext',
  moduleResolution: 'bundler',
  lib: ['es2022', 'dom', 'dom.iterable'],
  types: [],
  noEmit: true,
  paths: {
    'mediastream-polyfill': [join(root, 'pkg', 'index.d.ts')],
    'mediastream-polyfill/auto': [join(root, 'pkg', 'auto.d.ts')],
    'mediastream-polyfill/devices': [join(root, 'pkg', 'devices.d.ts')],
  },
};

/**
 * Prints what the compiler complains of.
 *
 * @param {string[]} files
 * @param {object} options that the project has besides
 * @returns {string[]} the files that there is something wrong with
 */
export function complainedOf(files, options) {
  const { options: whole } = typescript.convertCompilerOptionsFromJson({ ...OPTIONS, ...options }, root);
  const found = typescript.getPreEmitDiagnostics(typescript.createProgram(files, whole));
  const host = { getCanonicalFileName: (name) => name, getCurrentDirectory: () => root, getNewLine: () => '\n' };
  if (found.length > 0) console.log(typescript.formatDiagnostics(found, host));
  return found.map(({ file }) => file?.fileName ?? root);
}
