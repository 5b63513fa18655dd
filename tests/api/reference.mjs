// Makes the reference of the npm package by TypeDoc, in target/docs/javascript, and says what of it lacks a text or an example.
//
//   node tests/api/reference.mjs
//
// A member is documented by a comment of its own, or by its interface's link to the specification that has it. It has an example if
// its own comment has one, or where another of the same entry uses it.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Application, ReflectionKind } from 'typedoc';
import { OPTIONS, root } from './compile.mjs';
import { ENTRIES, examplesOf } from './examples.mjs';

const configuration = join(root, 'target', 'api', 'tsconfig.json');
const entryPoints = ENTRIES.map((entry) => join(root, 'pkg', `${entry}.d.ts`));
const compilerOptions = { ...OPTIONS, strict: true };
mkdirSync(join(root, 'target', 'api'), { recursive: true });
writeFileSync(configuration, JSON.stringify({ compilerOptions, files: entryPoints }));

const application = await Application.bootstrap({
  name: 'mediastream-polyfill',
  entryPoints,
  tsconfig: configuration,
  readme: join(root, 'README.md'),
  disableGit: true,
  disableSources: true,
  highlightLanguages: ['js', 'ts', 'html', 'rust', 'sh', 'text'],
  // What only helps to declare is in the reports beside this file.
  validation: { notExported: false, invalidLink: true, notDocumented: false },
});
const project = await application.convert();
if (project === undefined) process.exit(1);
application.validate(project);
await application.generateDocs(project, join(root, 'target', 'docs', 'javascript'));

const complaints = [];

/** Of a declaration or of what can be called of it. */
const comments = (reflection) => [reflection, reflection.getSignature, reflection.setSignature, ...(reflection.signatures ?? [])].map((each) => each?.comment).filter(Boolean);
const isDocumented = (reflection) => comments(reflection).some((comment) => comment.summary.length > 0 || comment.blockTags.length > 0);
const isLinked = (reflection) => comments(reflection).some((comment) => comment.getTag('@see') !== undefined);

/** What can be asked of an object that the package makes, rather than given to it. */
const isMember = (member) => !member.inheritedFrom && !['prototype', 'constructor'].includes(member.name);

for (const entry of project.children) {
  const examples = examplesOf(entry.name).map(({ code }) => code);
  const isUsed = (name) => examples.some((code) => new RegExp(`\\b${name}\\b`).test(code));
  for (const item of entry.children ?? []) {
    const same = entry.children.filter(({ name }) => name === item.name);
    if (!same.some(isDocumented)) complaints.push(`${entry.name}: ${item.name} has no text`);
    // Those have a page instead: README.md, and docs/.
    const global = ['auto', 'classic'].includes(entry.name);
    if (!global && !isUsed(item.name)) complaints.push(`${entry.name}: ${item.name} has no example`);
    if (!item.kindOf([ReflectionKind.Interface, ReflectionKind.Class])) continue;
    for (const member of (item.children ?? []).filter(isMember)) {
      const name = `${entry.name}: ${item.name}.${member.name}`;
      if (!isDocumented(member) && !isLinked(item)) complaints.push(`${name} has no text`);
      const given = /(Init|Options|Constraints|EventMap|Window)$/.test(item.name);
      if (!global && !given && !isUsed(member.name)) complaints.push(`${name} has no example`);
    }
  }
}

for (const complaint of complaints) console.log(complaint);
if (complaints.length > 0 || application.logger.hasWarnings() || application.logger.hasErrors()) process.exitCode = 1;
