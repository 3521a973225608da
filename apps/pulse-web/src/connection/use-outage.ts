import { useSyncExternalStore } from 'react';
import { type ConnectionState, connection } from './connect.js';
import { nextOutage, type Outage } from './outage.js';

/** The last interruption since the page was loaded, or null while there was none. */
export function useOutage(): Outage | null {
  return useSyncExternalStore(subscribe, () => outage);
}

let outage: Outage | null = null;
let previous: ConnectionState = connection.state();
const listeners = new Set<() => void>();

// Watched from the start and not by a component, because an outage may begin before one is drawn.
connection.onStateChange((state) => {
  outage = nextOutage(outage, previous, state, Date.now());
  previous = state;
  for (const listener of listeners) listener();
});

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
