import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { EventQueue, type QueueRule } from './event-queue.js';

function fill(rule: QueueRule, events: readonly unknown[]): EventQueue {
  const queue = new EventQueue(rule);
  for (const event of events) queue.push(event);
  return queue;
}

function drain(queue: EventQueue): unknown[] {
  const items: unknown[] = [];
  for (let item = queue.take(); item !== undefined; item = queue.take()) {
    if (item.kind === 'lost') items.push(`lost ${item.count}`);
    else items.push(item.conflated === 0 ? item.event : `${String(item.event)} for ${1 + item.conflated}`);
  }
  return items;
}

describe('EventQueue', () => {
  it('lets the oldest go, and a loss stands in their place', () => {
    const queue = fill({ name: 'dropOldest', capacity: 2 }, [1, 2, 3, 4]);
    expect(queue.isHeadLost).toBe(true);
    expect(drain(queue)).toEqual(['lost 2', 3, 4]);
  });

  it('keeps what waits and lets go what comes, until all that waited is read', () => {
    const queue = fill({ name: 'buffer', capacity: 2 }, [1, 2, 3]);
    expect(queue.take()).toMatchObject({ event: 1 });
    queue.push(4);
    expect(drain(queue)).toEqual([2, 'lost 2']);
    queue.push(5);
    expect(drain(queue)).toEqual([5]);
  });

  it('merges into the newest', () => {
    expect(drain(fill({ name: 'latest', capacity: 9, keyOf: undefined }, [1, 2, 3]))).toEqual(['3 for 3']);
  });

  it('merges each key by itself, and keeps its place', () => {
    const keyOf = (event: unknown) => String(event).charAt(0);
    const queue = fill({ name: 'latest', capacity: 9, keyOf }, ['a1', 'b1', 'a2', 'a3']);
    expect(queue.headConflated).toBe(2);
    expect(drain(queue)).toEqual(['a3 for 3', 'b1']);
  });

  it('lets the oldest key go where there are too many, with all that it stood for', () => {
    const keyOf = (event: unknown) => String(event).charAt(0);
    const queue = fill({ name: 'latest', capacity: 2, keyOf }, ['a1', 'a2', 'b1', 'c1', 'a3']);
    expect(drain(queue)).toEqual(['lost 3', 'c1', 'a3']);
  });

  it('refuses the one too many', () => {
    const queue = new EventQueue({ name: 'refuse', capacity: 1 });
    expect([queue.push(1), queue.push(2)]).toEqual([true, false]);
    expect(drain(queue)).toEqual([1]);
  });

  it('throws what the function of the application throws, and stays as it was', () => {
    const keyOf = (event: unknown): string => {
      if (event === 2) throw new Error('no key');
      return 'a';
    };
    const queue = fill({ name: 'latest', capacity: 2, keyOf }, [1]);
    expect(() => queue.push(2)).toThrow('no key');
    expect(drain(queue)).toEqual([1]);
  });

  it('goes on under another rule with what waits', () => {
    const queue = fill({ name: 'dropOldest', capacity: 3 }, [1, 2, 3, 4]);
    queue.follow({ name: 'latest', capacity: 3, keyOf: undefined });
    queue.push(5);
    expect(queue.rule.name).toBe('latest');
    expect(drain(queue)).toEqual(['lost 1', '5 for 4']);
  });

  it('delivers every event once or counts it once, in order, and keeps no more than it may', () => {
    fc.assert(
      fc.property(
        anyRule,
        fc.array(fc.oneof({ weight: 4, arbitrary: fc.constantFrom('push', 'push', 'take') }, anyRule)),
        (first, steps) => {
          const queue = new EventQueue(first);
          let pushed = 0;
          let told = 0;
          let capacity = first.capacity;
          const lastOfKey = new Map<number, number>();
          const take = (): boolean => {
            const item = queue.take();
            if (item === undefined) return false;
            if (item.kind === 'lost') {
              expect(item.count).toBeGreaterThan(0);
              told += item.count;
              return true;
            }
            told += 1 + item.conflated;
            const event = Number(item.event);
            // Events of one key are never out of order.
            const key = event % 3;
            expect(event).toBeGreaterThan(lastOfKey.get(key) ?? 0);
            lastOfKey.set(key, event);
            return true;
          };
          for (const step of steps) {
            if (step === 'push') {
              if (queue.push(pushed + 1)) pushed += 1;
            } else if (step === 'take') take();
            else {
              queue.follow(step);
              capacity = Math.max(capacity, step.capacity);
            }
          }
          let left = 0;
          while (take()) left += 1;
          expect(told).toBe(pushed);
          expect(left).toBeLessThanOrEqual(2 * capacity + 1);
          expect(queue.isEmpty).toBe(true);
        },
      ),
    );
  });
});

const anyRule: fc.Arbitrary<QueueRule> = fc.oneof(
  fc.record({
    name: fc.constantFrom('dropOldest' as const, 'buffer' as const, 'refuse' as const),
    capacity: fc.integer({ min: 1, max: 5 }),
  }),
  fc.record({
    name: fc.constant('latest' as const),
    capacity: fc.integer({ min: 1, max: 5 }),
    keyOf: fc.constantFrom(undefined, (event: unknown) => String(Number(event) % 3)),
  }),
);
