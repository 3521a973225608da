import { once } from 'node:events';
import { createServer as createHttpServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { MutationObserver, QueryClient, QueryObserver } from '@tanstack/query-core';
import { createTRPCClient, TRPCClientError } from '@trpc/client';
import { initTRPC, TRPCError, tracked } from '@trpc/server';
import type { ClientMethods, ClientOptions, Mutation, Query, Subscription } from '@trunkline/client/generated';
import type * as Tanstack from '@trunkline/client/generated/tanstack';
import { trunklineLink } from '@trunkline/client/trpc';
import { createServer } from '@trunkline/server';
import superjson from 'superjson';
import * as z from 'zod';
import type { Contract } from '../../contract/contract.js';
import type { TypeNode } from '../../contract/type-node.js';
import { PackageFolder } from '../../testing/package-folder.js';
import { compileFiles } from './compile-files.js';
import { emitTypescript } from './emit-typescript.js';

const text: TypeNode = { kind: 'string' };
const number: TypeNode = { kind: 'number' };
const date: TypeNode = { kind: 'builtin', name: 'Date' };
const source = { input: 'both', output: 'both' } as const;

const contract: Contract = {
  trunkline: 1,
  transformer: 'superjson',
  types: {
    Order: {
      kind: 'object',
      properties: [
        { name: 'id', type: text },
        { name: 'placedAt', type: date },
      ],
    },
  },
  procedures: {
    'orders.byId': { kind: 'query', input: text, output: { kind: 'reference', name: 'Order' }, source },
    'orders.place': {
      kind: 'mutation',
      input: number,
      output: { kind: 'reference', name: 'Order' },
      errors: { CONFLICT: 'There are not as many.' },
      source,
    },
    'orders.changes': {
      kind: 'subscription',
      tracked: true,
      input: { kind: 'void' },
      output: {
        kind: 'object',
        properties: [
          { name: 'id', type: text },
          { name: 'data', type: date },
        ],
      },
      source,
    },
  },
};

function createRouter() {
  const t = initTRPC.create({
    transformer: superjson,
    errorFormatter: ({ shape }) => ({ ...shape, data: { ...shape.data, left: 3 } }),
  });
  return t.router({
    orders: t.router({
      byId: t.procedure.input(z.string()).query(({ input }) => ({ id: input, placedAt: new Date(7) })),
      place: t.procedure.input(z.number()).mutation(({ input }) => {
        if (input > 3) throw new TRPCError({ code: 'CONFLICT', message: 'There are only 3.' });
        return { id: String(input), placedAt: new Date(input) };
      }),
      changes: t.procedure.subscription(async function* () {
        yield tracked('a', new Date(1));
        yield tracked('b', new Date(2));
      }),
    }),
  });
}
type Router = ReturnType<typeof createRouter>;

interface Order {
  readonly id: string;
  readonly placedAt: Date;
}

interface ShopApi {
  readonly orders: {
    readonly byId: Query<string, Order>;
    readonly place: Mutation<number, Order>;
    readonly changes: Subscription<void, { id: string; data: Date }>;
  };
}

/** The generated package as its own types say it, which are checked by other specs. */
interface ShopModule {
  readonly contract: { readonly hash: string; readonly shapes: Readonly<Record<string, string>> };
  createClient(options: ClientOptions): ClientMethods & ShopApi;
  isErrorOf(procedure: object, error: unknown): error is { code: string; data: { left: number } };
}

describe('a generated client', () => {
  const folder = new PackageFolder();
  const http = createHttpServer();
  const server = createServer({ router: createRouter(), onError: () => undefined });
  let shop: ShopModule;
  let tanstack: typeof Tanstack;
  let url: string;
  let api: ReturnType<ShopModule['createClient']>;

  beforeAll(async () => {
    const files = emitTypescript(contract, { packageName: '@acme/shop' });
    folder.write([...files, ...(await compileFiles(files))]);
    folder.link('@trunkline/client', 'superjson');
    shop = await import(join(folder.path, 'dist/index.js'));
    tanstack = await import(join(folder.path, 'dist/tanstack.js'));
    server.attach(http, { path: '/rpc' });
    http.listen(0, '127.0.0.1');
    await once(http, 'listening');
    url = `ws://127.0.0.1:${(http.address() as AddressInfo).port}/rpc`;
  });

  beforeEach(() => {
    api = shop.createClient({ url });
  });

  afterEach(() => api.close({ timeoutMs: 0 }));

  afterAll(async () => {
    http.close();
    await server.close({ timeoutMs: 0 });
    folder.remove();
  });

  it('calls, changes and subscribes, with values as they are', async () => {
    expect(await api.orders.byId.query('x')).toEqual({ id: 'x', placedAt: new Date(7) });
    expect(await api.orders.place.mutate(2)).toEqual({ id: '2', placedAt: new Date(2) });
    const events: unknown[] = [];
    for await (const event of api.orders.changes.subscribe()) events.push(event);
    expect(events).toEqual([
      { id: 'a', data: new Date(1) },
      { id: 'b', data: new Date(2) },
    ]);
  });

  it('knows the errors of each procedure', async () => {
    const error: unknown = await api.orders.place.mutate(4).catch((thrown: unknown) => thrown);
    expect(shop.isErrorOf(api.orders.byId, error)).toBe(false);
    if (!shop.isErrorOf(api.orders.place, error)) throw new Error('It is not known.');
    expect([error.code, error.data.left]).toEqual(['CONFLICT', 3]);
  });

  it('holds the marks of its contract', () => {
    expect(Object.keys(shop.contract.shapes)).toEqual(['orders.byId', 'orders.changes', 'orders.place']);
    for (const shape of Object.values(shop.contract.shapes)) expect(shape).toMatch(/^[\w-]{5}$/);
  });

  it("carries tRPC's own client over its connection", async () => {
    const trpc = createTRPCClient<Router>({ links: [trunklineLink<Router>({ client: api })] });
    expect(await trpc.orders.byId.query('y')).toEqual({ id: 'y', placedAt: new Date(7) });
    await expect(trpc.orders.place.mutate(9)).rejects.toThrow(TRPCClientError);
    expect(api.state().name).toBe('connected');
  });

  it('feeds TanStack Query', async () => {
    const client = new QueryClient();
    const { queryOptions, mutationOptions, liveOptions, keyOf } = tanstack;
    const order: Order = await client.fetchQuery(queryOptions(api.orders.byId, 'z'));
    expect(order.placedAt).toEqual(new Date(7));
    expect(client.getQueryData(keyOf(api.orders.byId, 'z'))).toBe(order);
    const placed = await new MutationObserver(client, mutationOptions(api.orders.place)).mutate(1);
    expect(placed.id).toBe('1');
    const ids = liveOptions(api.orders.changes, undefined, {
      initial: [] as string[],
      reduce: (data, event) => [...data, event.id],
    });
    const seen: unknown[] = [];
    const observer = new QueryObserver(client, ids);
    await new Promise<void>((resolve) => {
      observer.subscribe(({ data, fetchStatus }) => {
        if (data !== undefined) seen.push(data.join(''));
        if (data !== undefined && fetchStatus === 'idle') resolve();
      });
    });
    observer.destroy();
    client.clear();
    expect(seen).toContain('a');
    expect(seen.at(-1)).toBe('ab');
  });
});
