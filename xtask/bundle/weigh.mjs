/** @file Prints what files of pkg/ weigh, in bytes, as JSON: `node xtask/bundle/weigh.mjs index.js core.js`. */

import { readFileSync } from 'node:fs';
import { brotliCompressSync, gzipSync } from 'node:zlib';

const weigh = (file) => {
  const content = readFileSync(new URL(`../../pkg/${file}`, import.meta.url));
  return { bytes: content.length, gzipped: gzipSync(content, { level: 9 }).length, brotli: brotliCompressSync(content).length };
};
console.log(JSON.stringify(Object.fromEntries(process.argv.slice(2).map((file) => [file, weigh(file)]))));
