import { createTRPCUntypedClient, createWSClient, type TRPCLink, wsLink } from '@trpc/client';
import type { AnyTRPCRouter } from '@trpc/server';
import { trunklineLink } from '@trunkline/client/trpc';
import { WebSocket } from 'ws';
import type { InteropClient, InteropClientOptions } from './interop-client.js';
import type { Transformation } from './interop-trpc.js';
import { createOurs, type DialectName, transformerOf } from './our-client.js';

/** A tRPC client over our link. */
export function createLinkClient(
  dialect: DialectName,
  transformation: Transformation,
  options: InteropClientOptions,
): InteropClient {
  const client = createOurs(dialect, transformation, options);
  return overLink(trunklineLink<AnyTRPCRouter>({ client }), {
    isConnected: () => client.state().name === 'connected',
    close: () => client.close(),
    stop: () => client.close({ timeoutMs: 0 }),
  });
}

/** An unchanged tRPC client. */
export function createStockClient(transformation: Transformation, options: InteropClientOptions): InteropClient {
  const { url, connectionParams, lazy } = options;
  const socket = createWSClient({
    url,
    WebSocket: WebSocket as unknown as typeof globalThis.WebSocket,
    retryDelayMs: () => 5,
    lazy: { enabled: lazy ?? true, closeMs: 60_000 },
    ...(connectionParams === undefined ? {} : { connectionParams }),
  });
  return overLink(wsLink<AnyTRPCRouter>({ client: socket, ...transformerOf(transformation) } as never), {
    isConnected: () => socket.connection?.state === 'open',
    close: () => socket.close(),
    // Its own `close` waits for calls without limit; a spec has seen what it wanted.
    async stop() {
      const ws = socket.connection?.ws;
      void socket.close();
      ws?.close();
    },
  });
}

function overLink(
  link: TRPCLink<AnyTRPCRouter>,
  ends: Pick<InteropClient, 'isConnected' | 'close' | 'stop'>,
): InteropClient {
  const client = createTRPCUntypedClient({ links: [link] });
  return {
    query: (path, input, options) => client.query(path, input, options),
    mutate: (path, input, options) => client.mutation(path, input, options),
    subscribe: (path, input, { onData, onError, onStarted, onComplete }) =>
      client.subscription(path, input, {
        onData: (event) => onData?.(event),
        onError: (error) => onError?.(error),
        onStarted: () => onStarted?.(),
        onComplete: () => onComplete?.(),
      }),
    ...ends,
  };
}
