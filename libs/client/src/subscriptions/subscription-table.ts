import type { TrunklineError } from '../errors/trunkline-error.js';
import type { Consumer } from './consumer.js';
import { Subscription, type SubscriptionServer } from './subscription.js';

/** Every subscription that has not ended, whether or not a connection serves it now. */
export class SubscriptionTable {
  readonly #subscriptions = new Set<Subscription>();

  get size(): number {
    return this.#subscriptions.size;
  }

  /** @param maxRate events in a second that are wanted at most; undefined for every one. */
  add(path: string, input: string | undefined, consumer: Consumer, maxRate?: number): Subscription {
    const subscription = new Subscription(path, input, consumer, (ended) => this.#subscriptions.delete(ended));
    subscription.maxRate = maxRate;
    this.#subscriptions.add(subscription);
    return subscription;
  }

  /** Those that no connection serves. Subscribing them while walking is allowed. */
  *waiting(): Generator<Subscription> {
    for (const subscription of this.#subscriptions) if (subscription.isWaiting) yield subscription;
  }

  /** Those that a connection serves. Subscribing them elsewhere while walking is allowed. */
  *servedBy(server: SubscriptionServer): Generator<Subscription> {
    for (const subscription of this.#subscriptions) if (subscription.isServedBy(server)) yield subscription;
  }

  connectionLost(cause: TrunklineError, server: SubscriptionServer): void {
    for (const subscription of Array.from(this.servedBy(server))) subscription.lost(server, cause);
  }

  /** Whether any subscription is served by it, or still heard from it. */
  isServed(server: SubscriptionServer): boolean {
    return !this.servedBy(server).next().done;
  }

  /** The server said no to the credentials: what it serves elsewhere goes on, the rest ends. */
  refused(error: TrunklineError, server: SubscriptionServer | undefined): void {
    for (const subscription of Array.from(this.#subscriptions)) {
      if (subscription.isWaiting || (server !== undefined && subscription.isServedBy(server)))
        subscription.failed(error);
    }
  }

  failAll(error: TrunklineError): void {
    for (const subscription of Array.from(this.#subscriptions)) subscription.failed(error);
  }

  /** The client is closed: whoever reads comes to a regular end, and a server that is still there is told. */
  stopAll(): void {
    for (const subscription of Array.from(this.#subscriptions)) {
      subscription.stop();
      subscription.consumer.completed();
    }
  }
}
