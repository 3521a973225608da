import type { ClientIdentity, Clock, ConnectionParams, PayloadCodec, PayloadForm } from '@trunkline/protocol';
import type { CallTable } from '../calls/call-table.js';
import type { CallServer, PendingCall } from '../calls/pending-call.js';
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
  /**
   * The server answered a call with an error. Not for a call that it did not run because it stops: that one goes back
   * into the table.
   */
  failed(call: PendingCall, error: TrunklineError): void;
  /**
   * The server wants this client elsewhere: another connection is opened while this one serves. Told again when the
   * server insists, by refusing what is new.
   */
  draining(notice: DrainNotice): void;
  /** The credentials of this connection end in so many milliseconds. */
  expiring(inMs: number): void;
  /**
   * The server is about to stop: another connection is to be opened after so long, subscriptions are to move there, and
   * calls in flight to finish here, where all is over when the deadline has passed.
   */
  draining(reconnectAfterMs: number, deadlineMs: number): void;
  /** The credentials of the connection end in so long: told with the welcome, with new credentials, and shortly before. */
  expiring(inMs: number): void;
  /** The other side can never be understood, or broke the protocol: the connection ends here. */
  broken(code: 'NOT_TRUNKLINE' | 'SERVER_VIOLATION', what: string): void;
}

/** How long a server that stops still serves. */
export interface DrainNotice {
  /** When to open the next connection, in milliseconds from now. */
  readonly reconnectAfterMs: number;
  /** When this one is left, whatever is still under way, in milliseconds from now. */
  readonly deadlineMs: number;
}

/** The conversation on one socket: turns what the tables want into frames, and frames into what the tables do. */
export interface Session extends SubscriptionServer, CallServer {
  /** Whether a call or subscribe may leave now. What may not waits in its table for `welcomed` or the next connection. */
  readonly maySend: boolean;
  greet(params: ConnectionParams): void;
  received(text: string): void;
  call(call: PendingCall): void;
  subscribe(subscription: Subscription): void;
  /**
   * Brings new credentials to the connection as it is. Rejects with the server's error, after which the old ones stand;
   * undefined where the dialect has no word for it, and a new connection is needed.
   */
  authenticate?(params: ConnectionParams): Promise<void>;
  ping(): void;
  /**
   * Brings new credentials to the conversation that goes on; rejects with the server's no, and never when the connection
   * is lost. Undefined in a dialect that has no word for it.
   */
  readonly authenticate?: ((params: ConnectionParams) => Promise<void>) | undefined;
}
