import { type Gap, GapError } from '../errors/gap-error.js';
import type { TrunklineError } from '../errors/trunkline-error.js';
import type { Consumer } from './consumer.js';
import type { Pace, TunableIterator } from './pace.js';
import type { Resumption } from './resumption.js';
import type { Subscription } from './subscription.js';

/** What a `for await` with `{ status: true }` gives. */
export type SubscriptionItem<TEvent> =
  /** `conflated` counts the events that were merged into this one, as was asked for; left out for none. */
  | { readonly type: 'data'; readonly data: TEvent; readonly conflated?: number }
  | ({ readonly type: 'gap' } & Gap)
  /** The server began to serve it, at first or again. */
  | { readonly type: 'status'; readonly status: 'live'; readonly resumed: Resumption }
  /** The connection was lost; the subscription goes on by itself. */
  | { readonly type: 'status'; readonly status: 'interrupted'; readonly cause: TrunklineError };

/**
 * Unread events beyond this are dropped and told as a gap. The native dialect never comes near it, because unread
 * events are not granted again; a stock server knows no credit.
 */
export const MAX_UNREAD_EVENTS = 1000;

interface Reader {
  readonly resolve: (result: IteratorResult<unknown, undefined>) => void;
  readonly reject: (error: TrunklineError) => void;
}

const DONE: IteratorResult<unknown, undefined> = { done: true, value: undefined };

/** Hands a subscription to a `for await`: it begins with the first `next()` and is read once. */
export class SubscriptionIterator implements Consumer, TunableIterator<unknown> {
  readonly #path: string;
  readonly #hasStatus: boolean;
  readonly #begin: (consumer: SubscriptionIterator, maxRate: number | undefined) => Subscription | undefined;
  readonly #ended: () => void;
  readonly #items: SubscriptionItem<unknown>[] = [];
  readonly #readers: Reader[] = [];
  #maxRate: number | undefined;
  #unreadCount = 0;
  #hasBegun = false;
  #isIterated = false;
  #subscription: Subscription | undefined;
  #end: { readonly error: TrunklineError | undefined } | undefined;

  /**
   * @param begin starts the subscription, or ends this consumer at once and returns undefined.
   * @param ended called once, at the end of the subscription.
   */
  constructor(
    path: string,
    hasStatus: boolean,
    begin: (consumer: SubscriptionIterator, maxRate: number | undefined) => Subscription | undefined,
    ended: () => void,
  ) {
    this.#path = path;
    this.#hasStatus = hasStatus;
    this.#begin = begin;
    this.#ended = ended;
  }

  [Symbol.asyncIterator](): this {
    if (this.#isIterated) throw new Error(`"${this.#path}" is read once; subscribe again.`);
    this.#isIterated = true;
    return this;
  }

  next(): Promise<IteratorResult<unknown, undefined>> {
    if (!this.#hasBegun) {
      this.#hasBegun = true;
      if (this.#end === undefined) this.#subscription = this.#begin(this, this.#maxRate);
      // A listener of the connection's state may have ended it before there was anything to stop.
      if (this.#end !== undefined) this.#subscription?.stop();
    }
    const item = this.#items.shift();
    if (item !== undefined) return this.#hand(item);
    if (this.#end === undefined) {
      return new Promise((resolve, reject) => {
        this.#readers.push({ resolve, reject });
      });
    }
    const { error } = this.#end;
    this.#end = { error: undefined };
    return error === undefined ? Promise.resolve(DONE) : Promise.reject(error);
  }

  /** Ends the subscription, as `break` in a `for await` does. Unread events are dropped. */
  return(): Promise<IteratorResult<unknown, undefined>> {
    this.#hasBegun = true;
    this.#items.length = 0;
    this.#subscription?.stop();
    this.#finish(undefined);
    return Promise.resolve(DONE);
  }

  tune({ maxRate }: Pace): void {
    this.#maxRate = maxRate ?? undefined;
    this.#subscription?.tune(this.#maxRate);
  }

  started(resumed: Resumption): void {
    this.#tell({ type: 'status', status: 'live', resumed });
  }

  interrupted(cause: TrunklineError): void {
    this.#tell({ type: 'status', status: 'interrupted', cause });
  }

  event(value: unknown, conflated?: number): void {
    if (this.#unreadCount >= MAX_UNREAD_EVENTS) {
      this.#subscription?.taken();
      this.gap({ reason: 'overflow', dropped: 1 });
      return;
    }
    this.#unreadCount += 1;
    this.#put(conflated === undefined ? { type: 'data', data: value } : { type: 'data', data: value, conflated });
  }

  gap(gap: Gap): void {
    const earlier = this.#findInTail('gap');
    if (earlier === undefined) return this.#put({ type: 'gap', ...gap });
    const old = this.#items[earlier];
    if (old?.type !== 'gap') return;
    const dropped = old.dropped === undefined || gap.dropped === undefined ? undefined : old.dropped + gap.dropped;
    this.#items[earlier] = { type: 'gap', reason: gap.reason, dropped };
  }

  failed(error: TrunklineError): void {
    this.#finish(error);
  }

  completed(): void {
    this.#finish(undefined);
  }

  #tell(item: SubscriptionItem<unknown>): void {
    if (!this.#hasStatus) return;
    const earlier = this.#findInTail('status');
    if (earlier !== undefined) this.#items.splice(earlier, 1);
    this.#put(item);
  }

  // What stands after the last unread event is kept short, however often a connection comes and goes.
  #findInTail(type: 'gap' | 'status'): number | undefined {
    for (let index = this.#items.length - 1; index >= 0; index -= 1) {
      const item = this.#items[index];
      if (item === undefined || item.type === 'data') return undefined;
      if (item.type === type) return index;
    }
    return undefined;
  }

  #put(item: SubscriptionItem<unknown>): void {
    const reader = this.#readers.shift();
    if (reader === undefined) this.#items.push(item);
    else this.#hand(item).then(reader.resolve, reader.reject);
  }

  #hand(item: SubscriptionItem<unknown>): Promise<IteratorResult<unknown, undefined>> {
    if (item.type === 'data') {
      this.#unreadCount -= 1;
      this.#subscription?.taken();
      return Promise.resolve({ done: false, value: this.#hasStatus ? item : item.data });
    }
    if (this.#hasStatus || item.type !== 'gap') return Promise.resolve({ done: false, value: item });
    void this.return();
    return Promise.reject(new GapError(item, this.#path));
  }

  #finish(error: TrunklineError | undefined): void {
    if (this.#end !== undefined) return;
    this.#ended();
    const [reader, ...others] = this.#readers.splice(0);
    this.#end = { error: reader === undefined ? error : undefined };
    if (error === undefined) reader?.resolve(DONE);
    else reader?.reject(error);
    for (const other of others) other.resolve(DONE);
  }
}
