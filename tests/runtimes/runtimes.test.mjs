// The packed package in each of the run times that are no browsers.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { installProject, runProgramIn } from '../project.mjs';

const project = installProject('runtimes/program');
const printed = `Removed: video: FaceTime HD
true 640
true frameRate
ended ended
Reported: boom
`;

for (const [name, ...args] of [['bun'], ['deno', 'run', '--allow-read', '--allow-env']]) {
  test(`in ${name}, everything works as in Node`, () => {
    const { status, output } = runProgramIn(project, name, ...args, 'program.mjs');
    assert.equal(status, 0, output);
    // Bun reports while the listener runs, the others after it.
    const lines = output.trim().split('\n').sort();
    assert.deepEqual(lines, printed.trim().split('\n').sort());
  });
  test(`in ${name}, a track is printed with what it is`, () => {
    const { status, output } = runProgramIn(project, name, ...args, 'print.mjs');
    assert.equal(status, 0, output);
    assert.match(output, /MediaStreamTrack \{\s+kind: .video.,\s+label: .FaceTime HD.,/);
  });
}
