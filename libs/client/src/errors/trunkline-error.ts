import { type ErrorKey, memberOf, stringOf } from '@trunkline/protocol';
import type { LocalCode } from './local-code.js';

/** What became of a call that failed. */
export type CallOutcome =
  /** It never left this client: it has certainly not run. */
  | 'not-sent'
  /** The server answered with an error. */
  | 'rejected'
  /** Its deadline passed. A call that was sent may still run. */
  | 'timed-out'
  /** It was sent and the connection was lost before an answer: it may or may not have run. */
  | 'connection-lost'
  /** The caller withdrew. A call that was sent may have run in part. */
  | 'cancelled';

/** What an error says beside its code and message. */
export interface TrunklineErrorDetails {
  readonly outcome: CallOutcome;
  readonly path?: string | undefined;
  readonly shape?: unknown;
  readonly cause?: unknown;
}

/** The one error of this client: for every call, subscription and connection that fails. */
export class TrunklineError extends Error {
  /** The server's `data.code`, or one of `LOCAL_CODES`. Test this, not the message. */
  readonly code: ErrorKey | LocalCode | (string & {});
  /** What became of the call. */
  readonly outcome: CallOutcome;
  /** The procedure; undefined when the error concerns the connection. */
  readonly path: string | undefined;
  /** The whole error as the server's `errorFormatter` gave it; undefined for an error of the client's own. */
  readonly shape: unknown;
  /** `shape.data`. */
  readonly data: unknown;
  /** Whether an earlier sending of the same mutation was given this error, which the server has kept. */
  readonly replayed: boolean;

  constructor(code: TrunklineError['code'], message: string, details: TrunklineErrorDetails) {
    super(message, details.cause === undefined ? undefined : { cause: details.cause });
    this.name = 'TrunklineError';
    this.code = code;
    this.outcome = details.outcome;
    this.path = details.path;
    this.shape = details.shape;
    this.data = memberOf(details.shape, 'data');
    this.replayed = memberOf(this.data, 'replayed') === true;
  }
}

/** An error that the client makes itself, with a code of the closed list. */
export function localError(code: LocalCode, message: string, details: TrunklineErrorDetails): TrunklineError {
  return new TrunklineError(code, message, details);
}

/**
 * An error that the server answered with.
 *
 * @param shape what the server's `errorFormatter` gave, after the transformer.
 */
export function serverError(shape: unknown, path: string | undefined): TrunklineError {
  const code = stringOf(memberOf(shape, 'data'), 'code') ?? 'INTERNAL_SERVER_ERROR';
  const message = stringOf(shape, 'message') ?? 'An error without a message.';
  return new TrunklineError(code, message, { outcome: outcomeOf(code), path, shape });
}

function outcomeOf(code: string): CallOutcome {
  if (code === 'TIMEOUT') return 'timed-out';
  if (code === 'OUTCOME_UNKNOWN') return 'connection-lost';
  return code === 'CANCELLED' ? 'cancelled' : 'rejected';
}
