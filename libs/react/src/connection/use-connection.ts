import type { ConnectionState } from '@trunkline/client';
import { useSyncExternalStore } from 'react';
import { ConnectionStore, type ObservedClient } from './connection-store.js';

/** What the connection of a client is doing now; the component is drawn again at each change. */
export function useConnection(client: ObservedClient): ConnectionState {
  const { subscribe, read } = storeOf(client);
  return useSyncExternalStore(subscribe, read, read);
}

const stores = new WeakMap<ObservedClient, ConnectionStore>();

function storeOf(client: ObservedClient): ConnectionStore {
  let store = stores.get(client);
  if (store === undefined) {
    store = new ConnectionStore(client);
    stores.set(client, store);
  }
  return store;
}
