import type { ClientIdentity, Clock, ConnectionParams, PayloadCodec, PayloadForm } from '@trunkline/protocol';
import type { CallTable } from '../calls/call-table.js';
import type { PendingCall } from '../calls/pending-call.js';
import type { TrunklineError } from '../errors/trunkline-error.js';
import type { Subscription, SubscriptionServer } from '../subscriptions/subscription.js';

/** How a client talks to its server: `trunkline()` or `stock()`. A client never changes its dialect by itself. */
export interface Dialect {
  readonly name: 'trunkline' | 'stock';
  readonly subprotocol: string | undefined;
  /** The address to open, which in the stock dialect announces connection params. */
  addressOf(url: string, params: ConnectionParams): string;
  /** Begins a conversation on a socket that has just opened. */
  createSession(context: SessionContext): Session;
}

/** What is the same for every conversation of a client. */
export interface SessionSettings {
  /** Reads and writes the payloads of both directions. */
  readonly codec: PayloadCodec;
  readonly payload: PayloadForm;
  readonly client: ClientIdentity;
  readonly clock: Clock;
}

/** What a conversation stands on. */
export interface SessionContext {
  readonly calls: CallTable;
  readonly settings: SessionSettings;
  /** Ids for requests that are no calls; never one of a call. */
  nextId(): number;
  send(text: string): void;
  /** The server is the right one: everything that waits may leave. */
  welcomed(): void;
  /** The server said no to the whole connection. The close that follows says whether to come back. */
  refused(error: TrunklineError): void;
  /** The server wants this client elsewhere, and nothing that is under way here would be lost. */
  movedOn(): void;
  /** The other side can never be understood, or broke the protocol: the connection ends here. */
  broken(code: 'NOT_TRUNKLINE' | 'SERVER_VIOLATION', what: string): void;
}

/** The conversation on one socket: turns what the tables want into frames, and frames into what the tables do. */
export interface Session extends SubscriptionServer {
  /** Whether a call or subscribe may leave now. What may not waits in its table for `welcomed` or the next connection. */
  readonly maySend: boolean;
  greet(params: ConnectionParams): void;
  received(text: string): void;
  call(call: PendingCall): void;
  /** The caller has gone; a server that can be told is told. */
  cancel(call: PendingCall): void;
  subscribe(subscription: Subscription): void;
  ping(): void;
}
