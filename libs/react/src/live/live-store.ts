import type { Gap, SubscriptionItem } from '@trunkline/client';
import type { PageClock } from '../clock.js';
import type { Folding } from './fold.js';

/** How a subscription stands. */
export type LiveStatus =
  /** Switched off by `enabled`. */
  | 'off'
  /** The server has not begun to serve it yet. */
  | 'starting'
  | 'live'
  /** The connection was lost; it goes on by itself, and `value` is what was last known. */
  | 'interrupted'
  /** The procedure was done. */
  | 'ended'
  /** It ended with `error`. */
  | 'failed';

/** What a subscription has brought, and how true it is now. */
export interface Live<TValue> {
  readonly value: TValue;
  readonly status: LiveStatus;
  /** Why it failed, or why it is interrupted. */
  readonly error: Error | undefined;
  /** The last place where events are missing, if there is one. */
  readonly gap: Gap | undefined;
  /** How often events were missing. */
  readonly gapCount: number;
  /**
   * How old what is shown is, in milliseconds: with `timeOf` the age of the newest event when it came, plus the time
   * since the connection was lost; without, only the latter. Counted on once a second while interrupted.
   */
  readonly lagMs: number;
  /** Subscribes anew, for one that has failed or ended. `value` stays until something comes. */
  readonly restart: () => void;
}

/** What a store is made of. */
export interface LiveStoreParts<TEvent, TValue> {
  readonly clock: PageClock;
  readonly folding: Folding<TEvent, TValue>;
  readonly timeOf: ((event: TEvent) => number | Date) | undefined;
  /** Begins the subscription. */
  open(): AsyncIterableIterator<SubscriptionItem<TEvent>, undefined>;
}

/** One subscription as React reads it: begun while somebody listens, told of at most once for each drawing of the page. */
export class LiveStore<TEvent, TValue> {
  readonly #parts: LiveStoreParts<TEvent, TValue>;
  readonly #listeners = new Set<() => void>();
  #items: AsyncIterableIterator<SubscriptionItem<TEvent>, undefined> | undefined;
  #stopTicking: (() => void) | undefined;
  #isTold = true;
  #snapshot: Live<TValue>;
  #status: LiveStatus = 'starting';
  #error: Error | undefined;
  #gap: Gap | undefined;
  #gapCount = 0;
  #arrivalLagMs = 0;
  #interruptedAt: number | undefined;

  constructor(parts: LiveStoreParts<TEvent, TValue>) {
    this.#parts = parts;
    this.#snapshot = this.#take();
  }

  readonly read = (): Live<TValue> => this.#snapshot;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    if (this.#items === undefined) this.#begin();
    return () => {
      this.#listeners.delete(listener);
      if (this.#listeners.size === 0) this.#end();
    };
  };

  readonly #restart = (): void => {
    if (this.#listeners.size === 0) return;
    this.#end();
    this.#status = 'starting';
    this.#error = undefined;
    this.#begin();
    this.#changed();
  };

  #begin(): void {
    const items = this.#parts.open();
    this.#items = items;
    void this.#follow(items);
  }

  #end(): void {
    void this.#items?.return?.();
    this.#items = undefined;
    this.#tick(false);
  }

  async #follow(items: AsyncIterableIterator<SubscriptionItem<TEvent>, undefined>): Promise<void> {
    try {
      for await (const item of items) {
        if (this.#items !== items) return;
        this.#apply(item);
        this.#changed();
      }
      this.#finish(items, 'ended', undefined);
    } catch (thrown) {
      this.#finish(items, 'failed', thrown instanceof Error ? thrown : new Error(String(thrown)));
    }
  }

  #apply(item: SubscriptionItem<TEvent>): void {
    const { folding, timeOf, clock } = this.#parts;
    switch (item.type) {
      case 'data':
        folding.add(item.data);
        if (timeOf !== undefined) this.#arrivalLagMs = Math.max(0, clock.now() - Number(timeOf(item.data)));
        return;
      case 'gap':
        this.#gap = { reason: item.reason, dropped: item.dropped };
        this.#gapCount += 1;
        folding.gap?.(this.#gap);
        return;
      case 'status': {
        const isLive = item.status === 'live';
        this.#status = item.status;
        this.#error = isLive ? undefined : item.cause;
        this.#interruptedAt = isLive ? undefined : (this.#interruptedAt ?? clock.now());
        this.#tick(!isLive);
      }
    }
  }

  #finish(items: unknown, status: 'ended' | 'failed', error: Error | undefined): void {
    if (this.#items !== items) return;
    this.#status = status;
    this.#error = error;
    this.#interruptedAt = undefined;
    this.#tick(false);
    this.#changed();
  }

  #tick(isWanted: boolean): void {
    if (!isWanted) {
      this.#stopTicking?.();
      this.#stopTicking = undefined;
      return;
    }
    this.#stopTicking ??= this.#parts.clock.every(1000, () => this.#changed());
  }

  #changed(): void {
    if (!this.#isTold) return;
    this.#isTold = false;
    this.#parts.clock.nextFrame(() => {
      this.#isTold = true;
      this.#snapshot = this.#take();
      for (const listener of this.#listeners) listener();
    });
  }

  #take(): Live<TValue> {
    const awayMs = this.#interruptedAt === undefined ? 0 : this.#parts.clock.now() - this.#interruptedAt;
    return {
      value: this.#parts.folding.read(),
      status: this.#status,
      error: this.#error,
      gap: this.#gap,
      gapCount: this.#gapCount,
      lagMs: this.#arrivalLagMs + awayMs,
      restart: this.#restart,
    };
  }
}
