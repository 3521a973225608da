import type { Cancel, Clock } from '@trunkline/protocol';

/** What idleness looks at, and what it does. */
export interface IdlenessActions {
  /** Whether a call or a subscription is under way. */
  isBusy(): boolean;
  leave(): void;
}

/**
 * Leaves a connection on which nothing is under way and nothing was said for so long. One timer looks back; a message
 * costs none.
 */
export class Idleness {
  readonly #clock: Clock;
  readonly #closeMs: number;
  readonly #actions: IdlenessActions;
  #usedAt = 0;
  #cancel: Cancel | undefined;

  constructor(clock: Clock, closeMs: number, actions: IdlenessActions) {
    this.#clock = clock;
    this.#closeMs = closeMs;
    this.#actions = actions;
  }

  /** Something was sent, came, or ended. */
  noted(): void {
    if (this.#closeMs === Infinity) return;
    this.#usedAt = this.#clock.now();
    if (this.#cancel === undefined && !this.#actions.isBusy()) this.#look(this.#closeMs);
  }

  stop(): void {
    this.#cancel?.();
    this.#cancel = undefined;
  }

  #look(delayMs: number): void {
    this.#cancel = this.#clock.schedule(delayMs, () => {
      this.#cancel = undefined;
      if (this.#actions.isBusy()) return;
      const leftMs = this.#closeMs - (this.#clock.now() - this.#usedAt);
      if (leftMs > 0) this.#look(leftMs);
      else this.#actions.leave();
    });
  }
}
