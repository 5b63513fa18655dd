/** @file Files over the bundles: classic scripts, Node's, and declarations. */

import { readFile, writeFile } from 'node:fs/promises';
import { root } from './options.mjs';

/** Makes a classic script of an ES module that imports nothing: what it exports becomes a global. */
export async function makeClassic(script, module = script) {
  const text = await readFile(`${root}/${module}`, 'utf8');
  const body = text.replace(/\bexport\s*\{([^}]*)\}[;\s]*$/, (_, list) => {
    const members = list.split(',').map((each) => {
      const [name, exported = name] = each.trim().split(/\s+as\s+/);
      return `${exported}:${name}`;
    });
    return `globalThis.MediaStreamPolyfill={${members.join(',')}}\n`;
  });
  // Modules are strict.
  await writeFile(`${root}/${script}`, `(()=>{"use strict"\n${body}})()\n`);
}

/** An ES module over a CommonJS one, with the same exports as another. */
export const wrap = (file, commonjs, exports) =>
  writeFile(
    `${root}/pkg/${file}`,
    `import commonjs from './${commonjs}';\nexport const { ${exports.toSorted().join(', ')} } = commonjs;\n`,
  );

/** What require() gives in Node, where it can tell which of the two works. An empty module shows it. */
export const choose = (file, commonjs) =>
  writeFile(
    `${root}/pkg/${file}`,
    `'use strict';
let works = true;
try {
  new WebAssembly.Instance(new WebAssembly.Module(Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0)));
} catch {
  works = false;
}
module.exports = works ? require('./${commonjs}') : require('./js/${commonjs}');
`,
  );

/** All folders have the same types. */
export async function declare() {
  for (const entry of ['index', 'auto', 'devices']) {
    for (const [folder, kind] of [['js', ''], ['js', 'c'], ['workerd', '']]) {
      const declarations = entry === 'auto' ? `import '../auto.${kind}js';\n` : `export * from '../${entry}.${kind}js';\n`;
      await writeFile(`${root}/pkg/${folder}/${entry}.d.${kind}ts`, declarations);
    }
  }
}
