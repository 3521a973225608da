import type { Call } from '@trunkline/protocol';
import type { MutationPolicy } from './mutation-policy.js';

/**
 * What becomes of a call of a mutation.
 *
 * - `keyed`: it runs at most once for its key.
 * - `plain`: it runs.
 * - `keyless`: it is refused, because its policy demands a key.
 * - `unknown`: it was sent before and has no key, so nobody can tell whether it ran, and it is not run.
 */
export type MutationDecision = 'keyed' | 'plain' | 'keyless' | 'unknown';

export function decideMutation(policy: MutationPolicy, { key, sent }: Pick<Call, 'key' | 'sent'>): MutationDecision {
  if (policy.key !== 'off' && key !== undefined) return 'keyed';
  if (policy.key === 'required') return 'keyless';
  return sent === undefined || policy.mayRunAgain === true ? 'plain' : 'unknown';
}
