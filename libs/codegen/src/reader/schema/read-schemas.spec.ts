import { describe, expect, it } from '@jest/globals';
import { initTRPC } from '@trpc/server';
import * as z from 'zod';
import { childrenOf } from '../../contract/children.js';
import { namesReachedBy } from '../../contract/reach.js';
import type { TypeNode } from '../../contract/type-node.js';
import { appRouter } from '../../testing/sample/app-router.js';
import { readSchemas } from './read-schemas.js';

const t = initTRPC.create();

describe('readSchemas', () => {
  it('reads every procedure of the sample, those of lazy routers too', async () => {
    const { transformer, procedures, types } = await readSchemas(appRouter);
    expect(transformer).toBe('superjson');
    expect(Object.keys(procedures).length).toBeGreaterThan(130);
    expect(procedures['reports.archive.search']).toMatchObject({ kind: 'query' });
    expect(procedures['streams.tracked']).toMatchObject({ kind: 'subscription' });
    expect(procedures['mutations.pay']?.errors).toEqual({
      CARD_DECLINED: 'The bank said no.',
      ALREADY_PAID: 'Somebody was faster.',
    });
    expect(Object.keys(types)).toEqual(
      expect.arrayContaining(['Address', 'CardPayment', 'Category', 'Status', 'Draft']),
    );
  });

  it('says the same after a journey as JSON, and refers to nothing that it does not have', async () => {
    const reading = await readSchemas(appRouter);
    expect(JSON.parse(JSON.stringify(reading))).toStrictEqual(reading);
    const roots = Object.values(reading.procedures).flatMap(({ input, output }) => [input, output]);
    const reached = namesReachedBy([...roots, ...Object.values(reading.types)], reading.types);
    expect(reached.filter((name) => !Object.hasOwn(reading.types, name))).toEqual([]);
  });

  it('has holes in inputs only where schemas do not know', async () => {
    const { procedures } = await readSchemas(appRouter);
    const holed = Object.entries(procedures).filter(([, { input }]) => hasHole(input));
    expect(holed.map(([path]) => path)).toEqual(['custom.custom', 'custom.parser', 'pipes.preprocess']);
  });

  it('gives a type with defaults a name for each side that it is used on', async () => {
    const draft = z.object({ body: z.string().default('') }).meta({ id: 'Draft' });
    const router = t.router({
      both: t.procedure
        .input(draft)
        .output(draft)
        .mutation(({ input }) => input),
    });
    const { procedures, types } = await readSchemas(router);
    expect(procedures['both']).toMatchObject({ input: { name: 'DraftInput' }, output: { name: 'Draft' } });
    expect(Object.keys(types)).toEqual(['Draft', 'DraftInput']);
  });

  it('leaves out defaults that are another one each time', async () => {
    const input = z.object({
      at: z.number().default(() => new Date().getTime()),
      id: z.string().default(() => String(Math.random())),
      page: z.int().default(1),
    });
    const { procedures } = await readSchemas(t.router({ a: t.procedure.input(input).query(() => 1) }));
    const line = JSON.stringify(procedures['a']?.input);
    expect(line.match(/"default"/g)).toHaveLength(1);
    expect(line).toContain('"default":1');
  });

  it('refuses what is no router, and a meta that is wrong', async () => {
    await expect(readSchemas({})).rejects.toThrow(TypeError);
    const meta = initTRPC.meta<{ trunkline: { errors: unknown } }>().create();
    const router = meta.router({ a: meta.procedure.meta({ trunkline: { errors: 1 } }).query(() => 1) });
    await expect(readSchemas(router)).rejects.toThrow('The meta of the procedure "a"');
  });
});

function hasHole(node: TypeNode): boolean {
  return node.kind === 'hole' || childrenOf(node).some(hasHole);
}
