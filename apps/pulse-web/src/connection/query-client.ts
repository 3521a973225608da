import { QueryClient } from '@tanstack/react-query';
import { TrunklineError } from '@trunkline/pulse-client';
import { connection } from './connect.js';
import { refreshOnConnect } from './refresh-on-connect.js';

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      // The connection itself tries again and subscriptions bring the news, so a query need neither poll nor go stale.
      staleTime: Number.POSITIVE_INFINITY,
      refetchOnWindowFocus: false,
      networkMode: 'always',
      // An answer that refuses would refuse again; what found no server may find one.
      retry: (failureCount, error) => failureCount < 3 && !wasAnswered(error),
    },
    mutations: { networkMode: 'always', retry: false },
  },
});

// The list of hosts comes whole with its subscription, and what was read of a host's past does not change.
const hostsPath = 'hosts.';
refreshOnConnect(
  connection,
  queryClient,
  ({ queryKey: [path] }) => typeof path === 'string' && path.startsWith(hostsPath),
);

function wasAnswered(error: Error): boolean {
  return error instanceof TrunklineError && error.outcome === 'rejected';
}
