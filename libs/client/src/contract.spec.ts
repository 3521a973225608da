import { afterEach, describe, expect, it } from '@jest/globals';
import type { Compatibility } from '@trunkline/server';
import superjson from 'superjson';
import { createClient } from './create-client.js';
import type { GeneratedClientOptions } from './generated/generated-client-options.js';
import {
  createGeneratedClient,
  isUpgradeRequired,
  type Mutation,
  type Query,
  type Subscription,
  type UpgradeRequired,
} from './generated/index.js';
import type { Shop } from './testing/shop.js';
import { type ShopServer, startTrunklineShop } from './testing/shop-server.js';
import { until } from './testing/until.js';

interface ShopApi {
  readonly orders: { readonly byId: Query<{ id: number }, { id: number }>; readonly add: Mutation<number, number> };
  readonly ticks: Subscription<void, number>;
}

const shapes = { 'orders.byId': 'byId01', 'orders.add': 'add001', ticks: 'ticks1' };
const compatibility = (contract: string, changes: Record<string, readonly string[]> = {}): Compatibility => ({
  trunkline: 1,
  contract,
  procedures: { 'orders.byId': ['byId01'], 'orders.add': ['add001'], ticks: ['ticks1'], ...changes },
});

describe('a generated client and the contract of its server', () => {
  const endings: (() => Promise<void>)[] = [];

  afterEach(async () => {
    for (const end of endings.splice(0)) await end();
  });

  async function serve(contract: Compatibility | undefined, port = 0): Promise<ShopServer> {
    const server = await startTrunklineShop(port, contract && { compatibility: contract });
    endings.push(server.stop);
    return server;
  }

  function connect(url: string, options: Partial<GeneratedClientOptions> = {}) {
    const told: UpgradeRequired[] = [];
    const api = createGeneratedClient<ShopApi>(
      { hash: 'contract 1', shapes },
      {
        url,
        transformer: superjson,
        reconnect: { firstDelayMs: 10 },
        onUpgradeRequired: (upgrade) => told.push(upgrade),
        ...options,
      },
    );
    endings.unshift(() => api.close({ timeoutMs: 0 }));
    return { api, told };
  }

  it.each<[string, Compatibility | undefined]>([
    ['has the same', compatibility('contract 1')],
    ['has none', undefined],
    [
      'has a later one that serves the older forms',
      compatibility('contract 2', { 'orders.add': ['add002', 'add001'] }),
    ],
  ])('works with a server that %s', async (_what, contract) => {
    const server = await serve(contract);
    const { api, told } = connect(server.url);
    // The first leaves with the hello, the others behind the welcome.
    expect(await api.orders.byId.query({ id: 1 })).toMatchObject({ id: 1 });
    expect(await api.orders.add.mutate(5)).toBe(1);
    for await (const tick of api.ticks.subscribe()) {
      expect(tick).toBe(1);
      break;
    }
    expect([server.log.added, told]).toEqual([[5], []]);
  });

  it.each([false, true])('fails alone what is served in its form no longer (behind the welcome: %s)', async (later) => {
    const server = await serve(compatibility('contract 2', { 'orders.add': ['add002'] }));
    const { api, told } = connect(server.url);
    if (later) await api.connect();
    const failed: unknown = await api.orders.add.mutate(5).catch((thrown: unknown) => thrown);
    if (!isUpgradeRequired(failed)) throw new Error('It was not refused.');
    expect(failed).toMatchObject({ outcome: 'rejected', path: 'orders.add', data: { ran: false } });
    expect(failed.data).toMatchObject({
      path: 'orders.add',
      shape: 'add001',
      clientContract: 'contract 1',
      serverContract: 'contract 2',
    });
    expect(told).toHaveLength(1);
    expect(await api.orders.byId.query({ id: 1 })).toMatchObject({ id: 1 });
    expect(api.state().name).toBe('connected');
    expect(server.log.added).toEqual([]);
  });

  it('fails a procedure that is gone', async () => {
    const { procedures } = compatibility('contract 2');
    const { ticks: _gone, ...others } = procedures;
    const server = await serve({ ...compatibility('contract 2'), procedures: others });
    const { api } = connect(server.url);
    const first = api.ticks.subscribe()[Symbol.asyncIterator]().next();
    await expect(first).rejects.toMatchObject({ code: 'UPGRADE_REQUIRED' });
  });

  it('ends a subscription at a deploy that changes it, and lets another go on', async () => {
    const server = await serve(compatibility('contract 1'));
    const { api, told } = connect(server.url);
    const events: string[] = [];
    api.ticks.subscribe(undefined, {
      onData: (tick) => events.push(String(tick)),
      onError: ({ code }) => events.push(code),
    });
    await until(() => events.length === 2);
    await server.leave();
    const next = await serve(compatibility('contract 2', { ticks: ['ticks2'] }), Number(new URL(server.url).port));
    await until(() => events.length === 3);
    expect(events).toEqual(['1', '2', 'UPGRADE_REQUIRED']);
    expect(told).toMatchObject([{ path: 'ticks', serverContract: 'contract 2' }]);
    expect(await api.orders.add.mutate(5)).toBe(1);
    expect(next.log.added).toEqual([5]);
  });

  it('lets a callback of the user throw', async () => {
    const server = await serve(compatibility('contract 2', { 'orders.add': [] }));
    const thrown: unknown[] = [];
    const { api } = connect(server.url, {
      onUpgradeRequired: () => {
        throw new Error('of the user');
      },
      onCallbackError: (error) => thrown.push(error),
    });
    await expect(api.orders.add.mutate(5)).rejects.toMatchObject({ code: 'UPGRADE_REQUIRED' });
    expect(thrown).toEqual([new Error('of the user')]);
  });

  it('is nothing to a client that was not generated', async () => {
    const server = await serve(compatibility('contract 2', { 'orders.add': [] }));
    const client = createClient<Shop>({ url: server.url, transformer: superjson });
    endings.unshift(() => client.close({ timeoutMs: 0 }));
    expect(await client.orders.add.mutate(5)).toBe(1);
  });
});
