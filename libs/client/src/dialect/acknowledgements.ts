import type { Cancel, Clock } from '@trunkline/protocol';

/** How long the server keeps an event that is here, because nothing was granted meanwhile, in milliseconds. */
const PATIENCE_MS = 1000;

/** Which subscriptions have got events that the server does not yet know to be here. */
export class Acknowledgements {
  readonly #clock: Clock;
  readonly #acknowledge: (subscription: number) => void;
  readonly #owed = new Set<number>();
  #cancel: Cancel | undefined;

  constructor(clock: Clock, acknowledge: (subscription: number) => void) {
    this.#clock = clock;
    this.#acknowledge = acknowledge;
  }

  /** An event came. */
  owe(subscription: number): void {
    this.#owed.add(subscription);
    // One timer for all, which runs on when a grant has said what was owed: taking it back would cost more.
    this.#cancel ??= this.#clock.schedule(PATIENCE_MS, () => {
      this.#cancel = undefined;
      for (const owed of this.#owed) this.#acknowledge(owed);
      this.#owed.clear();
    });
  }

  /** A grant said it, or nobody wants to know any more. */
  said(subscription: number): void {
    this.#owed.delete(subscription);
  }

  close(): void {
    this.#cancel?.();
  }
}
