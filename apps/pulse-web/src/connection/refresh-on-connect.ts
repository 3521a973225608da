import type { Query, QueryClient } from '@tanstack/react-query';
import type { ConnectionState } from './connect.js';

interface StateSource {
  onStateChange(listener: (state: ConnectionState) => void): () => void;
}

/**
 * Asks again, whenever a connection stands, for what failed while there was none and for what `isFollowed` says no
 * subscription keeps up to date.
 */
export function refreshOnConnect(
  connection: StateSource,
  queryClient: QueryClient,
  isFollowed: (query: Query) => boolean,
): () => void {
  return connection.onStateChange(({ name }) => {
    if (name !== 'connected') return;
    void queryClient.invalidateQueries({
      predicate: (query) => query.state.status === 'error' || (query.state.status === 'success' && !isFollowed(query)),
    });
  });
}
