// The examples of README.md and docs/. Each stands there as
//
//   <!-- example: user-agent -->
//   a fence of js, ts or html and, where it prints something, "It prints" and a fence of text
//
//   node tests/examples/documents.mjs     prints them all, as JSON
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = new URL('../../', import.meta.url);
const FENCE =
  /(?:<!-- example: (?<name>[\w-]+) -->\n)?```(?<language>js|ts|html)\n(?<code>.*?)\n```(?:\nIt prints\n```text\n(?<output>.*?)\n```)?/gs;

/** What stands before those examples that speak of something the sentences around them introduce. */
const GIVEN = {
  realm: "import { JSDOM } from 'jsdom';\nconst dom = new JSDOM();\n",
  'in-your-hands': [
    "import { VirtualDevices } from 'mediastream-polyfill/devices';",
    'const dom = { window };',
    'const devices = new VirtualDevices();',
    "const camera = devices.connect({ kind: 'videoinput', label: 'FaceTime HD' });\n",
  ].join('\n'),
  'set-up': "import 'global-jsdom/register';\n",
  'werift-types': "import 'werift';\n",
  capture: [
    "import 'mediastream-polyfill/auto';",
    "const video = document.querySelector('video');",
    "video.src = 'day.webm';",
    'await video.play();\n',
  ].join('\n'),
};

/**
 * @typedef {object} Example
 * @property {string | undefined} name
 * @property {string} file from the repository's top
 * @property {'js' | 'ts' | 'html'} language
 * @property {string} code as it stands there
 * @property {string} given what it takes for granted, to stand before it
 * @property {string} output what it says that it prints
 */

/** @type {Example[]} */
export const examples = ['README.md', ...readdirSync(new URL('docs/', root)).map((file) => `docs/${file}`)].flatMap((file) =>
  Array.from(readFileSync(new URL(file, root), 'utf8').matchAll(FENCE), ({ groups: { name, language, code, output = '' } }) => {
    return { name, file, language, code, given: GIVEN[name] ?? '', output };
  }),
);

/** @param {string} wanted */
export const example = (wanted) => examples.find(({ name }) => name === wanted);

if (process.argv[1] === fileURLToPath(import.meta.url)) console.log(JSON.stringify(examples));
