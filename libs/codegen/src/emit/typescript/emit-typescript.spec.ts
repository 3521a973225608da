import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Contract } from '../../contract/contract.js';
import { COMPILERS, PackageFolder } from '../../testing/package-folder.js';
import { sampleContract } from '../../testing/sample-contract.js';
import type { GeneratedFile } from '../generated-file.js';
import { emitTypescript } from './emit-typescript.js';
import type { TypescriptOptions } from './typescript-options.js';

const MINUTE_MS = 60_000;

const plainContract: Contract = { ...sampleContract, transformer: 'none' };

const bareContract: Contract = { trunkline: 1, transformer: 'none', procedures: {}, types: {} };

/** Compiles only where `One` and `Other` are the same type. */
const SAME = `
export type Equal<One, Other> = (<T>() => T extends One ? 1 : 2) extends <T>() => T extends Other ? 1 : 2 ? true : false;
export declare function holds<T extends true>(): T;
`;

const USAGE = `
import { createClient, isErrorOf, OrderState, type ApiErrorData, type Order, type OrdersByIdInput } from './index.js';
import { liveOptions, mutationOptions, queryOptions } from './tanstack.js';
import { type Equal, holds } from './same.js';

export async function use(signal: AbortSignal, id: OrdersByIdInput['id'], plain: string): Promise<void> {
  const api = createClient({ url: 'ws://shop.test' });
  const order = await api.orders.byId.query({ id }, { signal });
  holds<Equal<typeof order, Order>>();
  // @ts-expect-error Another text is no id.
  void api.orders.byId.query({ id: plain });
  // @ts-expect-error The input is missing.
  void api.orders.byId.query();
  // @ts-expect-error A query is not mutated.
  void api.orders.byId.mutate({ id });
  // @ts-expect-error There is no such procedure.
  void api.orders.nothing.query();
  void api.orders.list.query();
  void api.orders.list.query({ limit: 3 });
  void api['odd-names'].class.query(undefined, { timeoutMs: 5 });
  for await (const { id: cursor, data } of api.orders.changes.subscribe()) {
    holds<Equal<typeof cursor, string>>();
    holds<Equal<typeof data, Order>>();
  }
  api.count.subscribe({ to: 3 }, { onData: (number) => holds<Equal<typeof number, number>>() }).unsubscribe();
  const states: readonly OrderState[] = [OrderState.Open, 'sent', 3];
  void states;
  try {
    await api.orders.place.mutate({ lines: [] });
  } catch (error) {
    if (!isErrorOf(api.orders.place, error)) throw error;
    holds<Equal<typeof error.data, ApiErrorData | undefined>>();
    if (error.code === 'OUT_OF_STOCK' || error.code === 'TIMEOUT' || error.code === 'CONNECTION_LOST') return;
    // @ts-expect-error No procedure declares it.
    if (error.code === 'OUT_OF_PAPER') return;
  }
  const list = queryOptions(api.orders.list, { limit: 3 });
  holds<Equal<Awaited<ReturnType<typeof list.queryFn>>['items'], Order[]>>();
  void queryOptions(api['odd-names'].class);
  // @ts-expect-error The input is missing.
  void queryOptions(api.orders.byId);
  const place = mutationOptions(api.orders.place);
  holds<Equal<Awaited<ReturnType<typeof place.mutationFn>>, Order>>();
  const count = liveOptions(api.count, { to: 3 });
  holds<Equal<Awaited<ReturnType<typeof count.queryFn>>, number>>();
  const texts = liveOptions(api.count, { to: 3 }, { initial: '', reduce: (data, event) => data + String(event) });
  holds<Equal<Awaited<ReturnType<typeof texts.queryFn>>, string>>();
  await api.close();
}
`;

const TRPC_USAGE = `
import { createTRPCClient, isTRPCClientError } from '@trpc/client';
import type { inferRouterInputs, inferRouterOutputs } from '@trpc/server';
import { createTRPCOptionsProxy } from '@trpc/tanstack-react-query';
import { QueryClient } from '@tanstack/query-core';
import { trunklineLink } from '@trunkline/client/trpc';
import { createClient, type ApiErrorData, type EveryKindInput, type EveryKindOutput, type Order, type OrdersListInput } from './index.js';
import { type Equal, holds } from './same.js';
import type { ApiRouter } from './trpc.js';

holds<Equal<inferRouterInputs<ApiRouter>['everyKind'], EveryKindInput>>();
holds<Equal<inferRouterOutputs<ApiRouter>['everyKind'], EveryKindOutput>>();
holds<Equal<inferRouterInputs<ApiRouter>['orders']['list'], OrdersListInput>>();

export async function use(): Promise<void> {
  const url = 'ws://shop.test';
  const client = createTRPCClient<ApiRouter>({ links: [trunklineLink({ client: createClient({ url }) })] });
  const list = await client.orders.list.query();
  holds<Equal<typeof list.items, Order[]>>();
  // @ts-expect-error The input is missing.
  void client.tree.query();
  client.orders.changes.subscribe(undefined, { onData: ({ data }) => holds<Equal<typeof data, Order>>() });
  await client.orders.place.mutate({ lines: [] }).catch((error: unknown) => {
    if (isTRPCClientError<ApiRouter>(error)) holds<Equal<NonNullable<typeof error.data>, ApiErrorData>>();
  });
  const queryClient = new QueryClient();
  const proxy = createTRPCOptionsProxy<ApiRouter>({ client, queryClient });
  const { items } = await queryClient.fetchQuery(proxy.orders.list.queryOptions({ limit: 2 }));
  holds<Equal<typeof items, Order[]>>();
}
`;

// What a server without a transformer promises: JSON alone.
const jsonContract: Contract = {
  trunkline: 1,
  transformer: 'none',
  types: {},
  procedures: {
    list: {
      kind: 'query',
      input: { kind: 'void' },
      output: {
        kind: 'object',
        properties: [
          { name: 'at', type: { kind: 'string' } },
          { name: 'tags', type: { kind: 'array', items: { kind: 'string' } } },
          {
            name: 'more',
            type: { kind: 'record', key: { kind: 'string' }, value: { kind: 'number' } },
            optional: true,
          },
        ],
      },
      source: { input: 'both', output: 'both' },
    },
  },
};

const TRPC_PLAIN_USAGE = `
import { createTRPCClient } from '@trpc/client';
import { trunklineLink } from '@trunkline/client/trpc';
import { createClient, type ListOutput } from './index.js';
import { type Equal, holds } from './same.js';
import type { ApiRouter } from './trpc.js';

export async function use(): Promise<void> {
  const url = 'ws://shop.test';
  const client = createTRPCClient<ApiRouter>({ links: [trunklineLink({ client: createClient({ url }) })] });
  const list = await client.list.query();
  holds<Equal<typeof list, ListOutput>>();
  createTRPCClient<ApiRouter>({ links: [trunklineLink({ url })] });
  // @ts-expect-error There is no transformer.
  createClient({ url, transformer: { serialize: (value: unknown) => value, deserialize: (value: unknown) => value } });
}
`;

describe('emitTypescript', () => {
  const options = { packageName: 'x', validators: true };

  it('makes the same files of the same contract, each ending in a line break', () => {
    const files = emitTypescript(sampleContract, options);
    expect(files.map(({ path }) => path)).toEqual([
      'package.json',
      'src/client.ts',
      'src/index.ts',
      'src/tanstack.ts',
      'src/trpc.ts',
      'src/types.ts',
      'src/validators.ts',
    ]);
    for (const { text } of files) expect(text).toMatch(/[^\n]\n$/);
    expect(emitTypescript(structuredClone(sampleContract), options)).toEqual(files);
  });

  it('leaves the package.json to its owner, and everything else to itself', () => {
    const mine = emitTypescript(sampleContract, options).filter(({ onlyIfMissing }) => onlyIfMissing === true);
    expect(mine.map(({ path }) => path)).toEqual(['package.json']);
  });

  it('makes no entry that is not wanted', () => {
    const files = emitTypescript(sampleContract, { packageName: 'x', trpc: false, tanstack: false });
    expect(files.map(({ path }) => path)).toEqual(['package.json', 'src/client.ts', 'src/index.ts', 'src/types.ts']);
  });
});

describe.each(Object.keys(COMPILERS))('emitTypescript, for TypeScript %s', (compiler) => {
  const folder = new PackageFolder();

  beforeAll(async () => {
    await folder.addRuntimeTypes();
  }, MINUTE_MS);

  afterAll(() => folder.remove());

  const write = (
    name: string,
    contract: Contract,
    options: Partial<TypescriptOptions> = {},
    ...more: readonly GeneratedFile[]
  ): readonly string[] => {
    const files = [...emitTypescript(contract, { packageName: name, ...options }), ...more];
    const inFolder = files.map(({ path, text }) => ({ path: `${name}/${path}`, text }));
    folder.write(inFolder);
    return inFolder.map(({ path }) => path).filter((path) => path.endsWith('.ts'));
  };

  it(
    'prints what the strictest settings take, with no module but our own',
    async () => {
      const files = [
        ...write('plain', plainContract, { trpc: false }),
        ...write(
          'other',
          { ...sampleContract, transformer: 'other' },
          { trpc: false, brands: 'strip', enums: 'literal' },
        ),
        ...write('bare', bareContract, { trpc: false }),
      ];
      expect(await folder.check(compiler, files)).toBe('');
    },
    MINUTE_MS,
  );

  it(
    'gives every procedure its types, which hold and refuse what is wrong',
    async () => {
      folder.link('superjson');
      const usage = [
        { path: 'src/same.ts', text: SAME },
        { path: 'src/usage.ts', text: USAGE },
      ];
      expect(await folder.check(compiler, write('typed', sampleContract, { trpc: false }, ...usage))).toBe('');
    },
    MINUTE_MS,
  );

  it(
    'prints validators of the same types, which need zod',
    async () => {
      folder.link('zod');
      const options = { trpc: false, validators: true };
      const files = [...write('checked', plainContract, options), ...write('bare-checked', bareContract, options)];
      expect(await folder.check(compiler, files)).toBe('');
    },
    MINUTE_MS,
  );

  it(
    "is a router to tRPC's own clients",
    async () => {
      folder.link('@trpc/server', '@trpc/client', '@trpc/tanstack-react-query', '@tanstack/query-core');
      const usage = [
        { path: 'src/same.ts', text: SAME },
        { path: 'src/usage.ts', text: TRPC_USAGE },
      ];
      // What is not ours is not as strict as we are.
      const options = { skipLibCheck: true, isolatedDeclarations: false };
      const plainUsage = [
        { path: 'src/same.ts', text: SAME },
        { path: 'src/usage.ts', text: TRPC_PLAIN_USAGE },
      ];
      const files = [...write('trpc', sampleContract, {}, ...usage), ...write('json', jsonContract, {}, ...plainUsage)];
      expect(await folder.check(compiler, files, options)).toBe('');
    },
    MINUTE_MS,
  );
});
