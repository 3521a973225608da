import { useQuery } from '@tanstack/react-query';
import { trpcClient } from '../connection/connect.js';
import { trpc } from '../connection/trpc.js';
import type { TimeWindow } from './time-window.js';

/**
 * What the server kept of a host before this page watched it. Asked for once per window: all that came since the page was
 * loaded is in the live feed.
 */
export function useHistory(hostId: string, { lengthMs, maxPoints }: TimeWindow) {
  return useQuery({
    queryKey: [...trpc.hosts.history.pathKey(), hostId, lengthMs],
    queryFn: ({ signal }) => {
      const from = new Date(Date.now() - lengthMs);
      return trpcClient.hosts.history.query({ hostId, from, maxPoints }, { signal });
    },
  });
}
