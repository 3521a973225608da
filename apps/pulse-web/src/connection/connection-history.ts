import { useSyncExternalStore } from 'react';
import { type ConnectionState, connection } from './connect.js';
import { nextOutage, type Outage } from './outage.js';

/** What became of the connection since the page was loaded. */
export interface ConnectionHistory {
  readonly hasBeenConnected: boolean;
  /** Whether an attempt has failed. */
  readonly hasFailed: boolean;
  /** The last interruption, or null while there was none. */
  readonly outage: Outage | null;
}

export function useConnectionHistory(): ConnectionHistory {
  return useSyncExternalStore(subscribe, () => history);
}

let previous: ConnectionState = connection.state();
let history: ConnectionHistory = { hasBeenConnected: false, hasFailed: false, outage: null };
const listeners = new Set<() => void>();

// Watched from the start and not by a component, because an outage may begin before one is drawn.
connection.onStateChange((state) => {
  history = {
    hasBeenConnected: history.hasBeenConnected || state.name === 'connected',
    hasFailed: history.hasFailed || state.name === 'waiting' || state.name === 'closed',
    outage: nextOutage(history.outage, previous, state, Date.now()),
  };
  previous = state;
  for (const listener of listeners) listener();
});

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
