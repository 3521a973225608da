import type { CallId } from './call-id.js';
import type { WireError } from './error-shape.js';
import type { Limits } from './limits.js';
import type { Violation } from './violation.js';

/** What the server says in answer to `rpc.hello`. */
export interface Welcome {
  readonly server: { readonly name: string; readonly version: string };
  readonly limits: Partial<Limits>;
  readonly features: readonly string[];
}

/**
 * How a subscription began: `fresh` at the beginning, `recovered` at the position the client asked for, or with a
 * `gap`, which the next message of the subscription explains.
 */
export type Resumed = 'fresh' | 'recovered' | 'gap';

export type GapReason = 'restarted' | 'invalid' | 'overflow';

/** Why events are missing: a closed list. */
export const GAP_REASONS: Readonly<Record<GapReason, string>> = {
  restarted: 'The server no longer knows the run that the cursor names; the subscription starts anew.',
  invalid: 'The cursor is not one that this procedure gave out.',
  overflow: 'Events came faster than they could be delivered; `dropped` counts those that were let go.',
};

export function isGapReason(value: unknown): value is GapReason {
  // Not asked of the table, whose sentences a page need not carry.
  return value === 'restarted' || value === 'invalid' || value === 'overflow';
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
  /** Why it ended early; undefined when the procedure was done. */
  readonly error: WireError | undefined;
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
  | UnknownNotification;

/** What one frame from a server holds: a message, a batch of them, or something that is no Trunkline. */
export type ServerFrame =
  | ServerMessage
  | Violation
  | { readonly type: 'batch'; readonly messages: readonly (ServerMessage | Violation)[] };
