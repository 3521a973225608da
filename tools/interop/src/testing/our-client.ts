import { createClient, stock, trunkline } from '@trunkline/client';
import superjson from 'superjson';
import type { InteropCallOptions, InteropClient, InteropClientOptions } from './interop-client.js';
import type { createInteropRouter } from './interop-router.js';
import type { Transformation } from './interop-trpc.js';

export type DialectName = 'trunkline()' | 'stock()';

type Router = ReturnType<typeof createInteropRouter>;

/** `createClient`, for a client of its own or for the link. */
export function createOurs(dialect: DialectName, transformation: Transformation, options: InteropClientOptions) {
  return createClient<Router>({
    url: options.url,
    connectionParams: options.connectionParams,
    lazy: options.lazy,
    onCallbackError: options.onCallbackError,
    dialect: dialect === 'stock()' ? stock() : trunkline(),
    reconnect: { firstDelayMs: 5, maxDelayMs: 10 },
    ...transformerOf(transformation),
  } as Parameters<typeof createClient<Router>>[0]);
}

/** The option `transformer`, where there is one. */
export function transformerOf(transformation: Transformation): { readonly transformer?: typeof superjson } {
  return transformation === 'superjson' ? { transformer: superjson } : {};
}

export function createOurClient(
  dialect: DialectName,
  transformation: Transformation,
  options: InteropClientOptions,
): InteropClient {
  const client = createOurs(dialect, transformation, options);
  return {
    query: (path, input, callOptions) => at(client, path).query(input, callOptions),
    mutate: (path, input, callOptions) => at(client, path).mutate(input, callOptions),
    subscribe: (path, input, { onData, onError, onStarted, onComplete, onGap }) =>
      at(client, path).subscribe(input, {
        onData,
        onError,
        onStarted,
        onComplete,
        onGap: ({ reason }) => onGap?.(reason),
      }),
    isConnected: () => client.state().name === 'connected',
    close: () => client.close(),
    stop: () => client.close({ timeoutMs: 0 }),
  };
}

interface UntypedProcedure {
  query(input: unknown, options: InteropCallOptions | undefined): Promise<unknown>;
  mutate(input: unknown, options: InteropCallOptions | undefined): Promise<unknown>;
  subscribe(
    input: unknown,
    callbacks: Readonly<Record<string, unknown>> & { readonly onGap: (gap: { reason: string }) => void },
  ): { unsubscribe(): void };
}

function at(client: object, path: string): UntypedProcedure {
  let found: unknown = client;
  for (const name of path.split('.')) found = Reflect.get(found as object, name);
  return found as UntypedProcedure;
}
