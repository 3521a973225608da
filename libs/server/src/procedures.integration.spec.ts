import { describe, expect, it } from '@jest/globals';
import { tracked } from '@trpc/server';
import { observable } from '@trpc/server/observable';
import * as z from 'zod';
import { CALLERS, type Caller, createBuilder } from './testing/callers.spec-support.js';
import { useHarness } from './testing/harness.spec-support.js';

const AT = new Date('2026-03-01T12:00:00.000Z');

function createShop(t: ReturnType<typeof createBuilder>) {
  const stock = new Map([['pen', 3]]);
  const countTo = z.object({ to: z.number() });
  return t.router({
    nothing: t.procedure.query(() => undefined),
    echo: t.procedure.input(z.any()).query(({ input }): unknown => input),
    day: t.procedure.query(() => ({ at: AT, stock })),
    mutate: t.procedure.input(z.object({ item: z.string() })).mutation(({ input }) => ({ sold: input.item })),
    orders: t.router({
      byId: t.procedure.input(z.object({ id: z.number() })).query(({ input }) => ({ id: input.id, total: 12 })),
      lines: t.router({ count: t.procedure.query(() => 2) }),
    }),
    generated: t.procedure.input(countTo).subscription(async function* ({ input }) {
      for (let count = 1; count <= input.to; count += 1) yield count;
    }),
    iterated: t.procedure.input(countTo).subscription(({ input }) => {
      let count = 0;
      const next = () => Promise.resolve({ done: count === input.to, value: (count += 1) } as IteratorResult<number>);
      return { [Symbol.asyncIterator]: () => ({ next }) };
    }),
    observed: t.procedure.input(countTo).subscription(({ input }) =>
      observable<number>((observer) => {
        for (let count = 1; count <= input.to; count += 1) observer.next(count);
        observer.complete();
      }),
    ),
    named: t.procedure.subscription(async function* () {
      yield tracked('a-1', { at: AT });
    }),
    dates: t.procedure.subscription(async function* () {
      yield AT;
      yield null;
      yield 'text';
    }),
  });
}

describe.each(CALLERS)('Called by $name', ({ transformer, keepsTypes, open }) => {
  const harness = useHarness();
  const dateAsSent = keepsTypes ? AT : AT.toISOString();

  async function openShop(): Promise<Caller> {
    const serving = await harness.serve({ router: createShop(createBuilder(transformer)) });
    return open(harness, serving.url);
  }

  it('a query answers its output', async () => {
    const shop = await openShop();
    expect(await shop.query('orders.byId', { id: 7 })).toEqual({ id: 7, total: 12 });
  });

  it('a query without input or output answers nothing', async () => {
    const shop = await openShop();
    expect(await shop.query('nothing')).toBeUndefined();
  });

  it.each([null, 0, '', false, [], {}, 'ü\u2028😀', [[1], { a: null }]])('the value %j comes back', async (value) => {
    const shop = await openShop();
    expect(await shop.query('echo', value)).toEqual(value);
  });

  it('values beyond JSON travel as far as the payload allows', async () => {
    const shop = await openShop();
    expect(await shop.query('day')).toEqual({ at: dateAsSent, stock: keepsTypes ? new Map([['pen', 3]]) : {} });
  });

  it('a mutation answers its output', async () => {
    const shop = await openShop();
    expect(await shop.mutate('mutate', { item: 'pen' })).toEqual({ sold: 'pen' });
  });

  it('a nested router is found by its path', async () => {
    const shop = await openShop();
    expect(await shop.query('orders.lines.count')).toBe(2);
  });

  it.each(['generated', 'iterated', 'observed'])('the subscription "%s" gives every event and ends', async (path) => {
    const shop = await openShop();
    expect(await shop.collect(path, { to: 3 })).toEqual([1, 2, 3]);
  });

  it('a subscription without events ends', async () => {
    const shop = await openShop();
    expect(await shop.collect('generated', { to: 0 })).toEqual([]);
  });

  it('a tracked event carries its id and its data', async () => {
    const shop = await openShop();
    expect(await shop.collect('named')).toEqual([{ id: 'a-1', data: { at: dateAsSent } }]);
  });

  it('events of every form arrive in order', async () => {
    const shop = await openShop();
    expect(await shop.collect('dates')).toEqual([dateAsSent, null, 'text']);
  });

  it('many calls at once are all answered', async () => {
    const shop = await openShop();
    const ids = Array.from({ length: 200 }, (_, id) => id);
    const answers = await Promise.all(ids.map((id) => shop.query('orders.byId', { id })));
    expect(answers).toEqual(ids.map((id) => ({ id, total: 12 })));
  });

  it('an input that the schema refuses fails the call, and the next one runs', async () => {
    const shop = await openShop();
    await expect(shop.query('orders.byId', { id: 'seven' })).rejects.toThrow('expected number');
    expect(await shop.query('orders.byId', { id: 8 })).toEqual({ id: 8, total: 12 });
  });

  it('a subscription whose input the schema refuses fails before any event', async () => {
    const shop = await openShop();
    await expect(shop.collect('generated', { to: 'three' })).rejects.toThrow('expected number');
  });
});
