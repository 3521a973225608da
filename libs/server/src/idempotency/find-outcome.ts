import type { MutationPolicy, Recovered } from './mutation-policy.js';

/** What a policy's `recover` is asked. */
export interface OutcomeQuestion {
  readonly path: string;
  readonly context: unknown;
  readonly key: string;
  readonly input: unknown;
}

/**
 * Asks the application whether a mutation ran.
 *
 * @throws what `recover` throws, and a TypeError when it answers with anything but `{ output }` or undefined.
 */
export async function findOutcome(policy: MutationPolicy, question: OutcomeQuestion): Promise<Recovered> {
  const { path, context, key, input } = question;
  const found: unknown = await policy.recover?.(context, key, input);
  if (found === undefined) return undefined;
  // An output of its own would be ambiguous: a mutation may well have run and answer with undefined.
  if (typeof found === 'object' && found !== null && 'output' in found) return { output: found.output };
  throw new TypeError(`The function recover of "${path}" answers with { output } or with undefined.`);
}
