import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { FakeServerClock } from '../testing/fake-server-clock.spec-support.js';
import { FakeSocket } from '../testing/fake-socket.spec-support.js';
import { Outbox } from './outbox.js';

const LIMITS = { highWaterBytes: 10, lowWaterBytes: 4, maxUnsentBytes: 20, stallTimeoutMs: 1000 };

describe('Outbox', () => {
  it('keeps order, accounts for every byte and forgets no waiter, whatever its peer and its senders do', () => {
    fc.assert(
      fc.property(fc.array(anyStep, { maxLength: 80 }), fc.boolean(), (steps, takesAtOnce) => {
        const world = new World(takesAtOnce);
        for (const step of steps) world.apply(step);
        world.finish();
      }),
      { numRuns: Number(process.env['FUZZ_RUNS'] ?? 500) },
    );
  });
});

type Step =
  | { readonly name: 'send'; readonly length: number }
  | { readonly name: 'endTurn' | 'flush' | 'take' | 'wait' }
  | { readonly name: 'advance'; readonly byMs: number };

const anyStep: fc.Arbitrary<Step> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ name: fc.constant('send' as const), length: fc.integer({ min: 1, max: 16 }) }) },
  { weight: 4, arbitrary: fc.record({ name: fc.constantFrom('endTurn', 'flush', 'take', 'wait') }) },
  fc.record({ name: fc.constant('advance' as const), byMs: fc.integer({ min: 1, max: 600 }) }),
);

/** An outbox beside what must be true of it. */
class World {
  readonly #socket = new FakeSocket();
  readonly #clock = new FakeServerClock();
  readonly #overflows: string[] = [];
  readonly #outbox = new Outbox(this.#socket, this.#clock, LIMITS, {
    giveUp: (reason) => this.#overflows.push(reason),
  });
  readonly #accepted: string[] = [];
  readonly #waiting = new Set<number>();
  #waiterCount = 0;
  #sentCount = 0;

  constructor(takesAtOnce: boolean) {
    this.#socket.takesAtOnce = takesAtOnce;
  }

  apply(step: Step): void {
    if (step.name === 'send') this.#send(step.length);
    else if (step.name === 'wait') this.#wait();
    else if (step.name === 'advance') this.#clock.advance(step.byMs);
    else if (step.name === 'endTurn') this.#clock.endTurn();
    else if (step.name === 'flush') this.#outbox.flush();
    else this.#socket.take();
    this.#check();
  }

  /** Once the peer has read everything, nobody waits any more. */
  finish(): void {
    this.#clock.endTurn();
    this.#socket.takeAll();
    this.#check();
    if (this.#overflows.length > 0) return;
    expect(this.#socket.frames).toEqual(this.#accepted);
    expect([...this.#waiting]).toEqual([]);
    expect(this.#socket.actions.length % 2).toBe(0);
    expect(this.#clock.pendingCount).toBe(0);
  }

  #send(length: number): void {
    this.#sentCount += 1;
    const frame = `${this.#sentCount}`.padEnd(length, '.');
    this.#outbox.send(frame);
    if (this.#overflows.length === 0) this.#accepted.push(frame);
  }

  // Who makes events waits only while the outbox is full.
  #wait(): void {
    if (!this.#outbox.isFull || this.#overflows.length > 0) return;
    this.#waiterCount += 1;
    const waiter = this.#waiterCount;
    this.#waiting.add(waiter);
    this.#outbox.whenRelieved(() => {
      expect(this.#waiting.delete(waiter)).toBe(true);
      expect(this.#outbox.isFull).toBe(false);
    });
  }

  #check(): void {
    const written = this.#socket.frames;
    expect(written).toEqual(this.#accepted.slice(0, written.length));
    expect(this.#overflows.length).toBeLessThanOrEqual(1);
    this.#socket.actions.forEach((action, index) => expect(action).toBe(index % 2 === 0 ? 'pause' : 'resume'));
    if (this.#overflows.length > 0) return;
    const queued = this.#accepted.slice(written.length).join('').length;
    expect(this.#outbox.isFull).toBe(this.#socket.bufferedBytes + queued > LIMITS.highWaterBytes);
    if (!this.#outbox.isFull && !this.#socket.hasUnread && queued === 0) expect(this.#waiting.size).toBe(0);
  }
}
