// README.md's example of the user agent's side, and what README.md says that it prints. It stands there as
//
//   <!-- example: user-agent -->
//   a fence of js, and a fence of text after it
//
//   node tests/examples/user-agent.mjs     prints both, as JSON
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

const readme = new URL('../../README.md', import.meta.url);

/** @returns {Promise<{ code: string, output: string }>} */
export async function readExample() {
  const text = await readFile(readme, 'utf8');
  const pattern = /<!-- example: user-agent -->\s*```js\n(?<code>.*?)\n```.*?```text\n(?<output>.*?)\n```/s;
  const match = pattern.exec(text);
  if (!match) throw new Error('README.md has no fences of js and text after <!-- example: user-agent -->');
  const { code, output } = match.groups;
  return { code, output };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) console.log(JSON.stringify(await readExample()));
