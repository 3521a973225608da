import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useSubscription } from '@trpc/tanstack-react-query';
import { trpc } from '../connection/trpc.js';

/** All hosts, by name; kept up to date by the server. */
export function useHosts() {
  const queryClient = useQueryClient();
  useSubscription(
    trpc.hosts.onChange.subscriptionOptions(undefined, {
      onData: (hosts) => queryClient.setQueryData(trpc.hosts.list.queryKey(), [...hosts]),
    }),
  );
  return useQuery(trpc.hosts.list.queryOptions());
}
