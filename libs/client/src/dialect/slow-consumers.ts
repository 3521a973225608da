import { type BackOff, type Cancel, type Clock, decideBackOffMs } from '@trunkline/protocol';
import type { Subscription } from '../subscriptions/subscription.js';

/** A subscription that was served for so long begins to count anew, in milliseconds. */
const FORGIVEN_AFTER_MS = 60_000;

interface Slowness {
  count: number;
  lastAt: number;
}

/** Subscriptions that the server ended because they were not read in time: they go on by themselves, after a pause. */
export class SlowConsumers {
  readonly #settings: { readonly clock: Clock; readonly backOff: BackOff; readonly random: () => number };
  readonly #wire: { readonly maySend: boolean; subscribe(subscription: Subscription): void };
  readonly #slowness = new WeakMap<Subscription, Slowness>();
  readonly #timers = new Set<Cancel>();

  constructor(
    settings: { readonly clock: Clock; readonly backOff: BackOff; readonly random: () => number },
    wire: { readonly maySend: boolean; subscribe(subscription: Subscription): void },
  ) {
    this.#settings = settings;
    this.#wire = wire;
  }

  add(subscription: Subscription): void {
    const { clock, backOff, random } = this.#settings;
    const now = clock.now();
    const earlier = this.#slowness.get(subscription);
    const count = earlier === undefined || now - earlier.lastAt > FORGIVEN_AFTER_MS ? 1 : earlier.count + 1;
    this.#slowness.set(subscription, { count, lastAt: now });
    const cancel = clock.schedule(decideBackOffMs(backOff, count, random()), () => {
      this.#timers.delete(cancel);
      // It may have been stopped, or have begun on another connection.
      if (subscription.isWaiting && this.#wire.maySend) this.#wire.subscribe(subscription);
    });
    this.#timers.add(cancel);
  }

  /** The next connection takes up what waits, without this one's pause. */
  close(): void {
    for (const cancel of this.#timers) cancel();
  }
}
