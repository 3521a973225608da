import { describe, expect, it, jest } from '@jest/globals';
import { createTRPCClient, TRPCClientError, wsLink } from '@trpc/client';
import { initTRPC, TRPCError } from '@trpc/server';
import { observable } from '@trpc/server/observable';
import superjson from 'superjson';
import * as z from 'zod';
import type { ErrorNotice } from './router/error-reporter.js';
import { useHarness } from './testing/harness.spec-support.js';

const SECRET = 'connect ECONNREFUSED db:5432';
const t = initTRPC.create();

function throwing(thrown: unknown): () => never {
  return () => {
    throw thrown;
  };
}

const router = t.router({
  accident: t.procedure.query(throwing(new TypeError(SECRET))),
  text: t.procedure.query(throwing(SECRET)),
  nothing: t.procedure.query(throwing(undefined)),
  rejected: t.procedure.mutation(() => Promise.reject(new Error(SECRET))),
  chosen: t.procedure.query(
    throwing(new TRPCError({ code: 'NOT_FOUND', message: 'no order 7', cause: new Error(SECRET) })),
  ),
  wrapped: t.procedure.query(throwing(new TRPCError({ code: 'INTERNAL_SERVER_ERROR', cause: new Error(SECRET) }))),
  said: t.procedure.query(throwing(new TRPCError({ code: 'INTERNAL_SERVER_ERROR', message: 'try tomorrow' }))),
  bigint: t.procedure.query(() => ({ orders: [{ total: 1n }] })),
  circle: t.procedure.query(() => {
    const circle: Record<string, unknown> = {};
    circle['self'] = circle;
    return circle;
  }),
  stream: t.procedure.query(async function* () {
    yield 1;
  }),
  typed: t.procedure.input(z.object({ id: z.number() })).query(() => 1),
  late: t.procedure.subscription(async function* () {
    yield 1;
    throw new Error(SECRET);
  }),
  early: t.procedure.subscription(() => {
    throw new TRPCError({ code: 'PRECONDITION_FAILED', message: 'closed today' });
  }),
  observed: t.procedure.subscription(() =>
    observable<number>((observer) => {
      observer.next(1);
      observer.error(new TRPCError({ code: 'CONFLICT', message: 'twice' }));
    }),
  ),
  unsendable: t.procedure.subscription(async function* () {
    yield 1;
    yield { deep: { total: 1n } };
  }),
  noEvents: t.procedure.subscription((() => 7) as never),
});

const MASKED = { message: 'Internal server error', code: -32_603, data: { code: 'INTERNAL_SERVER_ERROR' } };

describe('An error', () => {
  const harness = useHarness();

  async function connect() {
    const notices: Pick<ErrorNotice, 'path' | 'type' | 'error'>[] = [];
    const serving = await harness.serve({
      router,
      onError: ({ path, type, error }) => notices.push({ path, type, error }),
    });
    return { notices, url: serving.url, peer: await harness.native(serving.url) };
  }

  it.each(['accident', 'text', 'rejected', 'wrapped'])(
    'that nobody chose for the client ("%s") is masked, and told whole to onError',
    async (path) => {
      const { peer, notices } = await connect();
      expect(await peer.call(path)).toMatchObject({ error: MASKED });
      expect(peer.log.join()).not.toMatch(/ECONNREFUSED|stack|node_modules/);
      expect(notices).toEqual([
        { path, type: path === 'rejected' ? 'mutation' : 'query', error: expect.any(TRPCError) },
      ]);
      expect(notices[0]?.error.cause?.message).toBe(SECRET);
    },
  );

  it.each(['accident', 'text', 'wrapped'])('is masked for a stock client too ("%s")', async (path) => {
    const { url } = await connect();
    const peer = await harness.stock(url);
    peer.send({ id: 1, method: 'query', params: { path } });
    expect(await peer.next()).toEqual({ id: 1, error: { ...MASKED, data: { ...MASKED.data, httpStatus: 500, path } } });
  });

  it('that is no value at all is an internal one', async () => {
    const { peer } = await connect();
    expect(await peer.call('nothing')).toMatchObject({
      error: { code: -32_603, data: { code: 'INTERNAL_SERVER_ERROR' } },
    });
  });

  it('that a procedure chose passes with its message, and without its cause', async () => {
    const { peer, url } = await connect();
    const error = {
      code: -32_004,
      message: 'no order 7',
      data: { code: 'NOT_FOUND', httpStatus: 404, path: 'chosen' },
    };
    expect(await peer.call('chosen')).toEqual({ jsonrpc: '2.0', id: 1, error });
    const client = createTRPCClient<typeof router>({ links: [wsLink({ client: harness.stockSocket(url) })] });
    const thrown = await client.chosen.query().catch((caught: unknown) => caught);
    expect(thrown).toBeInstanceOf(TRPCClientError);
    expect(thrown).toMatchObject({ message: 'no order 7', data: { code: 'NOT_FOUND' } });
    expect(peer.log.join()).not.toContain('ECONNREFUSED');
  });

  it('that a procedure chose passes also where it is internal', async () => {
    const { peer } = await connect();
    expect(await peer.call('said')).toMatchObject({ error: { ...MASKED, message: 'try tomorrow' } });
  });

  it('of an input has the number of JSON-RPC 2.0 and the words of the schema', async () => {
    const { peer, url } = await connect();
    const { error } = await peer.call('typed', { input: { id: 'x' } });
    expect(error).toMatchObject({ code: -32_602, data: { code: 'BAD_REQUEST', path: 'typed' } });
    expect(error).toMatchObject({ message: expect.stringContaining('expected number') });
    const stock = await harness.stock(url);
    stock.send({ id: 1, method: 'query', params: { path: 'typed', input: {} } });
    expect(await stock.next()).toMatchObject({ error: { code: -32_600, data: { code: 'BAD_REQUEST' } } });
  });

  it.each([
    ['bigint', 'orders[0].total'],
    ['circle', 'self'],
  ])('of an output that cannot travel ("%s") names its place to onError, and is masked', async (path, place) => {
    const { peer, notices } = await connect();
    expect(await peer.call(path)).toMatchObject({ error: MASKED });
    expect(notices[0]?.error.message).toContain(place);
    expect(notices[0]?.path).toBe(path);
  });

  it('of a query that returns a stream says so', async () => {
    const { peer } = await connect();
    expect(await peer.call('stream')).toMatchObject({ error: { data: { code: 'UNSUPPORTED_MEDIA_TYPE' } } });
  });

  it('ends a subscription at its place, masked', async () => {
    const { peer, notices } = await connect();
    await peer.call('late');
    expect(await peer.notified('rpc.next')).toMatchObject({ data: 1 });
    expect(await peer.notified('rpc.end')).toMatchObject({ error: MASKED });
    expect(notices.map(({ path, type, error }) => [path, type, error.cause?.message])).toEqual([
      ['late', 'subscription', SECRET],
    ]);
  });

  it('before the first event answers the subscribe', async () => {
    const { peer } = await connect();
    expect(await peer.call('early')).toMatchObject({
      error: { message: 'closed today', data: { code: 'PRECONDITION_FAILED' } },
    });
    expect(await peer.call('noEvents')).toMatchObject({ error: MASKED });
    await peer.call('rpc.ping');
    expect(peer.untaken).toEqual([]);
  });

  it('of an observable ends its subscription after the events before it', async () => {
    const { peer } = await connect();
    await peer.call('observed');
    expect(await peer.notified('rpc.next')).toMatchObject({ data: 1 });
    expect(await peer.notified('rpc.end')).toMatchObject({ error: { message: 'twice', data: { code: 'CONFLICT' } } });
  });

  it('of an event that cannot travel ends its subscription, lets the generator go, and names the place', async () => {
    const { peer, notices } = await connect();
    await peer.call('unsendable');
    expect(await peer.notified('rpc.end')).toMatchObject({ error: MASKED });
    expect(notices[0]?.error.message).toContain('deep.total');
  });

  it('ends a stock subscription with an error and then stopped', async () => {
    const { url } = await connect();
    const peer = await harness.stock(url);
    peer.send({ id: 5, method: 'subscription', params: { path: 'late' } });
    await peer.take(({ result }) => (result as { type?: string } | undefined)?.type === 'stopped');
    expect(peer.log.slice(1).map((line) => line.slice(0, 44))).toEqual([
      '← {"id":5,"result":{"type":"started"}}',
      '← {"id":5,"result":{"type":"data","data":1}}',
      '← {"id":5,"error":{"message":"Internal server error"'.slice(0, 44),
      '← {"id":5,"result":{"type":"stopped"}}',
    ]);
  });
});

describe('onError', () => {
  const harness = useHarness();

  it('may throw without harm to the call or the connection', async () => {
    const printed = jest.spyOn(console, 'error').mockImplementation(() => undefined);
    harness.closeLater(() => printed.mockRestore());
    const serving = await harness.serve({ router, onError: throwing(new Error('hook')) });
    const peer = await harness.native(serving.url);
    expect(await peer.call('chosen')).toHaveProperty('error.message', 'no order 7');
    expect(await peer.call('said')).toHaveProperty('error.message', 'try tomorrow');
    expect(printed).toHaveBeenCalledTimes(2);
  });

  it('is told the input, the context and the request', async () => {
    const told: unknown[] = [];
    const own = initTRPC.context<{ user: string }>().create({ transformer: superjson });
    const serving = await harness.serve({
      router: own.router({ fail: own.procedure.input(z.date()).query(throwing(new Error('x'))) }),
      createContext: () => ({ user: 'Ada' }),
      onError: ({ input, ctx, req }) => told.push(input, ctx?.user, req.url),
    });
    const peer = await harness.native(serving.url, { payload: 'transformed' });
    await peer.call('fail', { input: superjson.serialize(new Date(5)) });
    expect(told).toEqual([new Date(5), 'Ada', '/rpc']);
  });
});
