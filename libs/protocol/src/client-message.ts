import type { CallId } from './call-id.js';
import type { ConnectionParams } from './connection-params.js';
import type { Violation } from './violation.js';

/** How payloads are written on a connection: as plain JSON, or as the router's transformer writes them. */
export type PayloadForm = 'json' | 'transformed';

/** The kinds of procedure that tRPC knows. */
export type ProcedureKind = 'query' | 'mutation' | 'subscription';

/** The first message of a native client, and of a stock one that announced connection params. */
export interface Hello {
  readonly type: 'hello';
  /** Null for a stock client: nothing answers it. */
  readonly id: CallId | null;
  readonly client: ClientIdentity;
  readonly payload: PayloadForm;
  readonly features: readonly string[];
  readonly connectionParams: ConnectionParams;
  /** The hash of the contract that the client was generated from; undefined for one that was not, and for a stock client. */
  readonly contract?: string | undefined;
}

/** Who a client says it is. Nothing of it is proof; `instance` is random and tells two connections of one client. */
export interface ClientIdentity {
  readonly name?: string;
  readonly version?: string;
  readonly instance?: string;
}

/** A request for a procedure. */
export interface Call {
  readonly type: 'call';
  readonly id: CallId;
  /** What the caller takes the procedure for; undefined from a native client, who leaves that to the router. */
  readonly kind: ProcedureKind | undefined;
  readonly path: string;
  /** As parsed from JSON, not yet through the transformer; undefined when it was left out. */
  readonly input: unknown;
  /** What is left of the caller's time, in milliseconds; 0 for no deadline. */
  readonly deadlineMs: number;
  /** What makes a mutation safe to send again: one name for all sendings of it; undefined when it has none. */
  readonly key: string | undefined;
  /** What the first sending knew, when this may be a later one; undefined for a first sending. */
  readonly sent: Sent | undefined;
  /** Events that may be sent before more are granted; undefined for no such limit. */
  readonly credit: number | undefined;
  /** Events in a second that the subscriber wants at most; undefined for no such wish. */
  readonly maxRate: number | undefined;
  /** The cursor at which to resume a subscription; undefined for a new one. */
  readonly after: string | undefined;
  /** The tracked id at which a stock client resumes; undefined for a new subscription and in the native dialect. */
  readonly lastEventId: string | undefined;
  /** Where the call stands in a trace (W3C Trace Context); undefined in the stock dialect, which has no place for it. */
  readonly traceparent: string | undefined;
  /** The form of the procedure that a generated client knows, as a short hash; undefined where it says none. */
  readonly shape: string | undefined;
  /** Whether every reply carries `jsonrpc`: always in the native dialect, in the stock one where the request did. */
  readonly echoesJsonrpc: boolean;
}

/** The mark of a call that may have arrived before. */
export interface Sent {
  /** The life of the idempotency store that the welcome named before the first sending; null where none was known. */
  readonly epoch: string | null;
}

/** Ends a call, or a subscription by the id of its subscribe. */
export interface CancelCall {
  readonly type: 'cancel';
  readonly call: CallId;
}

export interface Unsubscribe {
  readonly type: 'unsubscribe';
  readonly id: CallId;
  readonly subscription: number;
}

export interface GrantCredit {
  readonly type: 'credit';
  readonly subscription: number;
  readonly add: number;
  /** Everything up to this cursor was taken, so it need not be kept; undefined to leave that unsaid. */
  readonly seen: string | undefined;
}

/** Changes the pace of a subscription that runs. */
export interface Tune {
  readonly type: 'tune';
  readonly subscription: number;
  /** Events in a second at most; null for no such limit. */
  readonly maxRate: number | null;
}

/** Brings new credentials to a connection that goes on. */
export interface Authenticate {
  readonly type: 'auth';
  readonly id: CallId;
  readonly connectionParams: ConnectionParams;
}

/** Asks what the server has (OpenRPC, service discovery). */
export interface Discover {
  readonly type: 'discover';
  readonly id: CallId;
}

/** Asks for a sign of life. */
export interface Ping {
  readonly type: 'ping';
  /** Null for the text frame `PING` of the stock dialect. */
  readonly id: CallId | null;
}

/** A sign of life: the text frame `PONG` of the stock dialect. */
export interface Pong {
  readonly type: 'pong';
}

/** Everything that a client can say, in whichever dialect. */
export type ClientMessage =
  | Hello
  | Call
  | CancelCall
  | Unsubscribe
  | GrantCredit
  | Tune
  | Authenticate
  | Discover
  | Ping
  | Pong;

/** What one frame from a client holds. */
export type ClientFrame = ClientMessage | Violation | ClientBatch;

/** Several messages in one array (JSON-RPC 2.0, section 6). In the native dialect one array answers the requests in it. */
export interface ClientBatch {
  readonly type: 'batch';
  readonly messages: readonly (ClientMessage | Violation)[];
}
