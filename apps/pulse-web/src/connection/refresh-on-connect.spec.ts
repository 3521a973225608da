import { describe, expect, it } from '@jest/globals';
import { QueryClient } from '@tanstack/react-query';
import type { ConnectionState } from './connect.js';
import { refreshOnConnect } from './refresh-on-connect.js';

function createConnection() {
  let tell: (state: ConnectionState) => void = () => {};
  const connection = {
    onStateChange: (listener: (state: ConnectionState) => void) => {
      tell = listener;
      return () => {};
    },
  };
  return { connection, change: (state: ConnectionState) => tell(state) };
}

describe('refreshOnConnect', () => {
  it('asks again for what nothing follows, and only once a connection stands', () => {
    const { connection, change } = createConnection();
    const queryClient = new QueryClient();
    queryClient.setQueryData(['rules'], 1);
    queryClient.setQueryData(['hosts'], 1);
    refreshOnConnect(connection, queryClient, ({ queryKey }) => queryKey[0] === 'hosts');
    const isInvalidated = (key: string) => queryClient.getQueryState([key])?.isInvalidated;
    change({ name: 'connecting', attempt: 1 });
    expect(isInvalidated('rules')).toBe(false);
    change({ name: 'connected', since: 0 });
    expect(isInvalidated('rules')).toBe(true);
    expect(isInvalidated('hosts')).toBe(false);
    queryClient.clear();
  });

  it('asks again for what failed, followed or not', async () => {
    const { connection, change } = createConnection();
    const queryClient = new QueryClient({ defaultOptions: { queries: { retry: false } } });
    const failing = { queryKey: ['hosts'], queryFn: () => Promise.reject(new Error('no server')) };
    await expect(queryClient.fetchQuery(failing)).rejects.toThrow('no server');
    refreshOnConnect(connection, queryClient, () => true);
    change({ name: 'connected', since: 0 });
    expect(queryClient.getQueryState(['hosts'])?.isInvalidated).toBe(true);
    queryClient.clear();
  });
});
