import { describe, expect, it } from '@jest/globals';
import { initTRPC, lazy } from '@trpc/server';
import * as z from 'zod';
import { collectProcedures, isRouter } from './collect-procedures.js';

const t = initTRPC.create();
const ping = t.procedure.query(() => 'pong');

describe('collectProcedures', () => {
  it('finds procedures in routers in routers, with what they were given', async () => {
    const input = z.string();
    const output = z.number();
    const router = t.router({
      a: {
        b: t.router({
          c: t.procedure
            .input(input)
            .output(output)
            .mutation(() => 1),
        }),
      },
    });
    expect(await collectProcedures(router)).toEqual([
      { path: 'a.b.c', kind: 'mutation', inputs: [input], output, meta: undefined },
    ]);
  });

  it('loads lazy routers, and those in them, behind the others', async () => {
    const inner = t.router({ ping });
    const middle = t.router({ inner: lazy(() => Promise.resolve(inner)), ping });
    const router = t.router({ nested: t.router({ late: lazy(() => Promise.resolve(middle)) }), ping });
    const paths = (await collectProcedures(router)).map(({ path }) => path);
    expect(paths).toEqual(['ping', 'nested.late.ping', 'nested.late.inner.ping']);
  });

  it('fails with what a lazy router throws', async () => {
    const router = t.router({ late: lazy(() => Promise.reject<typeof empty>(new Error('The file is gone.'))) });
    await expect(collectProcedures(router)).rejects.toThrow('The file is gone.');
  });

  it('refuses what is no router', async () => {
    await expect(collectProcedures({})).rejects.toThrow('The value is no router of tRPC 11');
  });
});

const empty = t.router({});

describe('isRouter', () => {
  it('tells routers from procedures and other values', () => {
    expect([empty, ping, t, null, {}].map(isRouter)).toEqual([true, false, false, false, false]);
  });
});
