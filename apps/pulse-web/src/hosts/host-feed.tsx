import { skipToken } from '@tanstack/react-query';
import { useSubscription } from '@trpc/tanstack-react-query';
import { useEffect } from 'react';
import { trpc } from '../connection/trpc.js';
import { pageFeeds } from './page-feeds.js';
import { shortestWindow } from './time-window.js';
import { useHistory } from './use-history.js';

/** Keeps one host's samples coming while it is on the page. Draws nothing. */
export function HostFeed({ hostId }: { readonly hostId: string }) {
  const history = useHistory(hostId, shortestWindow);
  const lastEventId = history.data?.cursor;
  // Without its past a host is still watched: from the newest sample on.
  const input = lastEventId !== undefined ? { hostId, lastEventId } : history.isError ? { hostId } : skipToken;
  useSubscription(
    trpc.hosts.samples.subscriptionOptions(input, { onData: ({ data }) => pageFeeds.push(hostId, data) }),
  );
  useEffect(() => () => pageFeeds.forget(hostId), [hostId]);
  return null;
}
