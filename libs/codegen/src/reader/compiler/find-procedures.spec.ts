import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { findProcedures, type RouterConfig, readConfig } from './find-procedures.js';
import { NativeEngine } from './native/native-engine.js';
import { ProjectFolder } from './project-folder.spec-support.js';

const TEXT = `
import { initTRPC, lazy } from '@trpc/server';
const t = initTRPC.create({ transformer: { serialize: (v) => v, deserialize: (v) => v } });
const plain = initTRPC.create({ errorFormatter: ({ shape }) => ({ ...shape, data: { ...shape.data, own: 1 } }) });
const late = t.router({ much: t.procedure.mutation(() => 1) });
export const router = t.router({
  ask: t.procedure.query(() => 1),
  inner: { tell: t.procedure.mutation(() => 1), deeper: t.router({ hear: t.procedure.subscription(async function* () { yield 1; }) }) },
  late: lazy(async () => late),
});
export const formatted = plain.router({});
export const nothing = { _def: { record: {} } };
`;

describe('findProcedures', () => {
  let project: ProjectFolder;
  let engine: NativeEngine;

  beforeAll(() => {
    project = new ProjectFolder({ 'router.ts': TEXT });
    engine = new NativeEngine(project.tsconfigPath);
  });
  afterAll(() => {
    engine.close();
    project.remove();
  });

  const find = (name: string) => findProcedures(engine, engine.typeOfExport(project.path('router.ts'), name) ?? -1);
  const configOf = (name: string): RouterConfig => readConfig(engine, find(name)?.config ?? -1);

  it('finds procedures of sub-routers, of plain objects and of lazy routers, each with its kind and place', () => {
    const found = (find('router')?.procedures ?? []).map(({ path, kind, place }) => [path, kind, place?.file]);
    const file = project.path('router.ts');
    expect(found).toEqual([
      ['ask', 'query', file],
      ['inner.tell', 'mutation', file],
      ['late.much', 'mutation', file],
      ['inner.deeper.hear', 'subscription', file],
    ]);
  });

  it('knows what is not a router', () => {
    expect(find('nothing')).toBeUndefined();
  });

  it('knows whether there is a transformer, and whether errors have data of their own', () => {
    expect(configOf('router')).toEqual({ hasTransformer: true });
    expect(configOf('formatted')).toEqual({ hasTransformer: false, errorData: expect.any(Number) });
  });
});
