import { describe, expect, it } from '@jest/globals';
import { initTRPC, lazy } from '@trpc/server';
import fc from 'fast-check';
import { ProcedureDirectory } from './procedure-directory.js';

const t = initTRPC.create();

function setUp() {
  const loads: string[] = [];
  const inner = () => {
    loads.push('inner');
    return Promise.resolve(t.router({ deep: t.procedure.mutation(() => 1) }));
  };
  const outer = () => {
    loads.push('outer');
    return Promise.resolve(t.router({ shallow: t.procedure.query(() => 1), inner: lazy(inner) }));
  };
  const router = t.router({
    get: t.procedure.query(() => 1),
    set: t.procedure.mutation(() => 1),
    ticks: t.procedure.subscription(async function* () {}),
    nested: t.router({ get: t.procedure.query(() => 1) }),
    outer: lazy(outer),
  });
  return { directory: new ProcedureDirectory(router), loads };
}

describe('ProcedureDirectory', () => {
  it.each([
    ['get', 'query'],
    ['set', 'mutation'],
    ['ticks', 'subscription'],
    ['nested.get', 'query'],
  ] as const)('knows the kind of %p without a promise', (path, kind) => {
    expect(setUp().directory.kindOf(path)).toBe(kind);
  });

  it.each([
    'nothing',
    'nested',
    'nested.nothing',
    'get.get',
    'constructor',
    '__proto__',
    'toString',
    'hasOwnProperty',
    'outer',
    '',
  ])('finds nothing on %p, and loads nothing for it', (path) => {
    const { directory, loads } = setUp();
    expect(directory.kindOf(path)).toBeUndefined();
    expect(loads).toEqual([]);
  });

  it('loads a lazy router once, and knows its procedures at once from then on', async () => {
    const { directory, loads } = setUp();
    const loading = directory.kindOf('outer.shallow');
    expect(loading).toBeInstanceOf(Promise);
    expect(await loading).toBe('query');
    expect(directory.kindOf('outer.shallow')).toBe('query');
    expect(loads).toEqual(['outer']);
  });

  it('loads a lazy router inside a lazy router', async () => {
    const { directory, loads } = setUp();
    expect(await directory.kindOf('outer.inner.deep')).toBe('mutation');
    expect(loads).toEqual(['outer', 'inner']);
  });

  it.each([
    'outer.nothing',
    'outer.constructor',
    'outer.inner',
    'outer.inner.nothing',
    'outer.inner.__proto__',
    'outer.',
  ])('finds nothing on %p inside a lazy router', async (path) => {
    expect(await setUp().directory.kindOf(path)).toBeUndefined();
  });

  it('loads once for calls that come together', async () => {
    const { directory, loads } = setUp();
    await Promise.all([directory.kindOf('outer.shallow'), directory.kindOf('outer.shallow')]);
    expect(loads).toEqual(['outer']);
  });

  it('rejects every call into a router that cannot be loaded', async () => {
    const broken = lazy(async (): Promise<ReturnType<typeof t.router>> => {
      throw new Error('no disk');
    });
    const directory = new ProcedureDirectory(t.router({ broken, get: t.procedure.query(() => 1) }));
    for (let time = 0; time < 2; time += 1) await expect(directory.kindOf('broken.get')).rejects.toThrow('no disk');
    expect(directory.kindOf('get')).toBe('query');
  });

  it('never throws, whatever path a peer names', async () => {
    const { directory } = setUp();
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(
          fc.string(),
          fc.string().map((rest) => `outer.${rest}`),
        ),
        async (path) => {
          await expect(Promise.resolve(directory.kindOf(path))).resolves.toBeUndefined();
        },
      ),
    );
  });
});
