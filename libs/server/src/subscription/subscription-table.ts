import type { CallId } from '@trunkline/protocol';
import type { SubscriptionName } from '../dialect/server-dialect.js';
import type { Subscription } from './subscription.js';

/** The subscriptions of one connection, by the id of their subscribe and by their number. */
export class SubscriptionTable {
  // Made when they are needed, because most connections are idle.
  #byCall: Map<CallId, Subscription> | undefined;
  #byNumber: Map<number, Subscription> | undefined;

  get count(): number {
    return this.#byNumber?.size ?? 0;
  }

  /** All of them, as they are now. */
  list(): readonly Subscription[] {
    return Array.from(this.#byNumber?.values() ?? []);
  }

  has(call: CallId): boolean {
    return this.#byCall?.has(call) === true;
  }

  findByCall(call: CallId): Subscription | undefined {
    return this.#byCall?.get(call);
  }

  findByNumber(number: number): Subscription | undefined {
    return this.#byNumber?.get(number);
  }

  add(subscription: Subscription): void {
    this.#byCall ??= new Map();
    this.#byNumber ??= new Map();
    this.#byCall.set(subscription.call.id, subscription);
    this.#byNumber.set(subscription.number, subscription);
  }

  /** A stock client may use the id of one that is over again, so it is only freed if it still is this one's. */
  delete({ call, number }: SubscriptionName): void {
    this.#byNumber?.delete(number);
    if (this.#byCall?.get(call.id)?.number === number) this.#byCall.delete(call.id);
  }

  /** @param mayResume whether the client may come back for what it reads. */
  abandonAll(mayResume = false): void {
    // Each takes itself out of the map on the way, which a Map's iterator allows.
    for (const subscription of this.#byNumber?.values() ?? []) subscription.abandon(mayResume);
  }
}
