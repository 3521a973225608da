import type {
  BackOff,
  CallParams,
  ClientIdentity,
  Clock,
  ConnectionParams,
  PayloadCodec,
  PayloadForm,
} from '@trunkline/protocol';
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
  /** How long to pause before something that may be tried again. */
  readonly backOff: BackOff;
  readonly random: () => number;
  /** How much of outputs that come in pieces is joined at once, in UTF-16 units of JSON. */
  readonly maxAnswerCharacters: number;
  /** What a generated client says of its contract in this conversation; undefined for any other client. */
  readonly contract?: ContractVoice | undefined;
}

/** What one conversation says of the contract that its client was generated from. */
export interface ContractVoice {
  /** Goes with the hello. */
  readonly hash: string;
  /** The params of a call, with the form of the procedure where the server has to look at it. */
  mark(path: string, params: CallParams): CallParams;
  /** @param result the answer to the hello, which may name the server's own contract. */
  welcomed(result: unknown): void;
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
  /** The server refused to serve a subscription. */
  subscribeFailed(subscription: Subscription, error: TrunklineError): void;
  /**
   * The server is about to stop: another connection is to be opened after so long, subscriptions are to move there, and
   * calls in flight to finish here, where all is over when the deadline has passed. Told again, without any delay, when
   * the server refuses what is new.
   */
  draining(reconnectAfterMs: number, deadlineMs: number): void;
  /** The credentials of the connection end in so long: told with the welcome, with new credentials, and shortly before. */
  expiring(inMs: number): void;
  /** The other side can never be understood, or broke the protocol: the connection ends here. */
  broken(code: 'NOT_TRUNKLINE' | 'SERVER_VIOLATION', what: string): void;
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
  /** The conversation is over; nothing is sent any more. */
  close?(): void;
}
