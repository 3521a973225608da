import { localError, TrunklineError } from '../errors/trunkline-error.js';
import type { PendingCall } from './pending-call.js';

// What became of a call, in sentences that name the procedure.

/** What a call is called in a sentence. */
type CallName = Pick<PendingCall, 'path'> & { readonly kind: string };

export function cancelledCall({ kind, path }: CallName, cause: unknown): TrunklineError {
  const what = `The ${kind} "${path}" was cancelled by its caller.`;
  return new TrunklineError('CANCELLED', what, { outcome: 'cancelled', path, cause });
}

export function timedOutCall({ kind, path }: CallName, timeoutMs: number): TrunklineError {
  const what = `The ${kind} "${path}" had no answer within ${timeoutMs} ms (option timeoutMs).`;
  return new TrunklineError('TIMEOUT', what, { outcome: 'timed-out', path });
}

export function unqueuedCall({ kind, path }: CallName, maxQueuedCalls: number): TrunklineError {
  const what = `The ${kind} "${path}" was not sent: ${maxQueuedCalls} calls wait for a connection already.`;
  return localError('QUEUE_FULL', what, { outcome: 'not-sent', path });
}

export function expiredCall({ kind, path, hasBeenSent }: PendingCall, maxQueuedMs: number): TrunklineError {
  const end = hasBeenSent ? 'lost its connection and found no other' : 'was not sent: it found no connection';
  const what = `The ${kind} "${path}" ${end} within ${maxQueuedMs} ms.`;
  return localError('QUEUE_EXPIRED', what, { outcome: hasBeenSent ? 'connection-lost' : 'not-sent', path });
}

export function lostCall({ kind, path }: CallName, cause: TrunklineError): TrunklineError {
  const what = `The connection was lost while the ${kind} "${path}" was under way: ${cause.message}`;
  return localError('CONNECTION_LOST', what, { outcome: 'connection-lost', path, cause });
}

export function unsentCall({ kind, path }: CallName, cause: TrunklineError): TrunklineError {
  const what = `The ${kind} "${path}" was not sent: ${cause.message}`;
  return new TrunklineError(cause.code, what, { outcome: 'not-sent', path, cause });
}

/** The server's no to the whole connection is its answer to the call too. */
export function refusedCall({ path }: CallName, cause: TrunklineError): TrunklineError {
  return new TrunklineError(cause.code, cause.message, { outcome: 'rejected', path, shape: cause.shape, cause });
}
