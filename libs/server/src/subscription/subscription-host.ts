import type { SubscriptionName } from '../dialect/server-dialect.js';
import type { CallHost } from '../dispatch/call-host.js';
import type { TrunklinePolicies } from '../router/procedure-meta.js';
import type { RunService } from './run-service.js';

/** What a subscription sees of its connection. */
export interface SubscriptionHost extends CallHost {
  /** Events that may wait for the peer where a policy names no number. */
  readonly maxQueuedEvents: number;
  readonly runs: RunService;
  /** Whose subscriptions these are. */
  readonly owner: string;
  /** The name of the address that the connection counts under. */
  readonly address: string;
  /** What the procedure at a path says of itself. */
  policiesOf(path: string): TrunklinePolicies;
  /** The subscription is over: its place in the table is free. */
  ended(subscription: SubscriptionName): void;
  /** Closes the connection, because its client does not read in time. */
  giveUp(reason: string): void;
}
