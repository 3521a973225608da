import { afterEach, describe, expect, it } from '@jest/globals';
import superjson from 'superjson';
import type { ClientOptions } from './client-options.js';
import type { ConnectionState } from './connection/connection-state.js';
import { createClient } from './create-client.js';
import { stock } from './dialect/stock.js';
import { trunkline } from './dialect/trunkline.js';
import type { TrunklineError } from './errors/trunkline-error.js';
import type { TrunklineClient } from './proxy/typed-client.js';
import type { Shop } from './testing/shop.js';
import { type ShopServer, startStockShop, startTrunklineShop } from './testing/shop-server.js';
import { until } from './testing/until.js';

const pairings = [
  { pairing: 'trunkline() and our server', dialect: trunkline, start: startTrunklineShop },
  { pairing: 'stock() and our server', dialect: stock, start: startTrunklineShop },
  { pairing: "stock() and tRPC's server", dialect: stock, start: startStockShop },
];

describe.each(pairings)('a conversation between $pairing', ({ dialect, start }) => {
  const isNative = dialect === trunkline;
  const clients: TrunklineClient<Shop>[] = [];
  const servers: ShopServer[] = [];

  afterEach(async () => {
    await Promise.all(clients.splice(0).map((client) => client.close({ timeoutMs: 0 })));
    await Promise.all(servers.splice(0).map((server) => server.stop()));
  });

  async function startServer(port?: number): Promise<ShopServer> {
    const server = await start(port);
    servers.push(server);
    return server;
  }

  /** Another server at the same address, which knows nothing of what the first one did. */
  async function restart(server: ShopServer): Promise<ShopServer> {
    await servers.pop()?.stop();
    return startServer(Number(new URL(server.url).port));
  }

  function connect(url: string, options: Partial<ClientOptions> = {}): TrunklineClient<Shop> {
    const client = createClient<Shop>({
      url,
      dialect: dialect(),
      transformer: superjson,
      reconnect: { firstDelayMs: 10, maxDelayMs: 20 },
      ...options,
    });
    clients.push(client);
    return client;
  }

  it('answers queries and mutations through the transformer', async () => {
    const server = await startServer();
    const client = connect(server.url);
    expect(await client.orders.byId.query({ id: 3 })).toEqual({ id: 3, at: new Date(7) });
    expect(await client.orders.add.mutate(4)).toBe(1);
    expect(await client.optional.query()).toBe('nothing');
    expect(await client.close.now.query()).toBe('closed now');
    expect(server.log.added).toEqual([4]);
  });

  it('answers every call of one turn, in a burst larger than any queue before the hello', async () => {
    const client = connect((await startServer()).url);
    const ids = Array.from({ length: 500 }, (_, id) => id);
    const answers = await Promise.all(ids.map((id) => client.orders.byId.query({ id })));
    expect(answers.map((answer) => answer.id)).toEqual(ids);
  });

  it('rejects with the code and the whole shape that the server gave', async () => {
    const client = connect((await startServer()).url);
    const error = await failureOf(client.orders.missing.query());
    expect(error).toMatchObject({
      name: 'TrunklineError',
      message: 'There is no such order.',
      code: 'NOT_FOUND',
      outcome: 'rejected',
      path: 'orders.missing',
      data: { when: new Date(5), httpStatus: 404 },
    });
    const invalid: unknown = { id: 'three' };
    expect(await failureOf(client.orders.byId.query(invalid as { id: number }))).toMatchObject({ code: 'BAD_REQUEST' });
  });

  it('hands the connection params to the context', async () => {
    const server = await startServer();
    expect(await connect(server.url, { connectionParams: { token: 'abc' } }).whoAmI.query()).toBe('abc');
    expect(await connect(server.url).whoAmI.query()).toBeNull();
  });

  it('fails what waits with the error of a context that could not be made', async () => {
    const client = connect((await startServer()).url, { connectionParams: { token: 'stolen' } });
    const [query, mutation] = await Promise.all([
      failureOf(client.whoAmI.query()),
      failureOf(client.orders.add.mutate(1)),
    ]);
    expect(query).toMatchObject({ code: 'UNAUTHORIZED', message: 'The token is stolen.', outcome: 'rejected' });
    expect(mutation).toMatchObject({ code: 'UNAUTHORIZED', path: 'orders.add' });
  });

  it('reads a subscription with for await, to its end', async () => {
    const client = connect((await startServer()).url);
    const seen: number[] = [];
    for await (const number of client.count.subscribe({ to: 300 })) seen.push(number);
    expect(seen).toEqual(Array.from({ length: 300 }, (_, index) => index + 1));
    const observed: number[] = [];
    for await (const number of client.observed.subscribe()) observed.push(number);
    expect(observed).toEqual([1, 2]);
  });

  it('throws the error that ends a subscription, after its events', async () => {
    const client = connect((await startServer()).url);
    const iterator = client.failing.subscribe();
    expect(await iterator.next()).toEqual({ done: false, value: 'one' });
    expect(await failureOf(iterator.next())).toMatchObject({ code: 'CONFLICT', path: 'failing' });
    expect(await iterator.next()).toEqual({ done: true, value: undefined });
  });

  it('stops the procedure when a loop is left, and when callbacks are unsubscribed', async () => {
    const server = await startServer();
    const client = connect(server.url);
    for await (const number of client.ticks.subscribe()) if (number === 2) break;
    await until(() => server.log.abortedCount === 1);
    const seen: number[] = [];
    const subscription = client.ticks.subscribe(undefined, { onData: (number) => seen.push(number) });
    await until(() => seen.length === 2);
    subscription.unsubscribe();
    await until(() => server.log.abortedCount === 2);
    expect(seen).toEqual([1, 2]);
  });

  it('gives tracked events with their ids and resumes after the last one on a server that knows no more', async () => {
    const first = await startServer();
    const client = connect(first.url);
    const events: { id: string; data: { number: number } }[] = [];
    const started: string[] = [];
    client.tracked.subscribe(undefined, {
      onData: (event) => events.push(event),
      onStarted: ({ resumed }) => started.push(resumed),
    });
    await until(() => events.length === 2);
    expect(events[0]).toEqual({ id: '1', data: { number: 1 } });
    const second = await restart(first);
    await until(() => events.length === 4);
    expect(events.map((event) => event.id)).toEqual(['1', '2', '3', '4']);
    expect([first.log.resumedAt, second.log.resumedAt]).toEqual([[undefined], ['2']]);
    expect(started[0]).toBe('fresh');
    expect(started).toHaveLength(2);
  });

  it('goes on with the same run after a cut, where the server keeps it', async () => {
    const server = await startServer();
    const client = connect(server.url);
    const log: unknown[] = [];
    client.ticks.subscribe(undefined, {
      onData: (tick) => log.push(tick),
      onStarted: ({ resumed }) => log.push(resumed),
      onGap: ({ reason }) => log.push(reason),
    });
    await until(() => log.length === 3);
    server.cut();
    await until(() => log.length >= (isNative ? 4 : 7));
    expect(log.slice(0, 3)).toEqual(['fresh', 1, 2]);
    expect(log[3]).toBe(isNative ? 'recovered' : 'gap');
  });

  it('tells of a gap when a plain subscription begins anew', async () => {
    const first = await startServer();
    const client = connect(first.url);
    const log: unknown[] = [];
    client.ticks.subscribe(undefined, { onData: (tick) => log.push(tick), onGap: ({ reason }) => log.push(reason) });
    await until(() => log.length === 2);
    await restart(first);
    await until(() => log.length === 5);
    expect(log).toEqual([1, 2, 'restarted', 1, 2]);
  });

  it('comes back by itself when the server does', async () => {
    const first = await startServer();
    const states: ConnectionState['name'][] = [];
    const client = connect(first.url, { onStateChange: ({ name }) => states.push(name) });
    const ticks: number[] = [];
    client.ticks.subscribe(undefined, { onData: (tick) => ticks.push(tick) });
    await until(() => ticks.length === 2);
    await servers.pop()?.stop();
    await until(() => states.includes('waiting'));
    expect(client.state().name).not.toBe('connected');
    await startServer(Number(new URL(first.url).port));
    await until(() => ticks.length === 4);
    expect(client.state()).toMatchObject({ name: 'connected' });
  });

  it('sends queries again after a cut', async () => {
    const server = await startServer();
    const client = connect(server.url);
    const query = client.slow.query();
    await until(() => server.log.slowCount === 1);
    server.cut();
    await until(() => server.log.slowCount === 2);
    server.log.finishSlow();
    expect(await query).toBe('finished');
  });

  it('has a mutation run once after a cut: learns its answer, or says that the connection was lost', async () => {
    const server = await startServer();
    const client = connect(server.url);
    await client.optional.query();
    const mutation = client.slowAdd.mutate();
    const settled = isNative ? mutation : failureOf(mutation);
    await until(() => server.log.slowCount === 1);
    server.cut();
    if (isNative) {
      await client.optional.query();
      server.log.finishSlow();
      expect(await settled).toBe('finished');
    } else {
      expect(await settled).toMatchObject({ code: 'CONNECTION_LOST', outcome: 'connection-lost', path: 'slowAdd' });
    }
    expect(server.log.added).toHaveLength(1);
  });

  it('leaves a server that has fallen silent, and asks again', async () => {
    const server = await startServer();
    const client = connect(server.url, { keepAlive: { silenceMs: 40, answerMs: 40 } });
    const query = client.slow.query();
    await until(() => server.log.slowCount === 1);
    server.freeze();
    await until(() => server.log.slowCount === 2);
    server.log.finishSlow();
    expect(await query).toBe('finished');
  });

  it('frees a caller who aborts, at once', async () => {
    const server = await startServer();
    const client = connect(server.url);
    const controller = new AbortController();
    const query = failureOf(client.slow.query(undefined, { signal: controller.signal }));
    await until(() => server.log.slowCount === 1);
    controller.abort(new Error('Enough.'));
    expect(await query).toMatchObject({ code: 'CANCELLED', outcome: 'cancelled', cause: new Error('Enough.') });
    if (isNative) await until(() => server.log.abortedCount === 1);
    server.log.finishSlow();
    expect(await failureOf(client.slow.query(undefined, { signal: AbortSignal.abort() }))).toMatchObject({
      code: 'CANCELLED',
    });
  });

  it('fails a call whose deadline passes', async () => {
    const server = await startServer();
    const client = connect(server.url);
    expect(await failureOf(client.slow.query(undefined, { timeoutMs: 30 }))).toMatchObject({
      code: 'TIMEOUT',
      outcome: 'timed-out',
      path: 'slow',
    });
    if (isNative) await until(() => server.log.abortedCount === 1);
    server.log.finishSlow();
  });

  it('lets calls under way finish when it is closed, and takes no more', async () => {
    const server = await startServer();
    const client = connect(server.url);
    const ended: string[] = [];
    client.ticks.subscribe(undefined, { onData: () => undefined, onComplete: () => ended.push('ticks') });
    const query = client.slow.query();
    await until(() => server.log.slowCount === 1);
    const closed = client.close();
    expect(await failureOf(client.whoAmI.query())).toMatchObject({ code: 'CLIENT_CLOSED', outcome: 'not-sent' });
    server.log.finishSlow();
    expect(await query).toBe('finished');
    await closed;
    expect(client.state()).toEqual({ name: 'closed' });
    expect(ended).toEqual(['ticks']);
  });
});

async function failureOf(promise: Promise<unknown>): Promise<TrunklineError> {
  try {
    await promise;
  } catch (error) {
    return error as TrunklineError;
  }
  throw new Error('It was answered.');
}
