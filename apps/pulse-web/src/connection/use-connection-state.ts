import { useSyncExternalStore } from 'react';
import { type ConnectionState, connection } from './connect.js';

/** The connection's state; the component is drawn again at each change. */
export function useConnectionState(): ConnectionState {
  return useSyncExternalStore(subscribe, read);
}

const subscribe = (onChange: () => void) => connection.onStateChange(onChange);
const read = () => connection.state();
