import { afterEach, describe, expect, it } from '@jest/globals';
import { createTRPCClient, isTRPCClientError, TRPCClientError } from '@trpc/client';
import superjson from 'superjson';
import { createClient } from '../create-client.js';
import { stock } from '../dialect/stock.js';
import { trunkline } from '../dialect/trunkline.js';
import { GapError } from '../errors/gap-error.js';
import { TrunklineError } from '../errors/trunkline-error.js';
import type { Shop } from '../testing/shop.js';
import { type ShopServer, startStockShop, startTrunklineShop } from '../testing/shop-server.js';
import { until } from '../testing/until.js';
import { type TrunklineLinkHooks, trunklineLink } from './trunkline-link.js';

const pairings = [
  { pairing: 'trunkline() and our server', dialect: trunkline, start: startTrunklineShop },
  { pairing: "stock() and tRPC's server", dialect: stock, start: startStockShop },
];

describe.each(pairings)('trunklineLink between $pairing', ({ dialect, start }) => {
  const endings: (() => Promise<void>)[] = [];

  afterEach(async () => {
    for (const end of endings.splice(0)) await end();
  });

  async function connect() {
    const server: ShopServer = await start();
    const client = createClient<Shop>({
      url: server.url,
      dialect: dialect(),
      transformer: superjson,
      reconnect: { firstDelayMs: 10, maxDelayMs: 20 },
    });
    endings.push(() => client.close({ timeoutMs: 0 }), server.stop);
    return { server, client, trpc: createTRPCClient<Shop>({ links: [trunklineLink({ client })] }) };
  }

  it('answers queries and mutations', async () => {
    const { server, trpc } = await connect();
    expect(await trpc.orders.byId.query({ id: 3 })).toEqual({ id: 3, at: new Date(7) });
    expect(await trpc.orders.add.mutate(4)).toBe(1);
    expect(server.log.added).toEqual([4]);
  });

  it("turns errors into tRPC's own, with the server's shape and what became of the call", async () => {
    const { trpc } = await connect();
    const error: unknown = await trpc.orders.missing.query().catch((thrown: unknown) => thrown);
    if (!isTRPCClientError<Shop>(error)) throw new Error('It is no TRPCClientError.');
    expect(error.message).toBe('There is no such order.');
    expect(error.data).toMatchObject({ code: 'NOT_FOUND', when: new Date(5) });
    expect(error.shape?.code).toBe(-32004);
    expect(error.cause).toBeInstanceOf(TrunklineError);
    expect(error.cause).toMatchObject({ outcome: 'rejected', path: 'orders.missing' });
  });

  it('rejects an aborted call as tRPC does, and tells the server where it can', async () => {
    const { server, trpc } = await connect();
    const controller = new AbortController();
    const query = trpc.slow.query(undefined, { signal: controller.signal }).catch((thrown: unknown) => thrown);
    await until(() => server.log.slowCount === 1);
    controller.abort();
    const error = await query;
    expect(error).toBeInstanceOf(TRPCClientError);
    expect(error).toMatchObject({ cause: { name: 'AbortError' } });
    if (dialect === trunkline) await until(() => server.log.abortedCount === 1);
    server.log.finishSlow();
    expect(await trpc.optional.query()).toBe('nothing');
  });

  it('hands on state, start, events and end of a subscription', async () => {
    const { server, trpc } = await connect();
    const log: unknown[] = [];
    const subscription = trpc.tracked.subscribe(undefined, {
      onConnectionStateChange: ({ state }) => log.push(state),
      onStarted: () => log.push('started'),
      onData: ({ id }) => log.push(id),
    });
    await until(() => log.length === 6);
    expect(log).toEqual(['idle', 'connecting', 'pending', 'started', '1', '2']);
    server.cut();
    // Our server has kept the run, which goes on; tRPC's begins another behind the last tracked id.
    const events = dialect === trunkline ? [] : ['3', '4'];
    await until(() => log.length === 10 + events.length);
    expect(log.slice(6)).toEqual(['connecting', 'connecting', 'pending', 'started', ...events]);
    subscription.unsubscribe();
    await until(() => server.log.abortedCount === (dialect === trunkline ? 1 : 2));
  });

  it('completes a subscription that the server ends, and fails one that it breaks off', async () => {
    const { trpc } = await connect();
    const log: unknown[] = [];
    trpc.count.subscribe({ to: 2 }, { onData: (number) => log.push(number), onComplete: () => log.push('complete') });
    await until(() => log.length === 3);
    trpc.failing.subscribe(undefined, { onData: () => undefined, onError: (error) => log.push(error.data?.code) });
    await until(() => log.length === 4);
    expect(log).toEqual([1, 2, 'complete', 'CONFLICT']);
  });

  it('stops a subscription whose signal aborts', async () => {
    const { server, trpc } = await connect();
    const controller = new AbortController();
    const log: unknown[] = [];
    trpc.ticks.subscribe(undefined, {
      signal: controller.signal,
      onData: (tick) => log.push(tick),
      onStopped: () => log.push('stopped'),
      onComplete: () => log.push('complete'),
    });
    await until(() => log.length === 2);
    controller.abort();
    expect(log).toEqual([1, 2, 'stopped', 'complete']);
    await until(() => server.log.abortedCount === 1);
  });

  it('shares the connection of its client', async () => {
    const { client, trpc } = await connect();
    await trpc.whoAmI.query();
    expect(client.state().name).toBe('connected');
  });
});

// tRPC's server keeps no untracked events, so a cut connection leaves a gap for certain.
describe('trunklineLink where events are missing', () => {
  const endings: (() => Promise<void>)[] = [];

  afterEach(async () => {
    for (const end of endings.splice(0)) await end();
  });

  async function connect(hooks: TrunklineLinkHooks) {
    const server = await startStockShop();
    const reported: unknown[] = [];
    const client = createClient<Shop>({
      url: server.url,
      dialect: stock(),
      transformer: superjson,
      reconnect: { firstDelayMs: 5, maxDelayMs: 10 },
      onCallbackError: (thrown) => reported.push(thrown),
    });
    endings.push(() => client.close({ timeoutMs: 0 }), server.stop);
    const trpc = createTRPCClient<Shop>({ links: [trunklineLink({ client, ...hooks })] });
    const log: unknown[] = [];
    trpc.ticks.subscribe(undefined, { onData: (tick) => log.push(tick) });
    const cutBehind = async (count: number): Promise<void> => {
      await until(() => log.length === count);
      server.cut();
    };
    return { reported, log, cutBehind };
  }

  it('tells onGap at the place where they are missing, and which subscription it is', async () => {
    const gaps: unknown[] = [];
    const { reported, log, cutBehind } = await connect({
      onGap: (gap, operation) => {
        gaps.push({ ...gap, ...operation, behind: log.length });
        throw new Error('A bug of the application.');
      },
    });
    await cutBehind(2);
    await until(() => log.length === 4);
    const gap = { reason: 'restarted', dropped: undefined, path: 'ticks', id: expect.any(Number), behind: 2 };
    expect(gaps).toEqual([gap]);
    expect(reported).toEqual([new Error('A bug of the application.')]);
  });

  it('reports the first gap, and the option, where nobody gave it', async () => {
    const { reported, log, cutBehind } = await connect({});
    await cutBehind(2);
    await cutBehind(4);
    await until(() => log.length === 6);
    expect(reported).toHaveLength(1);
    expect(reported[0]).toMatchObject({ message: expect.stringContaining('onGap'), cause: expect.any(GapError) });
    expect(reported[0]).toMatchObject({ cause: { path: 'ticks', reason: 'restarted' } });
  });
});
