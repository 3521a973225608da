/** How mutations that have a key are run. */
export interface MutationLimits {
  /** How long one whose client is gone runs on before its signal aborts, in milliseconds. The client may come back for the answer. */
  readonly graceMs: number;
  /** How many without a client may run on at once; beyond it the signal of the oldest aborts. */
  readonly maxOrphaned: number;
  /** The longest result that is kept, in characters of its JSON text. What is longer is answered once, and not again. */
  readonly maxResultBytes: number;
  /** How long a claim holds in the store without a word from this server, in milliseconds. It says so every third of that. */
  readonly leaseMs: number;
}

export const DEFAULT_MUTATION_LIMITS: MutationLimits = {
  graceMs: 60_000,
  maxOrphaned: 1000,
  maxResultBytes: 65_536,
  leaseMs: 30_000,
};
