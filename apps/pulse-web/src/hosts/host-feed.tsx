import { useQueryClient } from '@tanstack/react-query';
import type { Host } from '@trunkline/pulse-client';
import { useEffect } from 'react';
import { client } from '../connection/connect.js';
import { pageFeeds } from './page-feeds.js';
import { historyKey } from './use-history.js';
import { useRecentCursor } from './use-recent-cursor.js';

/** Keeps one host's samples coming while it is on the page. Draws nothing. */
export function HostFeed({ host }: { readonly host: Host }) {
  const { id: hostId } = host;
  const queryClient = useQueryClient();
  const { data: lastEventId, isError } = useRecentCursor(host);
  // Without its past a host is still watched: from the newest sample on.
  const isReady = lastEventId !== undefined || isError;
  useEffect(() => {
    if (!isReady) return;
    const samples = client.hosts.samples.subscribe(
      { hostId, lastEventId },
      {
        onData: ({ data }) => pageFeeds.push(hostId, data),
        // What the subscription cannot bring any more, the history may still have.
        onGap: () => void queryClient.invalidateQueries({ queryKey: historyKey(hostId) }),
      },
    );
    return () => samples.unsubscribe();
  }, [isReady, hostId, lastEventId, queryClient]);
  useEffect(() => () => pageFeeds.forget(hostId), [hostId]);
  return null;
}
