import type { CallId, Cancel, Clock } from '@trunkline/protocol';
import type { TrunklineError } from '../errors/trunkline-error.js';
import { expiredCall, lostCall, refusedCall, unqueuedCall, unsentCall } from './call-errors.js';
import type { CallFate } from './call-fate.js';
import type { CallServer, PendingCall } from './pending-call.js';

/** How many calls may wait for a connection, and for how long. */
export interface QueueLimits {
  readonly maxQueuedCalls: number;
  readonly maxQueuedMs: number;
}

/** Every call without an answer, in the order in which the calls were made. */
export class CallTable {
  readonly #clock: Clock;
  readonly #limits: QueueLimits;
  readonly #lastFailure: () => TrunklineError | undefined;
  readonly #calls = new Map<CallId, PendingCall>();
  /** The life of the server's memory for mutations, as a welcome named it last; null for none. */
  epoch: string | null = null;
  #queuedCount = 0;
  #cancelExpiry: Cancel | undefined;
  #whenEmpty: (() => void) | undefined;

  /** @param lastFailure why there is no connection. */
  constructor(clock: Clock, limits: QueueLimits, lastFailure: () => TrunklineError | undefined) {
    this.#clock = clock;
    this.#limits = limits;
    this.#lastFailure = lastFailure;
  }

  get size(): number {
    return this.#calls.size;
  }

  /** Whether any call is out there. */
  isServed(server: CallServer): boolean {
    for (const call of this.#calls.values()) if (call.server === server) return true;
    return false;
  }

  /** Takes a call in. It waits for a connection until it is sent. */
  add(call: PendingCall): void {
    this.#calls.set(call.id, call);
    this.#queuedCount += 1;
  }

  /**
   * Called when a call was added and could not leave at once: from here on it counts and ages. A call beyond the
   * bound fails.
   */
  keep(call: PendingCall): void {
    const { maxQueuedCalls } = this.#limits;
    if (this.#queuedCount > maxQueuedCalls) {
      this.fail(call.id, unqueuedCall(call, maxQueuedCalls));
      return;
    }
    this.#expectExpiry();
  }

  /** The calls that wait for a connection. Sending them while walking is allowed. */
  *waiting(): Generator<PendingCall> {
    if (this.#queuedCount === 0) return;
    for (const call of this.#calls.values()) if (call.server === undefined) yield call;
  }

  sent(call: PendingCall, server: CallServer): void {
    call.server = server;
    if (!call.mayHaveRun) call.sentEpoch = this.epoch;
    call.hasBeenSent = true;
    this.#leaveQueue();
  }

  get(id: CallId): PendingCall | undefined {
    return this.#calls.get(id);
  }

  settle(id: CallId, output: unknown): void {
    this.#remove(id)?.resolve(output);
  }

  fail(id: CallId, error: TrunklineError): void {
    this.#remove(id)?.reject(error);
  }

  /** The server says that this sending did not run: it is sent again as if only the earlier ones, if any, had been. */
  notRun(call: PendingCall): void {
    call.hasBeenSent = call.mayHaveRun;
    this.#requeue(call);
  }

  /**
   * A connection is gone: what was out there goes back into the queue or fails, as its fate says.
   *
   * @param server undefined when the connection had never opened.
   */
  connectionLost(cause: TrunklineError, fate: CallFate, server: CallServer | undefined): void {
    for (const call of Array.from(this.#calls.values())) {
      // Another connection may serve some of them still.
      if (call.server !== undefined && call.server !== server) continue;
      if (fate === 'refused') this.fail(call.id, refusedCall(call, cause));
      else if (call.server === undefined) continue;
      else if (fate === 'not-run') this.notRun(call);
      else if (fate === 'unknown' && (call.kind === 'query' || call.server.repeatsMutations === true)) {
        call.mayHaveRun = true;
        this.#requeue(call);
      } else this.fail(call.id, lostCall(call, cause));
    }
  }

  /** Nothing will ever be sent again, or nobody may wait any longer: every call fails because of `cause`. */
  failAll(cause: TrunklineError): void {
    for (const call of Array.from(this.#calls.values())) {
      this.fail(call.id, call.hasBeenSent ? lostCall(call, cause) : unsentCall(call, cause));
    }
  }

  /** Resolves when no call is left. */
  emptied(): Promise<void> {
    if (this.#calls.size === 0) return Promise.resolve();
    return new Promise((resolve) => {
      this.#whenEmpty = resolve;
    });
  }

  #requeue(call: PendingCall): void {
    // One that was never welcomed has not stopped waiting.
    if (call.server?.isGreeting !== true) call.queuedAt = this.#clock.now();
    call.server = undefined;
    this.#queuedCount += 1;
    this.#expectExpiry();
  }

  #remove(id: CallId): PendingCall | undefined {
    const call = this.#calls.get(id);
    if (call === undefined) return undefined;
    this.#calls.delete(id);
    if (call.server === undefined) this.#leaveQueue();
    call.release?.();
    if (this.#calls.size === 0) this.#whenEmpty?.();
    return call;
  }

  #leaveQueue(): void {
    this.#queuedCount -= 1;
    if (this.#queuedCount > 0) return;
    this.#cancelExpiry?.();
    this.#cancelExpiry = undefined;
  }

  // One timer, for the call that has waited longest.
  #expectExpiry(): void {
    if (this.#cancelExpiry !== undefined) return;
    let oldest = Infinity;
    for (const call of this.waiting()) oldest = Math.min(oldest, call.queuedAt);
    if (oldest === Infinity) return;
    const leftMs = Math.max(0, oldest + this.#limits.maxQueuedMs - this.#clock.now());
    this.#cancelExpiry = this.#clock.schedule(leftMs, () => {
      this.#cancelExpiry = undefined;
      this.#expire();
      this.#expectExpiry();
    });
  }

  #expire(): void {
    const { maxQueuedMs } = this.#limits;
    for (const call of Array.from(this.waiting())) {
      if (this.#clock.now() - call.queuedAt < maxQueuedMs) continue;
      this.fail(call.id, expiredCall(call, maxQueuedMs, this.#lastFailure()));
    }
  }
}
