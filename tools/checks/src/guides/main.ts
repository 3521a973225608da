// Compiles every TypeScript snippet of the guides, each as a module beside docs/guides/globals.d.ts, so that none shows
// what the libraries no longer have.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Finding, reportFindings } from '../workspace/finding.js';
import { extractSnippets } from './extract-snippets.js';

const guides = 'docs/guides';
/** Its diffs and snippets are tried on an application, by the specs of example-stock. */
const TRIED_ELSEWHERE = 'migration.md';
const out = 'tools/checks/dist/guides';
const places = new Map<string, { readonly file: string; readonly line: number }>();

rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });
for (const name of readdirSync(guides).filter((file) => file.endsWith('.md') && file !== TRIED_ELSEWHERE)) {
  const file = `${guides}/${name}`;
  for (const { text, language, line } of extractSnippets(readFileSync(file, 'utf8'))) {
    const module = `${name.replace('.md', '')}-${line}.${language}`;
    // Behind the text, so that lines are counted as in the page.
    writeFileSync(join(out, module), `${text}\nexport {};\n`);
    places.set(module, { file, line });
  }
}
writeFileSync(
  join(out, 'tsconfig.json'),
  JSON.stringify({
    extends: '../../../../tsconfig.base.json',
    compilerOptions: {
      noEmit: true,
      customConditions: ['@trunkline/source'],
      noUnusedLocals: false,
      skipLibCheck: false,
      types: ['node', 'react'],
      jsx: 'react-jsx',
      lib: ['ES2023', 'DOM', 'DOM.Iterable'],
    },
    include: ['*.ts', '*.tsx', '../../../../docs/guides/globals.d.ts'],
  }),
);
reportFindings('guides', compile());

function compile(): readonly Finding[] {
  const { status, stdout, stderr } = spawnSync(
    'node_modules/@typescript/native/bin/tsc',
    ['-p', out, '--pretty', 'false'],
    {
      encoding: 'utf8',
    },
  );
  if (status === 0) return [];
  const found = stdout.split('\n').flatMap(toFinding);
  const unread = { rule: 'guides', file: guides, line: 1, problem: stdout + stderr, remedy: 'See what tsc says.' };
  return found.length > 0 ? found : [unread];
}

/** A complaint of the compiler, at its place in the page. Lines that go on with one before are left out. */
function toFinding(text: string): readonly Finding[] {
  const [, path = '', line = '', problem = ''] = /^([^\s(]+)\((\d+),\d+\): error (.*)$/.exec(text) ?? [];
  if (path === '') return [];
  const place = places.get(path.split('/').at(-1) ?? '');
  const where =
    place === undefined
      ? { file: path, line: Number(line) }
      : { file: place.file, line: place.line + Number(line) - 1 };
  return [{ rule: 'guides', ...where, problem, remedy: 'Correct the snippet, or docs/guides/globals.d.ts.' }];
}
