import type { SubscriptionItem } from '@trunkline/client';
import type { LiveSource } from '../live/live-source.js';

/** A subscription procedure that says what a spec tells it. */
export class ScriptedSource<TInput, TEvent> implements LiveSource<TInput, TEvent> {
  /** The inputs of the subscriptions that are open, in the order in which they began. */
  readonly open: TInput[] = [];
  /** What came with each subscribe beside the input, from the first on. */
  readonly options: unknown[] = [];
  #readers: ScriptedItems<TEvent>[] = [];

  readonly subscribe = (input: TInput, options?: unknown): AsyncIterableIterator<TEvent, undefined> => {
    this.open.push(input);
    this.options.push(options);
    const items = new ScriptedItems<TEvent>(() => {
      this.open.splice(this.open.indexOf(input), 1);
      this.#readers = this.#readers.filter((reader) => reader !== items);
    });
    this.#readers.push(items);
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- Whoever asks for the status gets items, as from a client.
    return items as unknown as AsyncIterableIterator<TEvent, undefined>;
  };

  /** Tells everybody who reads. */
  say(...items: readonly SubscriptionItem<TEvent>[]): void {
    for (const reader of this.#readers) for (const item of items) reader.put(item);
  }

  event(...events: readonly TEvent[]): void {
    this.say(...events.map((data): SubscriptionItem<TEvent> => ({ type: 'data', data })));
  }

  end(error?: Error): void {
    for (const reader of Array.from(this.#readers)) reader.end(error);
  }
}

class ScriptedItems<TEvent> implements AsyncIterableIterator<SubscriptionItem<TEvent>, undefined> {
  readonly #items: SubscriptionItem<TEvent>[] = [];
  readonly #ended: () => void;
  #end: { readonly error: Error | undefined } | undefined;
  #wake: (() => void) | undefined;

  constructor(ended: () => void) {
    this.#ended = ended;
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  put(item: SubscriptionItem<TEvent>): void {
    this.#items.push(item);
    this.#wake?.();
  }

  end(error: Error | undefined): void {
    if (this.#end !== undefined) return;
    this.#end = { error };
    this.#ended();
    this.#wake?.();
  }

  async next(): Promise<IteratorResult<SubscriptionItem<TEvent>, undefined>> {
    while (this.#items.length === 0 && this.#end === undefined) {
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    }
    const item = this.#items.shift();
    if (item !== undefined) return { done: false, value: item };
    if (this.#end?.error !== undefined) throw this.#end.error;
    return { done: true, value: undefined };
  }

  return(): Promise<IteratorResult<SubscriptionItem<TEvent>, undefined>> {
    this.end(undefined);
    return Promise.resolve({ done: true, value: undefined });
  }
}
