import { TrunklineError, type TrunklineErrorDetails } from '../errors/trunkline-error.js';
import type { PendingCall } from './pending-call.js';

// What became of a call, in sentences that name the procedure.

/** What a call is called in a sentence. */
export interface CallName {
  readonly kind: string;
  readonly path: string;
}

export function cancelledCall(call: CallName, cause: unknown): TrunklineError {
  return callError(call, 'CANCELLED', 'was cancelled by its caller.', { outcome: 'cancelled', cause });
}

export function timedOutCall(call: CallName, timeoutMs: number): TrunklineError {
  const what = `had no answer within ${timeoutMs} ms (option timeoutMs).`;
  return callError(call, 'TIMEOUT', what, { outcome: 'timed-out' });
}

export function unqueuedCall(call: CallName, maxQueuedCalls: number): TrunklineError {
  const what = `was not sent: ${maxQueuedCalls} calls wait for a connection already (option maxQueuedCalls).`;
  return callError(call, 'QUEUE_FULL', what, { outcome: 'not-sent' });
}

/** @param cause why there is no connection, if that is known. */
export function expiredCall(call: PendingCall, maxQueuedMs: number, cause: TrunklineError | undefined): TrunklineError {
  const what = `waited ${maxQueuedMs} ms for a connection (option maxQueuedMs)${cause ? `: ${cause.message}` : '.'}`;
  return callError(call, 'QUEUE_EXPIRED', what, { outcome: call.hasBeenSent ? 'connection-lost' : 'not-sent', cause });
}

export function lostCall(call: CallName, cause: TrunklineError): TrunklineError {
  const what = `was under way when the connection was lost, and may have run: ${cause.message}`;
  return callError(call, 'CONNECTION_LOST', what, { outcome: 'connection-lost', cause });
}

export function unsentCall(call: CallName, cause: TrunklineError): TrunklineError {
  return callError(call, cause.code, `was not sent: ${cause.message}`, { outcome: 'not-sent', cause });
}

/** The server's no to the whole connection is its answer to the call too. */
export function refusedCall({ path }: CallName, cause: TrunklineError): TrunklineError {
  return new TrunklineError(cause.code, cause.message, { outcome: 'rejected', path, shape: cause.shape, cause });
}

/** An error of one call: its sentence begins with what was called. */
export function callError(
  { kind, path }: CallName,
  code: TrunklineError['code'],
  what: string,
  details: TrunklineErrorDetails,
): TrunklineError {
  return new TrunklineError(code, `The ${kind} "${path}" ${what}`, { ...details, path });
}
