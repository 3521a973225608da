import type { CallId } from './call-id.js';
import type { WireError } from './error-shape.js';
import type { Limits } from './limits.js';
import type { Violation } from './violation.js';

/** What the server says in answer to `rpc.hello`. */
export interface Welcome {
  readonly server: { readonly name: string; readonly version: string };
  readonly limits: Partial<Limits>;
  readonly features: readonly string[];
  /** The life of the server's idempotency store, for `sent` of a later sending; undefined where it keeps none. */
  readonly epoch?: string | undefined;
  /** Milliseconds until the credentials of the connection end; undefined when they do not. */
  readonly expiresInMs?: number | undefined;
  /** The hash of the contract that the server holds generated clients to; undefined where it knows none. */
  readonly contract?: string | undefined;
}

/**
 * How a subscription began: `fresh` at the beginning, `recovered` at the position the client asked for, or with a
 * `gap`, which the next message of the subscription explains.
 */
export type Resumed = 'fresh' | 'recovered' | 'gap';

export type GapReason = 'restarted' | 'invalid' | 'overflow' | 'trimmed';

/** Why events are missing: a closed list. */
export const GAP_REASONS: Readonly<Record<GapReason, string>> = {
  restarted: 'The server no longer knows the run that the cursor names; the subscription starts anew.',
  invalid: 'The cursor is not one that this procedure gave out.',
  overflow: 'Events came faster than they could be delivered; `dropped` counts those that were let go.',
  trimmed: 'The run goes on, but what follows the cursor is no longer kept; `dropped` counts it where it is known.',
};

export function isGapReason(value: unknown): value is GapReason {
  // Not asked of the table, whose sentences a page need not carry.
  return value === 'restarted' || value === 'invalid' || value === 'overflow' || value === 'trimmed';
}

/** A request was done. What the result holds depends on the request: see `native/read-result.ts`. */
export interface ResultMessage {
  readonly type: 'result';
  readonly id: CallId;
  readonly result: unknown;
}

/** A request failed; `id` is null when the server could not tell which. */
export interface FailureMessage {
  readonly type: 'failure';
  readonly id: CallId | null;
  readonly error: WireError;
}

export interface NextMessage {
  readonly type: 'next';
  readonly subscription: number;
  readonly cursor: string | undefined;
  /** As parsed from JSON, not yet through the transformer; undefined when it was left out. */
  readonly data: unknown;
  /** How many events were merged into this one, as was asked for; undefined for none. */
  readonly conflated: number | undefined;
}

export interface GapMessage {
  readonly type: 'gap';
  readonly subscription: number;
  readonly reason: GapReason;
  /** How many events are missing, where the server knows. */
  readonly dropped: number | undefined;
  readonly cursor: string | undefined;
}

export interface EndMessage {
  readonly type: 'end';
  readonly subscription: number;
  /** The place of the end among the events; undefined when it has none, because the client cancelled. */
  readonly cursor: string | undefined;
  /** Why it ended early; undefined when the procedure was done. */
  readonly error: WireError | undefined;
}

/** A piece of the JSON text of an output; the pieces of one come in order, and before its response. */
export interface PartMessage {
  readonly type: 'part';
  /** The call that is being answered. */
  readonly id: CallId;
  readonly text: string;
}

/** The credentials of the connection end soon. */
export interface ExpiringMessage {
  readonly type: 'expiring';
  readonly inMs: number;
}

/** The server is about to stop and asks the client to move to another connection. */
export interface DrainMessage {
  readonly type: 'drain';
  /** When to open the new connection: each client has its own moment. */
  readonly reconnectAfterMs: number;
  /** When this connection is closed at the latest. */
  readonly deadlineMs: number;
}

/** A notification of a later version, which this one does not know and passes over. */
export interface UnknownNotification {
  readonly type: 'unknown';
  readonly method: string;
}

/** Everything that a server can say to a native client. */
export type ServerMessage =
  | ResultMessage
  | FailureMessage
  | NextMessage
  | GapMessage
  | EndMessage
  | PartMessage
  | ExpiringMessage
  | DrainMessage
  | UnknownNotification;

/** What a server sent that this protocol does not allow, as a value: decoding never throws. */
export interface ServerViolation extends Pick<Violation, 'type' | 'message'> {
  readonly id: null;
}

export function serverViolation(message: string): ServerViolation {
  return { type: 'violation', id: null, message };
}

/** What one frame from a server holds: a message, a batch of them, or something that is no Trunkline. */
export type ServerFrame =
  | ServerMessage
  | ServerViolation
  | { readonly type: 'batch'; readonly messages: readonly (ServerMessage | ServerViolation)[] };
