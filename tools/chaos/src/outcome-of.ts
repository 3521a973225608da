import { TRPCClientError } from '@trpc/client';
import { TrunklineError } from '@trunkline/client';
import { isJsonRecord } from '@trunkline/protocol';
import type { ObservedOutcome } from '@trunkline/testing';

/** What an error of a mutation says of its effect. */
export function outcomeOf(thrown: unknown): ObservedOutcome {
  const error = thrown instanceof TRPCClientError && thrown.cause instanceof TrunklineError ? thrown.cause : thrown;
  if (!(error instanceof TrunklineError)) throw error;
  return { type: 'failed', code: error.code, effect: effectOf(error) };
}

/** The router of a run throws `CONFLICT` before it does anything. */
function effectOf({ code, outcome, data }: TrunklineError): 'none' | 'done' | 'unknown' {
  const ran = isJsonRecord(data) ? data['ran'] : undefined;
  // Its answer was too long to be kept.
  if (code === 'OUTCOME_UNKNOWN' && ran === true) return 'done';
  if (outcome === 'not-sent') return 'none';
  return outcome === 'rejected' && (code === 'CONFLICT' || ran === false) ? 'none' : 'unknown';
}
