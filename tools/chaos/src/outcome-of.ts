import { TRPCClientError } from '@trpc/client';
import { TrunklineError } from '@trunkline/client';
import { isJsonRecord } from '@trunkline/protocol';
import type { ObservedOutcome } from '@trunkline/testing';

/** What an error of a mutation says of its effect. */
export function outcomeOf(thrown: unknown): ObservedOutcome {
  const error = thrown instanceof TRPCClientError && thrown.cause instanceof TrunklineError ? thrown.cause : thrown;
  if (!(error instanceof TrunklineError)) throw error;
  return { type: 'failed', code: error.code, effect: isWithoutEffect(error) ? 'none' : 'unknown' };
}

/** The router of a run throws `CONFLICT` before it does anything. */
function isWithoutEffect({ code, outcome, data }: TrunklineError): boolean {
  if (outcome === 'not-sent') return true;
  if (outcome !== 'rejected') return false;
  return code === 'CONFLICT' || (isJsonRecord(data) && data['ran'] === false);
}
