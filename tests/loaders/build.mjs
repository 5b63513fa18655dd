// Builds a page with each bundler, from the packed package as a user's project has it, into target/loaders/, and an application
// with each framework, in the project itself. What the built pages do is tests/browsers/tests/loaders.rs; what servers do is
// seen here. README.md has the table, which --write renews.
//
//   node tests/loaders/build.mjs [--write]
import assert from 'node:assert/strict';
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { installProject } from '../project.mjs';
import { bundlers } from './bundlers.mjs';
import { build, frameworks, linkPackages, serve } from './frameworks.mjs';

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

/** What is loaded at once: all but what has the solver, where that is a file of its own. */
function loadedAtOnce(scripts) {
  const names = Object.keys(scripts).filter((name) => name === 'main.js' || !isSolver(scripts[name]));
  return names.map((name) => scripts[name]);
}

/** In kilobytes. */
function weight(scripts) {
  const size = gzipSync(Buffer.concat(scripts), { level: 9 }).length;
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
  tell(name, loadedAtOnce(main), loadedAtOnce(small));
}

linkPackages();
for (const [name, framework] of Object.entries(frameworks)) {
  // Served as it is written, there is nothing to weigh.
  if (framework.build === undefined) continue;
  build(framework);
  const server = await serve(framework);
  await answersRightly(server.address, framework);
  const [main, small, empty] = await Promise.all(['/', '/small', '/empty'].map((page) => scriptsOf(new URL(page, server.address))));
  server.close();
  const added = (/** @type {Map<string, Buffer>} */ page) => [...page].filter(([script]) => !empty.has(script)).map(([, text]) => text);
  tell(name, added(main), added(small));
}

function tell(name, main, small) {
  rows.push(`| ${name} | ${weight(main)} | ${weight(small)} | ${main.some(isSolver) ? 'no' : 'yes'} |`);
  console.log(rows.at(-1));
}

/** The server has rendered the page, and with it what the package did in Node; in the edge runtime it does the same. */
async function answersRightly(address, { edge }) {
  const done = ['Width: 640', 'Removed: video: FaceTime HD', 'Camera: FaceTime HD, true'];
  const page = await (await fetch(address)).text();
  for (const rendered of [done.join('; '), 'Active: false']) assert.ok(page.includes(rendered), page);
  if (edge === undefined) return;
  const answer = await fetch(new URL(edge, address));
  assert.deepEqual(await answer.json(), ['edge-runtime', 'undefined', ...done]);
}

/** The scripts that a page names, in its text or its headers. */
async function scriptsOf(page) {
  const response = await fetch(page);
  const text = `${response.headers.get('link')} ${await response.text()}`;
  const addresses = new Set((text.match(/[\w./~-]*\/[\w.~-]+\.js\b/g) ?? []).map((name) => new URL(name, page).href));
  assert.ok(addresses.size > 0, text);
  const scripts = await Promise.all(Array.from(addresses, async (address) => [address, Buffer.from(await (await fetch(address)).arrayBuffer())]));
  return new Map(scripts);
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
