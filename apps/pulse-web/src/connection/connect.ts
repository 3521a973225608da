import { createTRPCClient } from '@trpc/client';
import { type ConnectionState, createClient } from '@trunkline/client';
import { trunklineLink } from '@trunkline/client/trpc';
import type { AppRouter } from '@trunkline/pulse-server/router';
import superjson from 'superjson';

export type { ConnectionState };

export const client = createClient<AppRouter>({
  // The socket lives where the page came from.
  url: '/rpc',
  transformer: superjson,
  reconnect: { maxDelayMs: 8_000 },
});

export const trpcClient = createTRPCClient<AppRouter>({ links: [trunklineLink({ client })] });

let state = client.state();
client.onStateChange((next) => {
  state = next;
});

/** What the page needs to know of the connection, apart from calls. */
export const connection = {
  /** The same object until the next change, so that components can compare it. */
  state: (): ConnectionState => state,
  onStateChange: (listener: (state: ConnectionState) => void): (() => void) => client.onStateChange(listener),
};
