import { describe, expect, it } from '@jest/globals';
import { FakeServerClock } from '../testing/fake-server-clock.spec-support.js';
import { count } from '../testing/pump-target.spec-support.js';
import type { FlowRule } from './flow-rule.js';
import { IteratorFeed } from './iterator-feed.js';
import { QueuedSource } from './queued-source.js';

function setUp(iterator: AsyncIterator<unknown>, flow: Partial<FlowRule> = {}) {
  const clock = new FakeServerClock();
  let pulled = 0;
  const watched: AsyncIterator<unknown> = {
    next: () => {
      pulled += 1;
      return iterator.next();
    },
    return: async () => (await iterator.return?.()) ?? { done: true, value: undefined },
  };
  const rule = { overflow: 'pause', maxRate: undefined, maxQueuedEvents: 10, ...flow } as const;
  const source = new QueuedSource(new IteratorFeed(watched, clock), rule, clock);
  return { clock, source, pulledCount: () => pulled };
}

describe('IteratorFeed', () => {
  it('asks for nothing that nobody waits for, where the policy is to pause', async () => {
    const { source, clock, pulledCount } = setUp(count());
    await clock.settle();
    expect(pulledCount()).toBe(0);
    expect(await source.next()).toEqual({ done: false, value: 1 });
    await clock.settle();
    expect(pulledCount()).toBe(1);
  });

  it('reads on where the newest is wanted, and gives way to others', async () => {
    const { source, clock, pulledCount } = setUp(count(1000), { overflow: 'latest' });
    await new Promise(process.nextTick);
    expect(pulledCount()).toBe(256);
    await clock.settle();
    expect(await source.next()).toMatchObject({ value: { event: 1000, count: 999 } });
    expect(await source.next()).toEqual({ done: true, value: undefined });
  });

  it('reads no more at a pace than may be merged into one event', async () => {
    const { source, clock, pulledCount } = setUp(count(), { maxRate: 1 });
    expect(await source.next()).toMatchObject({ value: 1 });
    const second = source.next();
    await clock.settle();
    expect(pulledCount()).toBeLessThanOrEqual(12);
    clock.advance(1000);
    expect(await second).toMatchObject({ value: { count: 10 } });
    await source.return();
  });

  it('fails with what its source throws, after what came before', async () => {
    const failing = (async function* () {
      yield 1;
      throw new Error('broken');
    })();
    const { source } = setUp(failing, { overflow: { buffer: 3 } });
    expect(await source.next()).toMatchObject({ value: 1 });
    await expect(source.next()).rejects.toThrow('broken');
  });

  it('lets its source clean up once when it is stopped', async () => {
    let cleanedUpCount = 0;
    const cleaning = (async function* () {
      try {
        for (;;) yield 1;
      } finally {
        cleanedUpCount += 1;
      }
    })();
    const { source, pulledCount } = setUp(cleaning, { overflow: 'latest' });
    await source.next();
    await source.return();
    await source.return();
    const before = pulledCount();
    await new Promise(process.nextTick);
    expect([cleanedUpCount, pulledCount()]).toEqual([1, before]);
  });
});
