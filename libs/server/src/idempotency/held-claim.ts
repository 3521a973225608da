import type { Clock } from '@trunkline/protocol';
import { askStore } from './ask-store.js';
import type { ClaimedKey, IdempotencyStore } from './idempotency-store.js';
import type { LeaseHolder } from './lease-keeper.js';

/** What a claim is held with. */
export interface HeldClaimParts {
  readonly store: IdempotencyStore;
  readonly clock: Clock;
  readonly claimed: ClaimedKey;
  readonly leaseMs: number;
  /** Somebody else took over: what this one does no longer counts. */
  readonly lost: () => void;
  /** The store could not be reached. */
  readonly failed: (thrown: unknown) => void;
}

/** The right to run a mutation, from the time when the store gave it until the result is recorded or the right given back. */
export class HeldClaim implements LeaseHolder {
  readonly leaseMs: number;
  readonly #parts: HeldClaimParts;

  constructor(parts: HeldClaimParts) {
    this.leaseMs = parts.leaseMs;
    this.#parts = parts;
  }

  /** A store that cannot be reached now may be by the next time; until then the lease holds. */
  renew(): void {
    const { store, claimed, lost, failed } = this.#parts;
    askStore(() => store.renew(claimed, this.leaseMs), { done: (isMine) => isMine || lost(), failed });
  }

  /**
   * Records how it went, and then calls back: an answer that is told and then forgotten could be told otherwise. Where the
   * store cannot be reached, it calls back all the same and goes on trying until the lease runs out.
   */
  complete(result: string, recorded: () => void): void {
    const { store, claimed, failed } = this.#parts;
    askStore(() => store.complete(claimed, result), {
      done: recorded,
      failed: (thrown) => {
        failed(thrown);
        recorded();
        this.#completeLater(result, MAX_LATER_ATTEMPTS);
      },
    });
  }

  /** Gives the right back. Where the store cannot be reached the lease runs out, and the outcome counts as unknown. */
  release(): void {
    const { store, claimed, failed } = this.#parts;
    askStore(() => store.release(claimed), { done: () => undefined, failed });
  }

  #completeLater(result: string, attemptCount: number): void {
    const { clock, store, claimed } = this.#parts;
    if (attemptCount === 0) return;
    clock.schedule(Math.ceil(this.leaseMs / (MAX_LATER_ATTEMPTS + 1)), () => {
      const failed = (): void => this.#completeLater(result, attemptCount - 1);
      askStore(() => store.complete(claimed, result), { done: () => undefined, failed });
    });
  }
}

const MAX_LATER_ATTEMPTS = 3;
