import { describe, expect, it } from '@jest/globals';
import type { FileChange } from '@trunkline/codegen';
import { printStale, type StaleOptions } from './print-stale.js';

const changed: FileChange = {
  path: 'src/types.ts',
  kind: 'changed',
  before: 'export interface User {\n  id: string;\n}\n',
  after: 'export interface User {\n  id: string;\n  name: string;\n}\n',
};
const print = (changes: readonly FileChange[], options: Partial<StaleOptions> = {}): string =>
  printStale(changes, {
    folder: 'libs/api',
    command: 'npx trunkline generate',
    maxLineCount: 60,
    hasColor: false,
    ...options,
  });

describe('printStale', () => {
  it('shows a change as a unified diff, and the command to run', () => {
    expect(print([changed])).toBe(
      [
        '--- a/libs/api/src/types.ts',
        '+++ b/libs/api/src/types.ts',
        '@@ -1,3 +1,4 @@',
        ' export interface User {',
        '   id: string;',
        '+  name: string;',
        ' }',
        '',
        'libs/api is stale: 1 file. Run: npx trunkline generate',
        '',
      ].join('\n'),
    );
  });

  it('shows files that are missing and files that are left over', () => {
    const text = print([
      { path: 'a.ts', kind: 'added', after: 'new\n' },
      { path: 'b.ts', kind: 'removed', before: 'old\n' },
    ]);
    expect(text).toContain('--- /dev/null\n+++ b/libs/api/a.ts\n@@ -0,0 +1,1 @@\n+new\n');
    expect(text).toContain('--- a/libs/api/b.ts\n+++ /dev/null\n@@ -1,1 +0,0 @@\n-old\n');
    expect(text).toContain('libs/api is stale: 2 files.');
  });

  it('cuts the difference of each file, and says how much is left out', () => {
    const after = Array.from({ length: 30 }, (_, index) => `line ${index}\n`).join('');
    const lines = print(
      [
        { path: 'a.ts', kind: 'added', after },
        { path: 'b.ts', kind: 'added', after: 'short\n' },
      ],
      { maxLineCount: 10 },
    ).split('\n');
    expect(lines.indexOf('… 23 more lines of this file')).toBe(10);
    expect(lines).toContain('+short');
  });

  it('names compiled files, which differ as their sources do', () => {
    const compiled = Array.from({ length: 7 }, (_, index): FileChange => {
      return { path: `dist/${index}.js`, kind: 'added', after: `compiled ${index}\n` };
    });
    const text = print([...compiled, changed]);
    expect(text).toContain('7 compiled files in dist: 0.js, 1.js, 2.js, 3.js, 4.js and 2 more\n');
    expect(text).not.toContain('+compiled');
    expect(text).toContain('8 files.');
  });

  it('is coloured where colour is wanted', () => {
    const text = print([changed], { hasColor: true });
    expect(text).toContain('\u001B[32m+  name: string;\u001B[0m');
    expect(text).toContain('\u001B[36m@@ -1,3 +1,4 @@\u001B[0m');
    expect(text).toContain('\n export interface User {\n');
  });
});
