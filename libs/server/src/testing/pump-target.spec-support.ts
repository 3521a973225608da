import { Outbox } from '../connection/outbox.js';
import { Pump, type PumpTarget } from '../subscription/pump.js';
import { FakeServerClock } from './fake-server-clock.spec-support.js';
import { FakeSocket } from './fake-socket.spec-support.js';

const LIMITS = { highWaterBytes: 10, lowWaterBytes: 4, maxUnsentBytes: 1000, stallTimeoutMs: 1000 };

/** Takes as many events as it has credit for, and sends each, as a subscription does. */
class PumpedTarget implements PumpTarget {
  readonly outbox: WatchedOutbox;
  readonly taken: unknown[] = [];
  readonly endings: string[] = [];
  credit = Number.POSITIVE_INFINITY;

  constructor(outbox: WatchedOutbox) {
    this.outbox = outbox;
  }

  get mayPull(): boolean {
    return this.credit > 0 && this.mayTell;
  }

  get mayTell(): boolean {
    return !this.outbox.isFull;
  }

  waits(): void {
    this.outbox.whenRelieved(this.onRelief);
  }

  /** Set to wake the pump. */
  onRelief = (): void => undefined;

  take(event: unknown): void {
    this.credit -= 1;
    this.taken.push(event);
    this.outbox.send(String(event));
  }

  complete(): void {
    this.endings.push('completed');
  }

  fail(thrown: unknown): void {
    this.endings.push(`failed: ${String(thrown)}`);
  }
}

/** An outbox that counts who waits. */
class WatchedOutbox extends Outbox {
  readonly waiters = new Set<() => void>();

  override whenRelieved(waiter: () => void): void {
    this.waiters.add(waiter);
    super.whenRelieved(waiter);
  }

  override forget(waiter: () => void): void {
    this.waiters.delete(waiter);
    super.forget(waiter);
  }
}

/** A pump between a source and a target that sends to a fake socket. */
export function setUpPump(source: AsyncIterator<unknown>) {
  const clock = new FakeServerClock();
  const socket = new FakeSocket();
  const outbox = new WatchedOutbox(socket, clock, LIMITS, { giveUp: () => undefined });
  const target = new PumpedTarget(outbox);
  const pump = new Pump(source, clock, target);
  target.onRelief = () => pump.wake();
  return { clock, socket, outbox, target, pump };
}

/** Counts from 1, without ever waiting. */
export async function* count(to = Number.POSITIVE_INFINITY): AsyncGenerator<number> {
  for (let number = 1; number <= to; number += 1) yield number;
}
