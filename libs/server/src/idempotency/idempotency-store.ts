/**
 * What a store says of a key.
 *
 * - `acquired`: nobody has run it, and now it is yours: run it. The token proves it to the other methods.
 * - `in-flight`: somebody runs it now, and has said so within the lease. Ask again later.
 * - `done`: it ran; this is what was recorded.
 * - `unknown`: it may or may not have run. The lease ran out without a result, or this is a later sending of something that the
 *   store may have known and forgotten.
 * - `mismatch`: the key belongs to something else.
 * - `full`: as many are in flight as may be. Nothing was recorded; run nothing.
 */
export type Claim =
  | { readonly state: 'acquired'; readonly token: string }
  | { readonly state: 'in-flight'; readonly leaseLeftMs: number }
  | { readonly state: 'done'; readonly result: string }
  | { readonly state: 'unknown' }
  | { readonly state: 'mismatch' }
  | { readonly state: 'full' };

/** What is asked of a store before something is run. */
export interface ClaimRequest {
  /** Unique to the mutation, whoever sends it. At most 128 UTF-16 units. */
  readonly key: string;
  /** The digest of caller, procedure and input: what a later sending must have in common with the first. */
  readonly fingerprint: string;
  /** On whose account the record is. One owner must not be able to crowd out the others. */
  readonly owner: string;
  /** How long the claim holds without a word from who runs it, in milliseconds. */
  readonly leaseMs: number;
  /** How long the result is to be kept, in milliseconds; left out: as long as the store keeps others. */
  readonly keepMs?: number | undefined;
  /** The epoch that the first sending knew, null for none; left out of a first sending itself. */
  readonly sentEpoch?: string | null | undefined;
  /** Whether what would be `unknown` is `acquired` instead, because it may run again or certainly did not run. @default false */
  readonly takesOver?: boolean | undefined;
}

/** What was claimed, and the proof of it. */
export interface ClaimedKey {
  readonly key: string;
  readonly token: string;
}

/**
 * Remembers which mutations ran, so that none runs twice. One store may serve many servers.
 *
 * The store's promise, on which everything else rests: between two `acquired` for one key there is a `release`, or the second
 * was asked for with `takesOver`; except for a key that it has forgotten and that is sent as if for the first time.
 *
 * Methods may answer at once or with a promise. One that throws or rejects says that the store cannot be reached, after which
 * the mutation is not run (`begin`), or its result may be lost (`complete`). None is called after `close`.
 */
export interface IdempotencyStore {
  /**
   * A name for now, at most 64 UTF-16 units: what this owner begins after it was read, the store vouches for under that name,
   * until it forgets something that was begun after it. Null while the store has none to give; what is not found is `unknown` then.
   * Asked often, so it costs little, and answers `known` for as long as that serves well.
   *
   * @param known what was answered last time.
   */
  epoch(owner: string, known: string | null): string | null;
  /** Asks for the right to run. */
  begin(request: ClaimRequest): Claim | Promise<Claim>;
  /** Says that it still runs. False: the claim is lost, because its lease ran out and somebody took over. */
  renew(claimed: ClaimedKey, leaseMs: number): boolean | Promise<boolean>;
  /** Records how it went. False: somebody took over, and nothing was recorded. Also done late, after the lease ran out. */
  complete(claimed: ClaimedKey, result: string): boolean | Promise<boolean>;
  /** Gives the key back, because certainly nothing was done under it. False: it was not yours any more. */
  release(claimed: ClaimedKey): boolean | Promise<boolean>;
  /** Forgets nothing that others share, and lets go of what this process holds. */
  close(): void | Promise<void>;
}
