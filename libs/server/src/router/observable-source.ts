import type { Observable } from '@trpc/server/observable';
import type { EventStream } from '../subscription/event-stream.js';
import { LostEvents } from '../subscription/lost-events.js';

/**
 * Reads an observable event by event. An observable cannot be paused, so events wait here, at most as many as allowed:
 * past that the oldest are let go, and a `LostEvents` stands in their place.
 */
export function readObservable(observable: Observable<unknown, unknown>, maxQueuedEvents: number): EventStream {
  return new ObservableSource(observable, maxQueuedEvents);
}

type Ending = { readonly kind: 'completed' } | { readonly kind: 'failed'; readonly thrown: unknown };

class ObservableSource implements EventStream {
  onSpent: (() => void) | undefined;
  readonly #events: unknown[] = [];
  readonly #maxQueuedEvents: number;
  readonly #unsubscribe: () => void;
  #lostCount = 0;
  #ending: Ending | undefined;
  #wake: (() => void) | undefined;

  constructor(observable: Observable<unknown, unknown>, maxQueuedEvents: number) {
    this.#maxQueuedEvents = maxQueuedEvents;
    const subscription = observable.subscribe({
      next: (event) => this.#push(event),
      error: (thrown) => this.#end({ kind: 'failed', thrown }),
      complete: () => this.#end({ kind: 'completed' }),
    });
    this.#unsubscribe = () => subscription.unsubscribe();
  }

  get isSpent(): boolean {
    return this.#ending !== undefined && this.#events.length === 0;
  }

  async next(): Promise<IteratorResult<unknown>> {
    while (this.#events.length === 0 && this.#lostCount === 0 && this.#ending === undefined) {
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    }
    if (this.#lostCount > 0) {
      const lost = new LostEvents(this.#lostCount);
      this.#lostCount = 0;
      return { done: false, value: lost };
    }
    if (this.#events.length > 0) return { done: false, value: this.#events.shift() };
    if (this.#ending?.kind === 'failed') throw this.#ending.thrown;
    return { done: true, value: undefined };
  }

  return(): Promise<IteratorResult<unknown>> {
    this.#events.length = 0;
    this.#end({ kind: 'completed' });
    this.#unsubscribe();
    return Promise.resolve({ done: true, value: undefined });
  }

  #push(event: unknown): void {
    if (this.#ending !== undefined) return;
    if (this.#events.length >= this.#maxQueuedEvents) {
      this.#events.shift();
      this.#lostCount += 1;
    }
    this.#events.push(event);
    this.#notify();
  }

  #end(ending: Ending): void {
    this.#ending ??= ending;
    this.#notify();
    if (this.isSpent) this.onSpent?.();
  }

  #notify(): void {
    const wake = this.#wake;
    this.#wake = undefined;
    wake?.();
  }
}
