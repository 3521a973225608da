import type { Cancel, Clock } from '@trunkline/protocol';
import { type DrainPlan, slotMs } from './drain-plan.js';
import type { DrainedConnection } from './drained-connection.js';

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
export class Drain<TConnection> {
  readonly #clock: Clock;
  readonly #plan: DrainPlan;
  readonly #left = new Map<TConnection, DrainedConnection>();
  readonly #closed = new Set<DrainedConnection>();
  readonly #timers: Cancel[] = [];
  readonly #startedAt: number;
  readonly #connectionCount: number;
  readonly #finish: (report: DrainReport) => void;
  readonly report: Promise<DrainReport>;
  #movedCount = 0;
  #closedCount = 0;
  #cutCount = 0;
  #unansweredCallCount = 0;

  constructor(
    clock: Clock,
    plan: DrainPlan,
    connections: Iterable<TConnection>,
    drained: (connection: TConnection) => DrainedConnection,
  ) {
    this.#clock = clock;
    this.#plan = plan;
    this.#startedAt = clock.now();
    for (const connection of connections) this.#left.set(connection, drained(connection));
    this.#connectionCount = this.#left.size;
    let finish: (report: DrainReport) => void = () => undefined;
    this.report = new Promise((resolve) => {
      finish = resolve;
    });
    this.#finish = finish;
  }

  start(): void {
    const { spreadMs, lastCallMs, deadlineMs } = this.#plan;
    let index = 0;
    for (const connection of Array.from(this.#left.keys())) {
      this.#ask(connection, slotMs(index, this.#connectionCount, this.#plan));
      index += 1;
    }
    this.#after(spreadMs, () => this.#closeIdle());
    this.#after(lastCallMs, () => this.#callLast());
    this.#after(deadlineMs, () => this.#cut());
    this.#finishIfEmpty();
  }

  /** A connection is gone for good. */
  gone(connection: TConnection): void {
    const drained = this.#left.get(connection);
    if (drained === undefined) return;
    this.#left.delete(connection);
    if (this.#closed.has(drained)) this.#closedCount += 1;
    else this.#movedCount += 1;
    this.#finishIfEmpty();
  }

  #ask(connection: TConnection, delayMs: number): void {
    const { deadlineMs } = this.#plan;
    const drained = this.#left.get(connection);
    if (drained?.isToldAhead === true || delayMs === 0) return drained?.askToMove(delayMs, deadlineMs);
    this.#after(delayMs, () => this.#left.get(connection)?.askToMove(0, deadlineMs - delayMs));
  }

  // A client that does not know the notice, or thinks that it need not hurry, loses nothing by being closed now: the code
  // says that what it may have sent meanwhile did not run. A stock client has no such code, and is left to go by itself.
  #closeIdle(): void {
    for (const drained of Array.from(this.#left.values())) {
      if (drained.isIdle && drained.isToldAhead) this.#close(drained);
    }
  }

  #callLast(): void {
    for (const drained of Array.from(this.#left.values())) this.#close(drained);
  }

  #close(drained: DrainedConnection): void {
    this.#closed.add(drained);
    drained.closeWhenIdle();
  }

  #cut(): void {
    const left = Array.from(this.#left.values());
    this.#left.clear();
    for (const drained of left) {
      this.#cutCount += 1;
      this.#unansweredCallCount += drained.callCount;
      drained.terminate();
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
