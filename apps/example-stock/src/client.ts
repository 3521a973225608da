import { createTRPCClient, createWSClient, wsLink } from '@trpc/client';
import superjson from 'superjson';
import type { AppRouter } from './router.js';

/** The application's client, for a user who has signed in or for anybody. */
export function createAppClient(url: string, token?: string) {
  const connectionParams = token === undefined ? null : { token };
  const lazy = { enabled: true, closeMs: 0 };
  return createTRPCClient<AppRouter>({
    links: [wsLink({ client: createWSClient({ url, connectionParams, lazy }), transformer: superjson })],
  });
}
