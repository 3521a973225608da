import { describe, expect, it } from '@jest/globals';
import { initTRPC, TRPCError } from '@trpc/server';
import superjson from 'superjson';
import * as z from 'zod';
import { useHarness } from './testing/harness.spec-support.js';

const SECRET = 'password is hunter2';

function fail(thrown: unknown): () => never {
  return () => {
    throw thrown;
  };
}

describe('An error formatter', () => {
  const harness = useHarness();

  it('has the last word, on masked errors too', async () => {
    const seen: string[] = [];
    const t = initTRPC.create({
      errorFormatter({ shape, error }) {
        seen.push(error.message);
        const issues = error.cause instanceof z.ZodError ? error.cause.issues.length : 0;
        return { ...shape, data: { ...shape.data, issues, hint: 'ask support' } };
      },
    });
    const router = t.router({
      accident: t.procedure.query(fail(new Error(SECRET))),
      typed: t.procedure.input(z.object({ a: z.number(), b: z.string() })).query(() => 1),
    });
    const { url } = await harness.serve({ router });
    const peer = await harness.native(url);
    expect(await peer.call('accident')).toMatchObject({
      error: { message: 'Internal server error', data: { hint: 'ask support', issues: 0 } },
    });
    expect(await peer.call('typed', { input: {} })).toMatchObject({ error: { data: { issues: 2 } } });
    expect(peer.log.join()).not.toContain(SECRET);
    expect(seen).not.toContain(SECRET);
  });

  it('is given no stack to send', async () => {
    const t = initTRPC.create({ isDev: true, errorFormatter: ({ shape }) => shape });
    const { url } = await harness.serve({
      router: t.router({ chosen: t.procedure.query(fail(new TRPCError({ code: 'CONFLICT' }))) }),
    });
    const peer = await harness.native(url);
    expect(await peer.call('chosen')).toMatchObject({ error: { data: { code: 'CONFLICT' } } });
    expect(peer.log.join()).not.toContain('stack');
  });

  it('that throws masks the error, and the connection goes on', async () => {
    const t = initTRPC.create({ errorFormatter: fail(new Error(SECRET)) });
    const router = t.router({
      chosen: t.procedure.query(fail(new TRPCError({ code: 'NOT_FOUND', message: 'no order' }))),
      fine: t.procedure.query(() => 'fine'),
    });
    const { url } = await harness.serve({ router });
    const peer = await harness.native(url);
    const masked = { message: 'Internal server error', code: -32_603, data: { code: 'INTERNAL_SERVER_ERROR' } };
    expect(await peer.call('chosen')).toMatchObject({ error: masked });
    expect(await peer.call('fine')).toMatchObject({ result: { output: 'fine' } });
    const stock = await harness.stock(url);
    stock.send({ id: 1, method: 'query', params: { path: 'chosen' } });
    expect(await stock.next()).toMatchObject({ id: 1, error: masked });
    expect([...peer.log, ...stock.log].join()).not.toContain(SECRET);
  });

  it.each([
    ['a text', () => 'oops'],
    ['nothing', () => undefined],
    ['a bigint', () => ({ message: 'm', code: -1, data: { big: 1n } })],
    ['an array', () => []],
  ])('that returns %s leaves an error that JSON-RPC 2.0 can read', async (_name, format) => {
    const t = initTRPC.create({ errorFormatter: format as never });
    const { url } = await harness.serve({
      router: t.router({ chosen: t.procedure.query(fail(new TRPCError({ code: 'NOT_FOUND' }))) }),
    });
    const peer = await harness.native(url);
    expect(await peer.call('chosen')).toMatchObject({
      id: 1,
      error: { code: expect.any(Number), message: expect.any(String), data: { code: 'NOT_FOUND' } },
    });
    const stock = await harness.stock(url);
    stock.send({ id: 1, method: 'query', params: { path: 'chosen' } });
    expect(await stock.next()).toHaveProperty('error');
  });

  it('may return what only the transformer can carry, for a client that asked for it', async () => {
    const t = initTRPC.create({
      transformer: superjson,
      errorFormatter: ({ shape }) => ({ ...shape, data: { ...shape.data, at: new Date(0) } }),
    });
    const { url } = await harness.serve({
      router: t.router({ chosen: t.procedure.query(fail(new TRPCError({ code: 'NOT_FOUND', message: 'gone' }))) }),
    });
    const transformed = await harness.native(url, { payload: 'transformed' });
    const { error } = await transformed.call('chosen');
    const { data } = error as { data: { code: string; transformed: never } };
    expect(data.code).toBe('NOT_FOUND');
    expect(superjson.deserialize(data.transformed)).toMatchObject({ message: 'gone', data: { at: new Date(0) } });
    const plain = await harness.native(url);
    expect(await plain.call('chosen')).toMatchObject({ error: { data: { at: '1970-01-01T00:00:00.000Z' } } });
  });
});

describe("A procedure's own error formatter", () => {
  const harness = useHarness();
  const t = initTRPC.create({ errorFormatter: ({ shape }) => ({ ...shape, data: { ...shape.data, from: 'root' } }) });
  const outOfStock = t.procedure.errors(({ error, shape }) => {
    if (error.code !== 'CONFLICT') return undefined;
    return { ...shape, data: { ...shape.data, from: 'procedure', left: 3 } };
  });
  const router = t.router({
    order: outOfStock.mutation(fail(new TRPCError({ code: 'CONFLICT', message: 'out of stock' }))),
    other: outOfStock.mutation(fail(new TRPCError({ code: 'FORBIDDEN', message: 'no' }))),
    follow: outOfStock.subscription(async function* () {
      yield 1;
      throw new TRPCError({ code: 'CONFLICT', message: 'out of stock' });
    }),
    leaky: t.procedure
      .errors(({ shape }) => ({ ...shape, data: { ...shape.data, from: 'leaky' } }))
      .query(fail(new Error(SECRET))),
  });

  it('comes before that of the router, and hands on what it does not know', async () => {
    const { url } = await harness.serve({ router });
    const peer = await harness.native(url);
    expect(await peer.call('order')).toMatchObject({
      error: { message: 'out of stock', data: { from: 'procedure', left: 3 } },
    });
    expect(await peer.call('other')).toMatchObject({ error: { message: 'no', data: { from: 'root' } } });
    const stock = await harness.stock(url);
    stock.send({ id: 1, method: 'mutation', params: { path: 'order' } });
    expect(await stock.next()).toMatchObject({
      error: { message: 'out of stock', data: { from: 'procedure', left: 3 } },
    });
  });

  it('shapes what ends a subscription', async () => {
    const { url } = await harness.serve({ router });
    const peer = await harness.native(url);
    await peer.call('follow');
    expect(await peer.notified('rpc.end')).toMatchObject({ error: { data: { code: 'CONFLICT', from: 'procedure' } } });
  });

  it('passes on no stack, and no message that nobody chose, by handing on the shape it got', async () => {
    const { url } = await harness.serve({ router });
    const peer = await harness.native(url);
    expect(await peer.call('leaky')).toMatchObject({ error: { data: { from: 'leaky' } } });
    await peer.call('order');
    expect(peer.log.join()).not.toMatch(/hunter2|stack"/);
  });
});
