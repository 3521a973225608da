import { execFileSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { ProjectFolder } from '../../compiler/project-folder.spec-support.js';

const source = fileURLToPath(new URL('evaluated-files.ts', import.meta.url));
const loader = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;
let project: ProjectFolder;

beforeEach(() => {
  project = new ProjectFolder({ 'one.ts': 'export const one: number = 1;', 'types.ts': 'export type One = 1;' });
  project.write('old.cjs', "require('./older.cjs');");
  project.write('older.cjs', '');
});

afterEach(() => project.remove());

describe('evaluatedFiles', () => {
  it('has the files of the application that were evaluated, and how each came in', () => {
    const script = project.write(
      'main.ts',
      `import './old.cjs';
       import 'zod';
       import { one } from './one.js';
       import type { One } from './types.js';
       import { evaluatedFiles } from ${JSON.stringify(source)};
       const ours: One = one as One;
       console.log(JSON.stringify(evaluatedFiles()), ours);`,
    );
    const printed = execFileSync(process.execPath, ['--import', loader, script], { encoding: 'utf8' });
    const files = JSON.parse(printed.slice(0, printed.lastIndexOf(' '))) as readonly { path: string }[];
    expect(files.filter(({ path }) => path.startsWith(project.folder))).toEqual(
      expect.arrayContaining([
        { path: project.path('older.cjs'), way: 'require' },
        { path: project.path('one.ts'), way: 'import' },
        { path: project.path('main.ts'), way: 'import' },
      ]),
    );
    expect(files.some(({ path }) => path.includes('node_modules') || path.endsWith('types.ts'))).toBe(false);
  }, 60_000);
});
