import type { Cancel, Clock } from '@trunkline/protocol';
import { type DrainPlan, slotMs } from './drain-plan.js';

/** What a drain needs of a connection. */
export interface DrainedConnection {
  /** Calls and subscriptions that are under way. */
  readonly callCount: number;
  /** Whether the peer can be told ahead when to go; one that cannot is told when it is time. */
  readonly readsNotice: boolean;
  /** Asks the peer to open another connection after so long, and to be gone by the deadline. */
  askToMove(reconnectAfterMs: number, deadlineMs: number): void;
  /** Begins no new call, and closes once those that run are answered. */
  closeWhenIdle(): void;
  terminate(): void;
}

/** What a drain did. */
export interface DrainReport {
  /** Connections that were open when it began. */
  readonly connectionCount: number;
  /** Of these: went by themselves, to be served elsewhere. */
  readonly movedCount: number;
  /** Of these: were closed after their last answer. */
  readonly closedCount: number;
  /** Of these: were cut, because they were still there at the deadline. */
  readonly cutCount: number;
  /** Calls that had no answer when their connection was cut: their callers cannot know what became of them. */
  readonly unansweredCallCount: number;
  readonly durationMs: number;
}

/** Sends all connections of a server elsewhere, each in its slot, and ends those that do not go. */
export class Drain<TConnection extends DrainedConnection> {
  readonly #clock: Clock;
  readonly #plan: DrainPlan;
  readonly #left = new Set<TConnection>();
  readonly #timers: Cancel[] = [];
  readonly #startedAt: number;
  readonly #connectionCount: number;
  readonly #finish: (report: DrainReport) => void;
  readonly report: Promise<DrainReport>;
  #isLastCall = false;
  #movedCount = 0;
  #closedCount = 0;
  #cutCount = 0;
  #unansweredCallCount = 0;

  constructor(clock: Clock, plan: DrainPlan, connections: Iterable<TConnection>) {
    this.#clock = clock;
    this.#plan = plan;
    this.#startedAt = clock.now();
    for (const connection of connections) this.#left.add(connection);
    this.#connectionCount = this.#left.size;
    let finish: (report: DrainReport) => void = () => undefined;
    this.report = new Promise((resolve) => {
      finish = resolve;
    });
    this.#finish = finish;
  }

  start(): void {
    const { lastCallMs, deadlineMs } = this.#plan;
    let index = 0;
    for (const connection of this.#left) this.#ask(connection, slotMs(index++, this.#connectionCount, this.#plan));
    this.#after(lastCallMs, () => this.#callLast());
    this.#after(deadlineMs, () => this.#cut());
    this.#finishIfEmpty();
  }

  /** A connection is gone for good. */
  gone(connection: TConnection): void {
    if (!this.#left.delete(connection)) return;
    if (this.#isLastCall) this.#closedCount += 1;
    else this.#movedCount += 1;
    this.#finishIfEmpty();
  }

  #ask(connection: TConnection, delayMs: number): void {
    const { deadlineMs } = this.#plan;
    if (connection.readsNotice || delayMs === 0) return connection.askToMove(delayMs, deadlineMs);
    this.#after(delayMs, () => {
      if (this.#left.has(connection)) connection.askToMove(0, deadlineMs - delayMs);
    });
  }

  #callLast(): void {
    this.#isLastCall = true;
    for (const connection of Array.from(this.#left)) connection.closeWhenIdle();
  }

  #cut(): void {
    for (const connection of Array.from(this.#left)) {
      this.#cutCount += 1;
      this.#unansweredCallCount += connection.callCount;
      this.#left.delete(connection);
      connection.terminate();
    }
    this.#finishIfEmpty();
  }

  #after(delayMs: number, action: () => void): void {
    this.#timers.push(this.#clock.schedule(delayMs, action));
  }

  #finishIfEmpty(): void {
    if (this.#left.size > 0) return;
    for (const cancel of this.#timers.splice(0)) cancel();
    this.#finish({
      connectionCount: this.#connectionCount,
      movedCount: this.#movedCount,
      closedCount: this.#closedCount,
      cutCount: this.#cutCount,
      unansweredCallCount: this.#unansweredCallCount,
      durationMs: this.#clock.now() - this.#startedAt,
    });
  }
}
