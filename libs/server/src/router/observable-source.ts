import type { Observable } from '@trpc/server/observable';
import type { EventFeed, QueuedSource } from '../subscription/queued-source.js';

/** Feeds a queue from an observable, which cannot be paused: what its events do while others wait is the queue's affair. */
export class ObservableFeed implements EventFeed {
  readonly #observable: Observable<unknown, unknown>;
  #subscription: { unsubscribe(): void } | undefined;

  constructor(observable: Observable<unknown, unknown>) {
    this.#observable = observable;
  }

  start(source: QueuedSource): void {
    this.#subscription = this.#observable.subscribe({
      next: (event) => source.push(event),
      error: (thrown) => source.end({ kind: 'failed', thrown }),
      complete: () => source.end({ kind: 'completed' }),
    });
  }

  resume(): void {
    // It feeds whenever it likes.
  }

  stop(): Promise<void> {
    const subscription = this.#subscription;
    this.#subscription = undefined;
    subscription?.unsubscribe();
    return Promise.resolve();
  }
}
