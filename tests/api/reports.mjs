// A report of what each entry of the package declares, kept beside this file and compared by API Extractor: so a public type that
// changes is seen to change.
//
//   node tests/api/reports.mjs [--write]
//
// What auto.d.ts and classic.d.ts declare is global, which API Extractor doesn't tell; all of it is the types of these two.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Extractor, ExtractorConfig } from '@microsoft/api-extractor';

const root = fileURLToPath(new URL('../..', import.meta.url));
const workshop = join(root, 'target', 'api');
const write = process.argv.includes('--write');

mkdirSync(workshop, { recursive: true });

/** Compares the report of an entry, or writes it. Returns whether it is as it was. */
function compare(entry) {
  const config = ExtractorConfig.prepare({
    configObject: {
      projectFolder: root,
      mainEntryPointFilePath: join(root, 'pkg', `${entry}.d.ts`),
      compiler: {
        overrideTsconfig: {
          compilerOptions: { target: 'es2022', module: 'esnext', moduleResolution: 'bundler', lib: ['es2022', 'dom'], types: [], strict: true },
          files: [join(root, 'pkg', `${entry}.d.ts`)],
        },
      },
      apiReport: {
        enabled: true,
        reportFileName: `${entry}.api.md`,
        reportFolder: join(root, 'tests', 'api'),
        reportTempFolder: workshop,
        includeForgottenExports: true,
      },
      docModel: { enabled: false },
      dtsRollup: { enabled: false },
      tsdocMetadata: { enabled: false },
      newlineKind: 'lf',
      // Whether everything has a text, and links lead anywhere, reference.mjs finds out.
      messages: {
        compilerMessageReporting: { default: { logLevel: 'error' } },
        extractorMessageReporting: { default: { logLevel: 'none' } },
        tsdocMessageReporting: { default: { logLevel: 'none' } },
      },
    },
    configObjectFullPath: join(root, 'tests', 'api', 'api-extractor.json'),
    packageJsonFullPath: join(root, 'pkg', 'package.json'),
  });
  const { succeeded, apiReportChanged } = Extractor.invoke(config, { localBuild: write, showVerboseMessages: false });
  if (apiReportChanged && !write) console.log(`${entry}.d.ts declares something else now: see what, and write it with --write`);
  return write || succeeded;
}

const entries = ['index', 'devices'];
const same = entries.filter(compare);
console.log(`${same.length} of ${entries.length} projects declare what is kept of them.`);
if (same.length < entries.length) process.exitCode = 1;
