import type { Clock } from '@trunkline/protocol';
import type { IdempotencyStore } from './idempotency-store.js';
import type { KeyedCall } from './keyed-call.js';
import { KeyedRun, type RunDesk } from './keyed-run.js';
import { LeaseKeeper } from './lease-keeper.js';
import type { MutationLimits } from './mutation-limits.js';
import type { MutationPolicy } from './mutation-policy.js';
import { readEpoch, writeEpoch } from './owned-epoch.js';
import { reusedKey } from './run-answers.js';

/** What a desk is made of. */
export interface DeskParts {
  readonly clock: Clock;
  readonly store: IdempotencyStore;
  readonly limits: MutationLimits;
}

/** Where a server's mutations with keys come in: each key runs once here, whoever sends it on whichever connection. */
export class MutationDesk implements RunDesk {
  readonly clock: Clock;
  readonly store: IdempotencyStore;
  readonly limits: MutationLimits;
  readonly leases: LeaseKeeper;
  readonly #runs = new Map<string, KeyedRun>();
  /** In the order in which they lost their last caller. */
  readonly #orphans = new Set<KeyedRun>();

  constructor({ clock, store, limits }: DeskParts) {
    this.clock = clock;
    this.store = store;
    this.limits = limits;
    this.leases = new LeaseKeeper(clock);
  }

  /** Mutations that run, or wait to. */
  get runningCount(): number {
    return this.#runs.size;
  }

  get orphanedCount(): number {
    return this.#orphans.size;
  }

  /** Whether what has the key runs here now. */
  isRunning(key: string): boolean {
    return this.#runs.has(key);
  }

  /** Answers a call: with what runs for its key, with what ran, or by running it. */
  enter(caller: KeyedCall, policy: MutationPolicy): void {
    const found = this.#runs.get(caller.key);
    if (found === undefined) {
      const run = new KeyedRun(this, caller, policy);
      // What is only looked up nobody joins, whose own sending may run.
      if (caller.refusal === undefined) this.#runs.set(caller.key, run);
      run.join(caller);
      return run.start();
    }
    const { host, call } = caller;
    if (found.fingerprint === caller.fingerprint) {
      host.watch.counters.mutationsJoined += 1;
      return found.join(caller);
    }
    caller.refuse(host.errors.refuse('KEY_REUSED', reusedKey(call.path), {}, call.path));
    caller.settle();
  }

  /** The epoch to tell an owner; undefined where the store has none. */
  epochFor(owner: string, known: string | undefined): string | undefined {
    return writeEpoch(this.store.epoch(owner, known === undefined ? null : readEpoch(known, owner)), owner);
  }

  /** The server stops: what has no client any more is not waited for. */
  close(): void {
    for (const run of this.#orphans) run.stopOrphan();
  }

  orphaned(run: KeyedRun): void {
    this.#orphans.add(run);
    if (this.#orphans.size <= this.limits.maxOrphaned) return;
    const [oldest] = this.#orphans;
    if (oldest) this.#orphans.delete(oldest);
    oldest?.stopOrphan();
  }

  adopted(run: KeyedRun): void {
    this.#orphans.delete(run);
  }

  ended(run: KeyedRun): void {
    this.#orphans.delete(run);
    if (this.#runs.get(run.key) === run) this.#runs.delete(run.key);
  }
}
