import type { PayloadFailure } from '@trunkline/protocol';
import { callError } from '../calls/call-errors.js';
import type { TrunklineError } from '../errors/trunkline-error.js';

/** The server answered, but the payload is not what the transformer of this client reads. */
export function unreadable(failure: PayloadFailure, path: string): TrunklineError {
  const what = `cannot be read: ${failure.message}.`;
  return callError({ kind: "server's message for", path }, 'ANSWER_UNREADABLE', what, { outcome: 'rejected' });
}
