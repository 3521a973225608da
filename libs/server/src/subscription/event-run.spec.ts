import { describe, expect, it } from '@jest/globals';
import { tracked } from '@trpc/server';
import { observable } from '@trpc/server/observable';
import { createEventRun } from '../testing/event-run.spec-support.js';
import { FakeServerClock, promisesRun } from '../testing/fake-server-clock.spec-support.js';
import { count } from '../testing/pump-target.spec-support.js';
import { ConflatedEvent } from './conflated-event.js';
import type { RunParts } from './event-run.js';
import { KeptEvents } from './kept-events.js';
import { LostEvents } from './lost-events.js';
import type { RunReader } from './run-delivery.js';
import type { RunItem } from './run-item.js';

function createReader(credit = Number.POSITIVE_INFINITY) {
  const items: RunItem[] = [];
  const log: string[] = [];
  const reader: RunReader = {
    get hasCredit() {
      return items.filter(({ kind }) => kind === 'event').length < credit;
    },
    isReading: true,
    deliver: (item) => void items.push(item),
    waitForRelief: () => undefined,
    tooSlow: (reason) => void log.push(reason),
    displaced: () => void log.push('displaced'),
  };
  return { reader, items, log };
}

const createKept = (): KeptEvents =>
  new KeptEvents({ events: 100, bytes: 100_000, ms: 1000 }, { change: () => undefined });

/** A run that is read from the beginning. */
function setUp(output: unknown, parts: Partial<RunParts> = {}, maxRate?: number) {
  const clock = new FakeServerClock();
  const notices: string[] = [];
  const run = createEventRun({ clock, ...parts }, notices);
  const reading = createReader();
  run.prepare(undefined, undefined);
  run.open(output, maxRate);
  run.claim(reading.reader);
  run.begin(reading.reader, undefined);
  return { run, clock, notices, ...reading };
}

describe('EventRun', () => {
  it('numbers whatever it tells, and leaves no number out in silence', async () => {
    const { run, items } = setUp(count(0), { kept: createKept() });
    run.take('a');
    run.take(new LostEvents(3));
    run.take(new ConflatedEvent('b', 2));
    run.take(tracked('id', 'c'));
    await promisesRun();
    expect(items).toEqual([
      { kind: 'event', number: 1, cursor: 'run.1', data: '"a"', trackedId: undefined, conflated: 0 },
      { kind: 'gap', number: 4, cursor: 'run.4', reason: 'overflow', dropped: 3 },
      { kind: 'event', number: 7, cursor: 'run.7', data: '"b"', trackedId: undefined, conflated: 2 },
      {
        kind: 'event',
        number: 8,
        cursor: 'run.8~id',
        data: '{"id":"id","data":"c"}',
        trackedId: 'id',
        conflated: 0,
      },
      { kind: 'end', number: 9, cursor: 'run.9~id', report: undefined },
    ]);
  });

  it('asks nothing of its source while nobody reads, and goes on for whoever comes', async () => {
    let pulled = 0;
    const source = (async function* () {
      for (;;) yield (pulled += 1);
    })();
    const { run, items } = setUp(source, { kept: createKept(), caller: { describe: () => ({}) as never } });
    const [first, second] = [createReader(2), createReader(1)];
    run.claim(first.reader);
    run.resume(first.reader, 0);
    await promisesRun();
    expect(first.items.map(({ number }) => number)).toEqual([1, 2]);
    expect(run.detach(first.reader)).toBe(true);
    await promisesRun();
    const before = pulled;
    await promisesRun();
    expect(pulled).toBe(before);
    run.claim(second.reader);
    run.resume(second.reader, 2);
    await promisesRun();
    expect(second.items).toMatchObject([{ number: 3, data: '3' }]);
    expect(items).toEqual([]);
    run.letGo();
  });

  it('says who it belongs to, how far it is and whether it has ended', async () => {
    const { run } = setUp(count(2), { kept: createKept() });
    await promisesRun();
    for (const seen of ['run.1', 'other.2', 'nonsense']) run.acknowledge(seen);
    expect(run.viewFor('same')).toEqual({ isOwn: true, lastNumber: 3, releasedNumber: 1, endNumber: 3 });
    expect(run.viewFor('other')).toMatchObject({ isOwn: false });
    expect(run.isKept).toBe(true);
    run.letGo();
    expect(run.isKept).toBe(false);
  });

  it('is not kept where there is no room for it', () => {
    expect(setUp(count()).run.isKept).toBe(false);
  });

  it('aborts and lets its source clean up when it is let go, once', async () => {
    let cleanedUpCount = 0;
    const { run } = setUp(
      (async function* () {
        try {
          for (;;) yield 1;
        } finally {
          cleanedUpCount += 1;
        }
      })(),
    );
    await promisesRun();
    run.letGo();
    run.letGo();
    await promisesRun();
    expect([run.signal.aborted, cleanedUpCount]).toEqual([true, 1]);
  });

  it('does not abort what is done', async () => {
    const { run } = setUp(count(1));
    await promisesRun();
    run.letGo();
    expect(run.signal.aborted).toBe(false);
  });

  it('tells a failure as its end, and notices what fails after that', async () => {
    const { run, items, notices } = setUp(count(0), { kept: createKept() });
    run.fail(new Error('broken'));
    run.fail(new Error('again'));
    run.fail(new DOMException('aborted', 'AbortError'));
    await promisesRun();
    expect(items).toMatchObject([{ kind: 'end', number: 1, report: { key: 'INTERNAL_SERVER_ERROR' } }]);
    expect(notices).toEqual(['broken', 'again']);
    expect(run.signal.aborted).toBe(true);
  });

  describe('whose events are not read in time', () => {
    const emit = observable<number>((observer) => {
      for (const event of [1, 2, 3]) observer.next(event);
    });

    it('ends with an error that says so', async () => {
      const flow = { overflow: 'end', maxRate: undefined, maxQueuedEvents: 2 } as const;
      const { items } = setUp(emit, { flow });
      await promisesRun();
      expect(items).toMatchObject([{ kind: 'end', report: { key: 'CONSUMER_TOO_SLOW' } }]);
    });

    it('closes the connection where its policy says so', async () => {
      const flow = { overflow: 'disconnect', maxRate: undefined, maxQueuedEvents: 2 } as const;
      const { run, items, log } = setUp(emit, { flow });
      await promisesRun();
      expect([items, run.signal.aborted]).toEqual([[], true]);
      expect(log).toEqual([expect.stringContaining('2 events (option maxQueuedEvents) waited to be read of "ticks"')]);
    });
  });

  it('goes on at another pace in the middle of a generator, and never faster than its procedure allows', async () => {
    let slowDown = (): void => undefined;
    const { run, items, clock } = setUp(
      (async function* () {
        for (let event = 1; ; event += 1) {
          yield event;
          if (event === 3) slowDown();
        }
      })(),
      { flow: { overflow: 'pause', maxRate: undefined, maxQueuedEvents: 10 } },
    );
    slowDown = () => run.tune(1000);
    await promisesRun();
    await clock.settle();
    const before = items.length;
    clock.advance(1);
    await clock.settle();
    expect(items.length).toBe(before + 1);
    expect(items.at(-1)).toMatchObject({ conflated: 10 });
    run.letGo();
  });
});
