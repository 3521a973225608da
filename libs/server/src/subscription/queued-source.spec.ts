import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { FakeServerClock, promisesRun } from '../testing/fake-server-clock.spec-support.js';
import { ConflatedEvent } from './conflated-event.js';
import { ConsumerTooSlow } from './consumer-too-slow.js';
import type { FlowRule } from './flow-rule.js';
import { LostEvents } from './lost-events.js';
import { LOSS_INTERVAL_MS, QueuedSource } from './queued-source.js';

function setUp(flow: Partial<FlowRule> = {}) {
  const clock = new FakeServerClock();
  const log: string[] = [];
  const feed = {
    start: () => undefined,
    resume: () => undefined,
    stop: () => {
      log.push('stopped');
      return Promise.resolve();
    },
  };
  const source = new QueuedSource(feed, { overflow: 'pause', maxRate: undefined, maxQueuedEvents: 3, ...flow }, clock);
  source.onFree = () => log.push('free');
  const push = (...events: unknown[]): void => {
    for (const event of events) source.push(event);
  };
  return { clock, source, push, log };
}

describe('QueuedSource', () => {
  it('tells a loss without being asked for an event, but while it goes on only so often', async () => {
    const { source, push, clock, log } = setUp();
    push(1, 2, 3);
    expect(source.isFree).toBe(false);
    push(4);
    expect([source.isFree, log]).toEqual([true, ['free']]);
    expect(await source.next()).toMatchObject({ value: new LostEvents(1) });
    push(5, 6);
    expect([source.isFree, log]).toEqual([false, ['free']]);
    clock.advance(LOSS_INTERVAL_MS);
    expect([source.isFree, log]).toEqual([true, ['free', 'free']]);
    expect(await source.next()).toMatchObject({ value: new LostEvents(2) });
    expect(await source.next()).toMatchObject({ value: 4 });
  });

  it('tells the end without being asked for an event, once nothing else waits', async () => {
    const { source, push, log } = setUp();
    push(1);
    source.end({ kind: 'completed' });
    expect(source.isFree).toBe(false);
    await source.next();
    expect(source.isFree).toBe(true);
    expect(log).toEqual([]);
    expect(await source.next()).toEqual({ done: true, value: undefined });
  });

  it.each([
    ['end', false],
    ['disconnect', true],
  ] as const)('breaks off under the policy %s, and takes nothing more', async (overflow, closesConnection) => {
    const { source, push } = setUp({ overflow });
    push(1, 2, 3);
    expect(source.isFree).toBe(false);
    push(4, 5);
    expect([source.isFree, source.wantsMore]).toEqual([true, false]);
    const thrown: unknown = await source.next().catch((error: unknown) => error);
    expect(thrown).toBeInstanceOf(ConsumerTooSlow);
    expect(thrown).toMatchObject({ closesConnection, message: expect.stringContaining('option maxQueuedEvents') });
  });

  it('fails with what the function of a policy throws', async () => {
    const latest = (): string => {
      throw new Error('no key');
    };
    const { source, push } = setUp({ overflow: { latest } });
    push(1);
    await expect(source.next()).rejects.toThrow('no key');
  });

  it('lets events go at a pace, each the newest by then', async () => {
    const { source, push, clock } = setUp({ maxRate: 10 });
    push(1);
    expect(await source.next()).toMatchObject({ value: 1 });
    push(2, 3);
    const second = source.next();
    clock.advance(50);
    push(4);
    await promisesRun();
    clock.advance(50);
    expect(await second).toMatchObject({ value: new ConflatedEvent(4, 2) });
    expect(clock.pendingCount).toBe(0);
  });

  it('changes its pace while somebody waits', async () => {
    const { source, push, clock } = setUp({ maxRate: 0.01 });
    push(1);
    await source.next();
    push(2);
    const second = source.next();
    await promisesRun();
    source.tune(1);
    await promisesRun();
    clock.advance(1000);
    expect(await second).toMatchObject({ value: 2 });
    source.tune(undefined);
    push(3, 4);
    expect([await source.next(), await source.next()]).toMatchObject([{ value: 3 }, { value: 4 }]);
  });

  it('leaves no timer behind, and lets its feed go', async () => {
    const { source, push, clock, log } = setUp({ maxRate: 1 });
    push(1);
    await source.next();
    push(2);
    const waiting = source.next();
    await promisesRun();
    await source.return();
    expect(await waiting).toEqual({ done: true, value: undefined });
    expect([clock.pendingCount, log.includes('stopped')]).toEqual([0, true]);
  });

  it('gives every event once or counts it once, in order, whatever the pace and whoever reads', async () => {
    await fc.assert(
      fc.asyncProperty(anyOverflow, fc.array(anyStep, { maxLength: 50 }), async (overflow, steps) => {
        const { source, push, clock } = setUp({ overflow });
        let pushed = 0;
        let told = 0;
        let isOver = false;
        const hasEnded = (): boolean => isOver;
        const read = async (): Promise<void> => {
          const { done, value } = await source.next();
          if (done === true) isOver = true;
          else if (value instanceof LostEvents) told += value.count;
          else if (value instanceof ConflatedEvent) told += 1 + value.count;
          else told += 1;
          if (done !== true && !(value instanceof LostEvents)) {
            expect(value instanceof ConflatedEvent ? value.event : value).toBe(told);
          }
        };
        let reading: Promise<void> | undefined;
        for (const step of steps) {
          if (step === 'push') push((pushed += 1));
          else if (step === 'read') reading ??= read().finally(() => (reading = undefined));
          else if (step === 'wait') clock.advance(100);
          else source.tune(step === 0 ? undefined : step);
          await promisesRun();
        }
        source.end({ kind: 'completed' });
        for (let round = 0; round < 1000 && !hasEnded(); round += 1) {
          reading ??= read().finally(() => (reading = undefined));
          await promisesRun();
          clock.advance(1000);
          await promisesRun();
        }
        expect([isOver, told]).toEqual([true, pushed]);
      }),
      { numRuns: 100 },
    );
  });
});

// Not 'buffer' together with a pace: there a loss that stood behind what waits comes before what that is merged into.
const anyOverflow = fc.constantFrom<FlowRule['overflow']>('pause', 'latest', { dropOldest: 2 });
const anyStep = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom('push', 'push', 'read', 'wait') },
  fc.constantFrom(0, 1, 20),
);
