// Builds a page with each bundler, from the packed package as a user's project has it, into target/loaders/. What the built
// pages do is tests/browsers/tests/loaders.rs. README.md has the table, which --write renews.
//
//   node tests/loaders/build.mjs [--write]
import assert from 'node:assert/strict';
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { installProject } from '../project.mjs';
import { bundlers } from './bundlers.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const target = path.join(root, 'target', 'loaders');
const readme = path.join(root, 'README.md');
const project = installProject('loaders');

/** A part of the constraint solver's module, by which a script is known that has it. */
const solver = readFileSync(path.join(root, 'pkg', 'constraints.js'));
const SOLVER = solver.subarray(solver.length / 2, solver.length / 2 + 100);

/** The scripts that a bundler made, by their names. */
function scriptsIn(folder) {
  const names = readdirSync(folder, { recursive: true }).filter((name) => name.endsWith('.js'));
  return Object.fromEntries(names.map((name) => [name, readFileSync(path.join(folder, name))]));
}

/** In kilobytes, what is loaded at once: all but what has the solver, where that is a file of its own. */
function weight(scripts) {
  const names = Object.keys(scripts).filter((name) => name === 'main.js' || !isSolver(scripts[name]));
  const size = gzipSync(Buffer.concat(names.map((name) => scripts[name])), { level: 9 }).length;
  return `${(size / 1000).toFixed(0)} kB`;
}
const isSolver = (/** @type {Buffer} */ script) => script.includes(SOLVER);

const rows = [];
rmSync(target, { recursive: true, force: true });
for (const [name, bundle] of Object.entries(bundlers)) {
  const folder = path.join(target, name.toLowerCase().replaceAll(' ', '-'));
  mkdirSync(folder, { recursive: true });
  for (const page of ['main', 'small']) await bundle(path.join(project, page, 'main.js'), path.join(folder, page));
  cpSync(path.join(project, 'main', 'index.html'), path.join(folder, 'main', 'index.html'));
  const [main, small] = ['main', 'small'].map((page) => scriptsIn(path.join(folder, page)));
  assert.ok('main.js' in main, `${name} made ${Object.keys(main)}`);
  rows.push(`| ${name} | ${weight(main)} | ${weight(small)} | ${isSolver(main['main.js']) ? 'no' : 'yes'} |`);
  console.log(rows.at(-1));
}

const table = [
  '| | a page that installs | `new MediaStream()` alone | settings are chosen by a file of its own |',
  '|---|---|---|---|',
  ...rows,
].join('\n');
const text = readFileSync(readme, 'utf8');
const renewed = text.replace(/(?<=<!-- loaders -->\n).*?(?=<!-- \/loaders -->)/s, `${table}\n`);
if (process.argv.includes('--write')) writeFileSync(readme, renewed);
else assert.ok(isAsGood(text, renewed), 'README.md has another table: `node tests/loaders/build.mjs --write` renews it');

/** Whether a text says the same, to a kilobyte: another compiler may make some bytes more of it. */
function isAsGood(text, renewed) {
  const SIZE = /\d+(?= kB)/g;
  const [sizes, others] = [text, renewed].map((each) => each.match(SIZE).map(Number));
  const words = [text, renewed].map((each) => each.replaceAll(SIZE, ''));
  return words[0] === words[1] && sizes.every((size, i) => Math.abs(size - others[i]) <= 1);
}
