import { createTRPCUntypedClient, wsLink } from '@trpc/client';
import { type AnyTRPCRouter, type DataTransformer, initTRPC } from '@trpc/server';
import superjson from 'superjson';
import type { Harness } from './harness.spec-support.js';

/** One way to call procedures, so that one spec holds for every dialect and form of payload. */
export interface Caller {
  query(path: string, input?: unknown): Promise<unknown>;
  mutate(path: string, input?: unknown): Promise<unknown>;
  /** Reads a subscription to its end. Rejects with what ended it early. */
  collect(path: string, input?: unknown): Promise<readonly unknown[]>;
}

export interface CallerSetup {
  readonly name: string;
  /** What the router is made with. */
  readonly transformer: DataTransformer | undefined;
  /** Whether dates, maps and bigints arrive as they left. */
  readonly keepsTypes: boolean;
  open(harness: Harness, url: string): Promise<Caller>;
}

export const CALLERS: readonly CallerSetup[] = [
  native('a native client with plain payloads on a plain router', undefined, 'json'),
  native('a native client with plain payloads on a superjson router', superjson, 'json'),
  native('a native client with transformed payloads on a plain router', undefined, 'transformed'),
  native('a native client with transformed payloads on a superjson router', superjson, 'transformed'),
  stock('a tRPC client on a plain router', undefined),
  stock('a tRPC client on a superjson router', superjson),
];

/** What a native call or subscription failed with. */
export class WireFailure extends Error {
  readonly code: number;
  readonly data: unknown;

  constructor(error: { readonly code: number; readonly message: string; readonly data?: unknown }) {
    super(error.message);
    this.code = error.code;
    this.data = error.data;
  }
}

/** A builder whose transformer is known only when the spec runs. */
export function createBuilder(transformer: DataTransformer | undefined) {
  return transformer === undefined
    ? initTRPC.create()
    : (initTRPC.create({ transformer }) as unknown as ReturnType<typeof initTRPC.create>);
}

function native(name: string, transformer: DataTransformer | undefined, payload: 'json' | 'transformed'): CallerSetup {
  const keepsTypes = transformer !== undefined && payload === 'transformed';
  const encode = (value: unknown) => (keepsTypes && value !== undefined ? superjson.serialize(value) : value);
  const decode = (value: unknown) =>
    keepsTypes && value !== undefined ? superjson.deserialize(value as never) : value;
  return {
    name,
    transformer,
    keepsTypes,
    async open(harness, url) {
      const peer = await harness.native(url, { payload });
      const call = async (path: string, input: unknown): Promise<Record<string, unknown>> => {
        const answer = await peer.call(path, { input: encode(input) });
        if (answer['error'] !== undefined) throw new WireFailure(answer['error'] as WireFailure);
        return answer['result'] as Record<string, unknown>;
      };
      const read = async (path: string, input?: unknown): Promise<unknown> =>
        decode((await call(path, input))['output']);
      return {
        query: read,
        mutate: read,
        async collect(path, input) {
          const { subscription } = await call(path, input);
          const events: unknown[] = [];
          for (;;) {
            const message = await peer.take(
              ({ params }) => (params as { subscription?: unknown } | undefined)?.subscription === subscription,
            );
            const { data, error } = message['params'] as { data?: unknown; error?: WireFailure };
            if (error !== undefined) throw new WireFailure(error);
            if (message['method'] === 'rpc.end') return events;
            events.push(decode(data));
          }
        },
      };
    },
  };
}

function stock(name: string, transformer: DataTransformer | undefined): CallerSetup {
  return {
    name,
    transformer,
    keepsTypes: transformer !== undefined,
    async open(harness, url) {
      const link = wsLink<AnyTRPCRouter>({ client: harness.stockSocket(url), transformer } as never);
      const client = createTRPCUntypedClient<AnyTRPCRouter>({ links: [link] });
      return {
        query: (path, input) => client.query(path, input),
        mutate: (path, input) => client.mutation(path, input),
        collect: (path, input) =>
          new Promise((resolve, reject) => {
            const events: unknown[] = [];
            client.subscription(path, input, {
              onData: (event) => void events.push(event),
              onError: reject,
              onComplete: () => resolve(events),
            });
          }),
      };
    },
  };
}
