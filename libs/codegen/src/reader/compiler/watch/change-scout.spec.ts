import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { findProcedures } from '../find-procedures.js';
import { NativeEngine } from '../native/native-engine.js';
import { ProjectFolder } from '../project-folder.spec-support.js';
import type { Place } from '../type-facts.js';
import { ChangeScout } from './change-scout.js';

const area = (name: string, extra = ''): string => `
import { t } from './root.js';
${extra}
export const ${name} = t.router({ get: t.procedure.query(() => '${name}' as const) });
`;
const FILES = {
  'root.ts': "import { initTRPC } from '@trpc/server';\nexport const t = initTRPC.create();",
  'one.ts': area('one'),
  'two.ts': area('two'),
  'three.ts': area('three', 'export const unused = 1;'),
  'four.ts': area('four', "import { unused } from './three.js';\nexport const used = unused;"),
  'far.ts': area('far', 'declare global { interface Far { a: 1 } }'),
  'app.ts': `
import { one } from './one.js';
import { two } from './two.js';
import { three } from './three.js';
import { four } from './four.js';
import { far } from './far.js';
import { t } from './root.js';
export const appRouter = t.router({ one, twice: { again: one }, two, three, four, far, health: t.procedure.query(() => 1) });
`,
};

describe('ChangeScout', () => {
  let project: ProjectFolder;
  let engine: NativeEngine;
  let known: ReadonlyMap<string, { readonly place?: Place }>;

  beforeAll(() => {
    project = new ProjectFolder(FILES);
    engine = new NativeEngine(project.tsconfigPath);
    const router = engine.typeOfExport(project.path('app.ts'), 'appRouter') ?? -1;
    known = new Map((findProcedures(engine, router)?.procedures ?? []).map((found) => [found.path, found]));
  });
  afterAll(() => {
    engine.close();
    project.remove();
  });

  const planFor = (...names: readonly string[]) =>
    new ChangeScout(engine).plan(
      names.map((name) => project.path(name)),
      known,
    );

  it('looks only at the routers of the file that changed, wherever they are mounted', () => {
    expect(planFor('one.ts')?.mountings.map(({ exportName, prefix, paths }) => [exportName, prefix, paths])).toEqual([
      ['one', 'one.', ['one.get']],
      ['one', 'twice.again.', ['twice.again.get']],
    ]);
  });

  it('looks at those of files that import more from it than a router', () => {
    expect(planFor('three.ts')?.mountings.map(({ prefix }) => prefix)).toEqual(['three.', 'four.']);
  });

  it.each([
    ['most depends on the file', 'root.ts'],
    ['the file says something to all others', 'far.ts'],
    ['the file is not known', 'new.ts'],
  ])('has no plan where %s', (_, name) => {
    expect(planFor(name)).toBeUndefined();
  });

  it('follows a plan to what the routers now are', () => {
    const scout = new ChangeScout(engine);
    const file = project.path('two.ts');
    const plan = scout.plan([file], known);
    project.write('two.ts', FILES['two.ts'].replace('get:', 'fetch:'));
    engine.update([file]);
    const rereads = plan === undefined ? undefined : scout.follow(plan);
    expect(rereads?.map(({ former, procedures }) => [former, procedures.map(({ path }) => path)])).toEqual([
      [['two.get'], ['two.fetch']],
    ]);
  });

  it('gives a plan up where the file exports other names than before', () => {
    const scout = new ChangeScout(engine);
    const file = project.path('one.ts');
    const plan = scout.plan([file], known);
    project.write('one.ts', `${FILES['one.ts']}\nexport const more = 1;`);
    engine.update([file]);
    expect(plan === undefined ? plan : scout.follow(plan)).toBeUndefined();
    expect(plan).toBeDefined();
  });
});
