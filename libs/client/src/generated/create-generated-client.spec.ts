import { afterEach, describe, expect, it } from '@jest/globals';
import superjson from 'superjson';
import { coreOf } from '../create-client.js';
import { type ShopServer, startTrunklineShop } from '../testing/shop-server.js';
import { createGeneratedClient } from './create-generated-client.js';
import { isErrorOf } from './is-error-of.js';
import type { ProcedureError, StandardErrorData } from './procedure-error.js';
import type { Mutation, Query, Subscription } from './procedures.js';

interface ShopApi {
  readonly orders: OrdersApi;
  readonly count: Subscription<{ to: number }, number>;
  readonly optional: Query<string | undefined | void, string>;
}

interface OrdersApi {
  readonly byId: Query<{ id: number }, { id: number; at: Date }>;
  readonly add: Mutation<number, number>;
  readonly missing: Query<void, never, ProcedureError<never, StandardErrorData & { when: Date }>>;
}

describe('createGeneratedClient', () => {
  const endings: (() => Promise<void>)[] = [];

  afterEach(async () => {
    for (const end of endings.splice(0)) await end();
  });

  async function connect() {
    const server: ShopServer = await startTrunklineShop();
    const contract = { hash: 'h', shapes: { 'orders.byId': 'aaaaaa' } };
    const api = createGeneratedClient<ShopApi>(contract, { url: server.url, transformer: superjson });
    endings.push(() => api.close({ timeoutMs: 0 }), server.stop);
    return api;
  }

  it('calls and subscribes by names of its own', async () => {
    const api = await connect();
    const { at } = await api.orders.byId.query({ id: 3 });
    expect(at.getTime()).toBe(7);
    expect(await api.orders.add.mutate(4)).toBe(1);
    expect(await api.optional.query()).toBe('nothing');
    const numbers: number[] = [];
    for await (const number of api.count.subscribe({ to: 3 })) numbers.push(number);
    expect(numbers).toEqual([1, 2, 3]);
    expect(api.state().name).toBe('connected');
  });

  it('knows the path of each procedure, and the errors that are its own', async () => {
    const api = await connect();
    expect(api.orders.byId.path()).toBe('orders.byId');
    const error: unknown = await api.orders.missing.query().catch((thrown: unknown) => thrown);
    if (!isErrorOf(api.orders.missing, error)) throw new Error('It is not an error of the procedure.');
    expect(error.code).toBe('NOT_FOUND');
    expect(error.data?.when.getTime()).toBe(5);
  });

  it('is known by what stands on the same connection', async () => {
    expect(coreOf(await connect()).state).toEqual({ name: 'idle' });
  });
});
