import { describe, expect, it } from '@jest/globals';
import type { ConnectionState } from '@trunkline/client';
import { ConnectionStore } from './connection-store.js';

function createClient() {
  let state: ConnectionState = { name: 'idle' };
  const listeners = new Set<(state: ConnectionState) => void>();
  return {
    listeners,
    // A client makes its state anew each time it is asked.
    state: (): ConnectionState => ({ ...state }),
    onStateChange(listener: (state: ConnectionState) => void) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    change(next: ConnectionState) {
      state = next;
      for (const listener of listeners) listener(next);
    },
  };
}

describe('ConnectionStore', () => {
  it('gives the same object until the state is another', () => {
    const client = createClient();
    const store = new ConnectionStore(client);
    expect(store.read()).toBe(store.read());
    client.change({ name: 'connected', since: 1 });
    expect(store.read()).toEqual({ name: 'connected', since: 1 });
    expect(store.read()).toBe(store.read());
  });

  it('listens to the client only while somebody listens to it', () => {
    const client = createClient();
    const store = new ConnectionStore(client);
    const told: string[] = [];
    const [leave, leaveToo] = [
      store.subscribe(() => told.push(`one ${store.read().name}`)),
      store.subscribe(() => told.push('two')),
    ];
    expect(client.listeners.size).toBe(1);
    client.change({ name: 'connecting', attempt: 1 });
    leave();
    client.change({ name: 'connected', since: 1 });
    leaveToo();
    expect(told).toEqual(['one connecting', 'two', 'two']);
    expect(client.listeners.size).toBe(0);
  });
});
