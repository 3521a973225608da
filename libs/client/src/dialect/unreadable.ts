import type { PayloadFailure } from '@trunkline/protocol';
import { localError, type TrunklineError } from '../errors/trunkline-error.js';

/** The server answered, but the payload is not what the transformer of this client reads. */
export function unreadable(failure: PayloadFailure, path: string): TrunklineError {
  const what = `The server's message for "${path}" cannot be read: ${failure.message}.`;
  return localError('ANSWER_UNREADABLE', what, { outcome: 'rejected', path });
}
