// Hermes, React Native's engine, in its own program: of a program that is resolved and lowered as React Native does it.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { transformAsync } from '@babel/core';
import { build } from 'esbuild';
import { installProject, run } from '../project.mjs';
import { bundleTests, everyTestPassed } from './guests.mjs';

const here = fileURLToPath(new URL('.', import.meta.url));
const modules = join(here, 'node_modules');
const hermes = join(modules, 'hermes-engine-cli', 'linux64-bin', 'hermes');
const project = installProject('runtimes/hermes');

/**
 * The modules as Metro lowers them, by their files.
 * @type {Map<string, ReturnType<typeof transformAsync>>}
 */
const lowered = new Map();

async function lowerFile(filename) {
  // esbuild joins the modules, not what Metro has for that.
  const presets = [['@react-native/babel-preset', { disableImportExportTransform: true }]];
  const text = await readFile(filename, 'utf8');
  return transformAsync(text, { presets, babelrc: false, configFile: false, cwd: here, filename, compact: true });
}

const lower = {
  name: 'lower',
  setup: ({ onLoad }) =>
    onLoad({ filter: /\.m?js$/ }, async ({ path }) => {
      if (!lowered.has(path)) lowered.set(path, lowerFile(path));
      return { contents: (await lowered.get(path)).code };
    }),
};

/** A program as React Native has it: the package by the condition `react-native`, its syntax what Babel's preset makes of it. */
const bundle = (main, file) =>
  build({
    entryPoints: [join(project, main)],
    outfile: join(project, file),
    bundle: true,
    conditions: ['react-native'],
    mainFields: ['react-native', 'browser', 'main'],
    nodePaths: [modules],
    // What brings other things to this repository brings an older one.
    alias: { 'event-target-shim': join(modules, 'event-target-shim', 'index.mjs') },
    format: 'iife',
    target: 'es2015',
    supported: { bigint: true },
    logLevel: 'warning',
    plugins: [lower],
  });

/** Runs a program in Hermes, and gives what it printed. */
async function runBundled(main) {
  await bundle(main, `bundled-${main}`);
  const { status, output } = run(project, hermes, ['-w', `bundled-${main}`]);
  assert.equal(status, 0, output);
  return output;
}

/** What is another there than in engines that have classes of their own, and why. */
const NOT_THERE = [
  // The preset makes properties of private fields, which what is made of an object inherits.
  /^(MediaStream|StreamController)\.(add|remove)Track of what is no track/,
  /^setTracks with one bad track among good ones/,
  /^the MediaStream constructor takes a stream or a sequence/,
  /^every member of \w+ asks for a \w+/,
  /^instances have no properties of their own/,
  // It makes functions of classes and methods.
  /^MediaStreamTrack has an illegal constructor/,
  /^\w+'s operations and attributes are functions of the right name and length/,
  /^\w+ has no static members but those of the interface/,
  // event-target-shim's events have no target any more when they have been dispatched.
  /^the event is a DeviceChangeEvent that neither bubbles/,
  /^the event is a MediaStreamTrackEvent with the track, neither bubbling/,
  /^the ended event is an Event that neither bubbles/,
  // Hermes has no Promise.allSettled().
  /^calls take effect in the order in which they are made/,
  /^11\.10\. if the constraints can not be applied to a track/,
];

test('in Hermes, the package does what it does in Node', async (context) => {
  await bundleTests(join(project, 'tests.mjs'));
  const output = await runBundled('main.js');
  assert.match(output, /^auto: true, 0$/m);
  await everyTestPassed(context, output, NOT_THERE);
});

test('in Hermes as it is, the import succeeds, and what needs EventTarget says that there is none', async () => {
  const output = await runBundled('bare.js');
  assert.match(output, /^Failed to construct 'MediaStream': this host has no EventTarget\.$/m);
  // It would say on a console what it doesn't change.
  assert.match(output, /^install: $/m);
});
