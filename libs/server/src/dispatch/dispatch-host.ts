import type { Authenticate, Limits } from '@trunkline/protocol';
import type { ReplySink } from '../connection/reply-sink.js';
import type { ServedContract } from '../contract/served-contract.js';
import type { MutationDesk } from '../idempotency/mutation-desk.js';
import type { ProcedureDirectory } from '../router/procedure-directory.js';
import type { TrunklinePolicies } from '../router/procedure-meta.js';
import type { SubscriptionHost } from '../subscription/subscription-host.js';
import type { SubscriptionTable } from '../subscription/subscription-table.js';
import type { CallTable } from './call-table.js';

/** What a dispatcher sees of its connection. */
export interface DispatchHost extends SubscriptionHost {
  readonly calls: CallTable;
  readonly subscriptions: SubscriptionTable;
  readonly directory: ProcedureDirectory;
  readonly limits: Limits;
  /** Whether the peer still hears: a call into a lazy router may come to run after its connection is gone. */
  readonly isOpen: boolean;
  /** On whose account mutations are recorded. */
  readonly owner: string;
  readonly mutations: MutationDesk;
  /** What generated clients are held to; undefined for nothing. */
  readonly contract: ServedContract | undefined;
  /** What the procedure at a path says of itself. */
  policiesOf(path: string): TrunklinePolicies;
  /** Exchanges the credentials of the connection. */
  authenticate(message: Authenticate, sink: ReplySink): void;
  /** Whether no new call may begin, because the server is about to stop. */
  readonly isDraining: boolean;
  /** Ends the connection over something that no answer can repair. */
  violate(message: string): void;
}
