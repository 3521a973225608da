import { CLOSE_CODES } from '@trunkline/protocol';
import type { ServerClock } from '../clock.js';
import type { Connection } from '../connection/connection.js';
import type { Revalidation } from '../subscription/revalidate-subscriptions.js';
import { Drain, type DrainReport } from './drain.js';
import type { DrainPlan } from './drain-plan.js';
import { closeWhenIdle, drainedConnection } from './drained-connection.js';

/** The open connections of a server, and their common end. */
export class ConnectionRegistry implements Iterable<Connection> {
  readonly #connections = new Set<Connection>();
  readonly #clock: ServerClock;
  #onEmpty: (() => void) | undefined;
  #ending: Promise<void> | undefined;
  #drain: Drain<Connection> | undefined;

  constructor(clock: ServerClock) {
    this.#clock = clock;
  }

  get count(): number {
    return this.#connections.size;
  }

  /** Bytes that wait to be read by peers. */
  get unsentBytes(): number {
    let sum = 0;
    for (const { outbox } of this.#connections) sum += outbox.unsentBytes;
    return sum;
  }

  [Symbol.iterator](): Iterator<Connection> {
    return this.#connections.values();
  }

  add(connection: Connection): void {
    this.#connections.add(connection);
  }

  remove(connection: Connection): void {
    this.#connections.delete(connection);
    this.#drain?.gone(connection);
    if (this.#connections.size === 0) this.#onEmpty?.();
  }

  /** Closes every connection of somebody whose rights are at an end. @returns how many there were. */
  revoke(owner: string, reason: string): number {
    const revoked = this.#ownedBy(owner);
    for (const connection of revoked) connection.close(CLOSE_CODES.revoked.code, reason);
    return revoked.length;
  }

  /** Asks the middlewares of the subscriptions of somebody, or of everybody, whether they may go on. */
  async revalidate(owner: string | undefined): Promise<Revalidation> {
    const asked = owner === undefined ? Array.from(this.#connections) : this.#ownedBy(owner);
    const outcomes = await Promise.all(asked.map((connection) => connection.revalidate()));
    return {
      checkedCount: outcomes.reduce((sum, { checkedCount }) => sum + checkedCount, 0),
      endedCount: outcomes.reduce((sum, { endedCount }) => sum + endedCount, 0),
    };
  }

  #ownedBy(owner: string): readonly Connection[] {
    return Array.from(this.#connections).filter((connection) => connection.owner === owner);
  }

  /** Sends every connection elsewhere, each in its slot, and ends those that do not go. Called again, it waits for the same end. */
  drain(plan: DrainPlan): Promise<DrainReport> {
    if (this.#drain === undefined) {
      this.#drain = new Drain(this.#clock, plan, this.#connections, drainedConnection);
      this.#drain.start();
    }
    return this.#drain.report;
  }

  /**
   * Lets the calls that run finish, closes every connection when its last call is answered, and cuts those that are
   * still there when the time is up. Called again, it waits for the same end.
   */
  closeAll(timeoutMs: number): Promise<void> {
    this.#ending ??= this.#end(timeoutMs);
    return this.#ending;
  }

  #end(timeoutMs: number): Promise<void> {
    if (this.#connections.size === 0) return Promise.resolve();
    return new Promise((resolve) => {
      const cancelDeadline = this.#clock.schedule(timeoutMs, () => {
        for (const connection of this.#connections) connection.terminate();
      });
      this.#onEmpty = () => {
        cancelDeadline();
        resolve();
      };
      for (const connection of this.#connections) closeWhenIdle(connection);
    });
  }
}
