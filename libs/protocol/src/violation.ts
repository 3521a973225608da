import type { CallId } from './call-id.js';
import type { ErrorKey } from './error-code.js';

/** What a peer sent that this protocol does not allow, as a value: decoding never throws. */
export interface Violation {
  readonly type: 'violation';
  /** The request to answer with the error, where the message names one; null where it does not. */
  readonly id: CallId | null;
  /** Whether an answer is due: JSON-RPC 2.0 answers no notification, not even a wrong one, unless it is not JSON-RPC at all. */
  readonly isAnswered: boolean;
  readonly code: ErrorKey;
  /** What was wrong, the value, and the limit where there is one. */
  readonly message: string;
}

/** A violation that is answered under the id of its request, or under null. */
export function violation(id: CallId | null, code: ErrorKey, message: string): Violation {
  return { type: 'violation', id, isAnswered: true, code, message };
}

/** A violation by a notification: counted, never answered. */
export function silentViolation(code: ErrorKey, message: string): Violation {
  return { type: 'violation', id: null, isAnswered: false, code, message };
}
