import { skipToken } from '@tanstack/react-query';
import { useSubscription } from '@trpc/tanstack-react-query';
import type { Host } from '@trunkline/pulse-server/schemas';
import { useEffect } from 'react';
import { trpc } from '../connection/trpc.js';
import { pageFeeds } from './page-feeds.js';
import { useRecentCursor } from './use-recent-cursor.js';

/** Keeps one host's samples coming while it is on the page. Draws nothing. */
export function HostFeed({ host }: { readonly host: Host }) {
  const { id: hostId } = host;
  const cursor = useRecentCursor(host);
  // Without its past a host is still watched: from the newest sample on.
  const input =
    cursor.data !== undefined ? { hostId, lastEventId: cursor.data } : cursor.isError ? { hostId } : skipToken;
  useSubscription(
    trpc.hosts.samples.subscriptionOptions(input, { onData: ({ data }) => pageFeeds.push(hostId, data) }),
  );
  useEffect(() => () => pageFeeds.forget(hostId), [hostId]);
  return null;
}
