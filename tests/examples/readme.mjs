// The documents' examples, and what these say that they print. They stand there as
//
//   <!-- example: user-agent -->
//   a fence of js, and a fence of text after it
//
//   node tests/examples/readme.mjs user-agent     prints both, as JSON
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

/**
 * @param {string} name
 * @param {string} file from the repository's top
 * @returns {Promise<{ code: string, output: string }>}
 */
export async function readExample(name, file = 'README.md') {
  const text = await readFile(new URL(`../../${file}`, import.meta.url), 'utf8');
  const pattern = /\s*```js\n(?<code>.*?)\n```.*?```text\n(?<output>.*?)\n```/sy;
  const comment = `<!-- example: ${name} -->`;
  pattern.lastIndex = text.indexOf(comment) + comment.length;
  const match = text.includes(comment) && pattern.exec(text);
  if (!match) throw new Error(`${file} has no fences of js and text after ${comment}`);
  const { code, output } = match.groups;
  return { code, output };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) console.log(JSON.stringify(await readExample(process.argv[2])));
