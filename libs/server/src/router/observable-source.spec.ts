import { describe, expect, it } from '@jest/globals';
import { type Observer, observable } from '@trpc/server/observable';
import fc from 'fast-check';
import { LostEvents } from '../subscription/lost-events.js';
import { QueuedSource } from '../subscription/queued-source.js';
import { FakeServerClock, promisesRun } from '../testing/fake-server-clock.spec-support.js';
import { ObservableFeed } from './observable-source.js';

function setUp(maxQueuedEvents = 3) {
  const log: string[] = [];
  let observer: Observer<unknown, unknown> | undefined;
  const feed = new ObservableFeed(
    observable<unknown>((given) => {
      observer = given;
      log.push('subscribed');
      return () => log.push('unsubscribed');
    }),
  );
  const flow = { overflow: 'pause', maxRate: undefined, maxQueuedEvents } as const;
  const source = new QueuedSource(feed, flow, new FakeServerClock());
  if (observer === undefined) throw new Error('An observable is subscribed to at once.');
  return { source, observer, log };
}

const event = (value: unknown) => ({ done: false, value });
const DONE = { done: true, value: undefined };

describe('ObservableFeed', () => {
  it('subscribes at once and keeps what comes before it is asked', async () => {
    const { source, observer, log } = setUp();
    expect(log).toEqual(['subscribed']);
    observer.next(1);
    observer.next(2);
    expect(await source.next()).toEqual(event(1));
    expect(await source.next()).toEqual(event(2));
  });

  it('waits for an event that is still to come', async () => {
    const { source, observer } = setUp();
    const next = source.next();
    await promisesRun();
    observer.next('later');
    expect(await next).toEqual(event('later'));
  });

  it('lets the oldest go when too many wait, and says how many in their place', async () => {
    const { source, observer } = setUp(3);
    for (const number of [1, 2, 3, 4, 5]) observer.next(number);
    expect(await source.next()).toEqual(event(new LostEvents(2)));
    expect(await source.next()).toEqual(event(3));
    observer.next(6);
    expect(await source.next()).toEqual(event(4));
    expect(await source.next()).toEqual(event(5));
    expect(await source.next()).toEqual(event(6));
  });

  it('keeps undefined and null as events', async () => {
    const { source, observer } = setUp();
    observer.next(undefined);
    observer.next(null);
    expect(await source.next()).toEqual(event(undefined));
    expect(await source.next()).toEqual(event(null));
  });

  it('gives the events that came before the end, then the end, again and again', async () => {
    const { source, observer } = setUp();
    observer.next(1);
    observer.complete();
    observer.next(2);
    expect(await source.next()).toEqual(event(1));
    expect(await source.next()).toEqual(DONE);
    expect(await source.next()).toEqual(DONE);
  });

  it('gives the events that came before a failure, then the failure', async () => {
    const { source, observer } = setUp();
    observer.next(1);
    observer.error(new Error('broken'));
    observer.complete();
    expect(await source.next()).toEqual(event(1));
    await expect(source.next()).rejects.toThrow('broken');
  });

  it('says when nothing but the end is left', async () => {
    const { source, observer, log } = setUp();
    source.onFree = () => log.push('free');
    observer.next(1);
    expect(source.isFree).toBe(false);
    observer.complete();
    expect(source.isFree).toBe(false);
    await source.next();
    expect(source.isFree).toBe(true);
    const other = setUp();
    other.source.onFree = () => other.log.push('free');
    other.observer.error(new Error('broken'));
    expect(other.log).toContain('free');
  });

  it('ends a wait when the observable completes', async () => {
    const { source, observer } = setUp();
    const next = source.next();
    await promisesRun();
    observer.complete();
    expect(await next).toEqual(DONE);
  });

  it('unsubscribes and gives nothing more after a return', async () => {
    const { source, observer, log } = setUp();
    observer.next(1);
    expect(await source.return?.()).toEqual(DONE);
    observer.next(2);
    expect(await source.next()).toEqual(DONE);
    expect(log).toEqual(['subscribed', 'unsubscribed']);
  });

  it('lets a wait end with a return', async () => {
    const { source } = setUp();
    const next = source.next();
    await promisesRun();
    await source.return?.();
    expect(await next).toEqual(DONE);
  });

  it('delivers or counts every event, in order and in their place, and keeps no more than it may', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 5 }),
        fc.array(fc.constantFrom('emit', 'emit', 'read'), { maxLength: 60 }),
        async (maxQueuedEvents, steps) => {
          const { source, observer } = setUp(maxQueuedEvents);
          let emitted = 0;
          let position = 0;
          const read = async (): Promise<boolean> => {
            const result = await source.next();
            if (result.done === true) return false;
            if (result.value instanceof LostEvents) {
              expect(result.value.count).toBeGreaterThan(0);
              position += result.value.count;
            } else {
              position += 1;
              expect(result.value).toBe(position);
            }
            return true;
          };
          for (const step of steps) {
            if (step === 'emit') observer.next((emitted += 1));
            else if (position < emitted) await read();
          }
          observer.complete();
          let readCount = 0;
          while (await read()) readCount += 1;
          expect(position).toBe(emitted);
          expect(readCount).toBeLessThanOrEqual(maxQueuedEvents + 1);
        },
      ),
    );
  });
});
