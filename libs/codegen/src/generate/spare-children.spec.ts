import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { ProjectFolder } from '../reader/compiler/project-folder.spec-support.js';
import type { RouterChild } from '../reader/schema/import/router-child.js';
import { SpareChildren } from './spare-children.js';

const SPEC_TIMEOUT_MS = 60_000;

let project: ProjectFolder;
let spares: SpareChildren;
let taken: RouterChild[];

beforeEach(() => {
  project = new ProjectFolder({ 'early.ts': 'export const early = 1;' });
  spares = new SpareChildren({ routerPath: project.path('router.ts'), exportName: 'appRouter' });
  taken = [];
});

afterEach(() => {
  spares.close();
  for (const child of taken) child.end();
  project.remove();
});

const take = (changedFiles?: readonly string[]): RouterChild => {
  const child = spares.take(changedFiles);
  taken.push(child);
  return child;
};
/** Whether a process had evaluated the file before it was given away. */
const hasEvaluated = async (child: RouterChild): Promise<boolean | undefined> =>
  (await child.prepare([]))?.has(project.path('early.ts'));
const prepare = (): Promise<void> => spares.prepare([{ path: project.path('early.ts'), way: 'import' }]);

describe('SpareChildren', () => {
  it(
    'gives away each process once',
    async () => {
      await spares.prepare([]);
      expect(new Set([take([]), take([]), take([])]).size).toBe(3);
    },
    SPEC_TIMEOUT_MS,
  );

  it(
    'gives the prepared process where nothing that it has evaluated changed, and a plain one where something did',
    async () => {
      await prepare();
      expect(await hasEvaluated(take([project.path('late.ts')]))).toBe(true);
      await prepare();
      expect(await hasEvaluated(take([project.path('early.ts')]))).toBe(false);
    },
    SPEC_TIMEOUT_MS,
  );

  it(
    'uses none of its processes where anything may have changed, or after it was closed',
    async () => {
      await prepare();
      expect(await hasEvaluated(take())).toBe(false);
      await prepare();
      spares.close();
      expect(await hasEvaluated(take([]))).toBe(false);
    },
    SPEC_TIMEOUT_MS,
  );
});
