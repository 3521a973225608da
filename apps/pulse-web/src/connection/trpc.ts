import { QueryClient } from '@tanstack/react-query';
import { createTRPCOptionsProxy } from '@trpc/tanstack-react-query';
import type { AppRouter } from '@trunkline/pulse-server/router';
import { trpcClient } from './connect.js';

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      // The connection itself tries again and subscriptions bring the news, so a query need neither poll nor go stale.
      staleTime: Number.POSITIVE_INFINITY,
      refetchOnWindowFocus: false,
      networkMode: 'always',
      retry: 3,
    },
    mutations: { networkMode: 'always', retry: false },
  },
});

/** Options for TanStack Query's hooks, one for each procedure of the server. */
export const trpc = createTRPCOptionsProxy<AppRouter>({ client: trpcClient, queryClient });
