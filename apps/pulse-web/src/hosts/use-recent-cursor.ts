import { useQuery } from '@tanstack/react-query';
import type { Host } from '@trunkline/pulse-client';
import { keyOf } from '@trunkline/pulse-client/tanstack';
import { client } from '../connection/connect.js';

const recentMs = 60_000;

/**
 * The event after which a host's last minute begins. Following it from there brings whole samples, with cores, disks and
 * processes, of a host that has gone silent too.
 */
export function useRecentCursor({ id: hostId, lastSeenAt }: Host) {
  return useQuery({
    queryKey: [...keyOf(client.hosts.samples), hostId, 'recent cursor'],
    queryFn: async ({ signal }) => {
      const to = new Date(lastSeenAt.getTime() - recentMs);
      const from = new Date(to.getTime() - 1);
      const { cursor } = await client.hosts.history.query({ hostId, from, to, maxPoints: 2 }, { signal });
      return cursor;
    },
  });
}
