// Compares what each library exports with the committed list in tools/checks/api, so that no public name comes or goes by
// accident. `npm run api:write` accepts what is there.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { type Finding, reportFindings } from '../workspace/finding.js';
import { readProjects } from '../workspace/project.js';
import { compareNames } from './compare-names.js';
import { listExportedNames } from './exported-names.js';

const isWriting = process.argv.includes('--write');
const findings: Finding[] = [];

for (const { root, manifest } of readProjects(process.cwd())) {
  if (!root.startsWith('libs/')) continue;
  for (const [subpath, source] of Object.entries(manifest.sources)) {
    const entry = join(root, source);
    const list = `tools/checks/api/${[basename(root), ...subpath.split('/').slice(1)].join('-')}.txt`;
    const names = listExportedNames(entry, readFileSync(entry, 'utf8'));
    if (isWriting) writeFileSync(list, names.map((name) => `${name}\n`).join(''));
    else findings.push(...compareNames({ entry, list, names, committed: readList(list) }));
  }
}

reportFindings('api', findings);

function readList(path: string): readonly string[] {
  if (!existsSync(path)) return [];
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line !== '');
}
