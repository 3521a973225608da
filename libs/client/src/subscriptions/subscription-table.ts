import type { TrunklineError } from '../errors/trunkline-error.js';
import type { Consumer } from './consumer.js';
import { Subscription } from './subscription.js';

/** Every subscription that has not ended, whether or not a connection serves it now. */
export class SubscriptionTable {
  readonly #subscriptions = new Set<Subscription>();

  get size(): number {
    return this.#subscriptions.size;
  }

  add(path: string, input: string | undefined, consumer: Consumer): Subscription {
    const subscription = new Subscription(path, input, consumer, (ended) => this.#subscriptions.delete(ended));
    this.#subscriptions.add(subscription);
    return subscription;
  }

  /** Those that no connection serves. Subscribing them while walking is allowed. */
  *waiting(): Generator<Subscription> {
    for (const subscription of this.#subscriptions) if (subscription.isWaiting) yield subscription;
  }

  connectionLost(cause: TrunklineError): void {
    for (const subscription of Array.from(this.#subscriptions)) subscription.interrupted(cause);
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
