import { useQuery } from '@tanstack/react-query';
import { keyOf } from '@trunkline/pulse-client/tanstack';
import { client } from '../connection/connect.js';
import type { TimeWindow } from './time-window.js';

/** The key of all that was read of a host's past. */
export function historyKey(hostId: string): readonly unknown[] {
  return [...keyOf(client.hosts.history), hostId];
}

/**
 * What the server kept of a host before this page watched it. Asked for once per window: all that came since the page was
 * loaded is in the live feed.
 */
export function useHistory(hostId: string, { lengthMs, maxPoints }: TimeWindow) {
  return useQuery({
    queryKey: [...historyKey(hostId), lengthMs],
    queryFn: ({ signal }) => {
      const from = new Date(Date.now() - lengthMs);
      return client.hosts.history.query({ hostId, from, maxPoints }, { signal });
    },
  });
}
