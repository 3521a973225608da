import { type ConnectionState, createClient } from '@trunkline/pulse-client';
import { pageUpgrade } from './page-upgrade.js';

export type { ConnectionState };

export const client = createClient({
  // The socket lives where the page came from.
  url: '/rpc',
  reconnect: { maxDelayMs: 8_000 },
  onUpgradeRequired: (upgrade) => pageUpgrade.require(upgrade),
});

let state = client.state();
client.onStateChange((next) => {
  state = next;
});

/** What the page needs to know of the connection, apart from calls. */
export const connection = {
  /** The same object until the next change, so that components can compare it. */
  state: (): ConnectionState => state,
  onStateChange: (listener: (state: ConnectionState) => void): (() => void) => client.onStateChange(listener),
};
