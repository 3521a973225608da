import { describe, expect, it } from '@jest/globals';
import { FakeClock } from '@trunkline/testing';
import { createEventRun } from '../testing/event-run.spec-support.js';
import type { EventRun } from './event-run.js';
import { DEFAULT_RESUME_LIMITS, type ResumeLimits, RunShelf } from './run-shelf.js';

const EVENT_BYTES = 1000;

function setUp(limits: Partial<ResumeLimits> = {}) {
  const clock = new FakeClock();
  const shelf = new RunShelf({ ...DEFAULT_RESUME_LIMITS, ms: 1000, ...limits }, clock);
  const create = (name: string, peer = 'p:ada'): EventRun =>
    shelf.create(peer, shelf.limits, (kept) => createEventRun({ name, kept, owner: peer }));
  /** Tells events that take so many bytes each. */
  const tell = (run: EventRun, count: number): void => {
    for (let event = 0; event < count; event += 1) run.take('x'.repeat(EVENT_BYTES - 130));
  };
  const here = (...names: string[]): boolean[] => names.map((name) => shelf.find(name) !== undefined);
  return { clock, shelf, create, tell, here };
}

describe('RunShelf', () => {
  it('finds a run by its name, read or not, until it is let go', () => {
    const { shelf, create, here } = setUp();
    const run = create('a');
    expect(here('a')).toEqual([true]);
    shelf.put(run);
    expect([shelf.find('a'), shelf.waitingCount, shelf.runCount]).toEqual([run, 1, 1]);
    shelf.letGo(run);
    expect([...here('a'), run.signal.aborted, shelf.waitingCount, shelf.runCount]).toEqual([false, true, 0, 0]);
  });

  it('lets a run go when its time is over, unless somebody came for it', () => {
    const { clock, shelf, create, here } = setUp();
    const [left, taken] = [create('left'), create('taken')];
    shelf.put(left);
    shelf.put(taken);
    clock.advance(999);
    shelf.take(taken);
    clock.advance(1);
    expect(here('left', 'taken')).toEqual([false, true]);
    expect([left.signal.aborted, taken.signal.aborted, clock.pendingCount]).toEqual([true, false, 0]);
  });

  it('lets those go first that have waited longest, where too many wait', () => {
    const { shelf, create, here } = setUp({ maxRuns: 2 });
    for (const name of ['a', 'b', 'c']) shelf.put(create(name, `p:${name}`));
    expect(here('a', 'b', 'c')).toEqual([false, true, true]);
  });

  it('lets only those of the same peer go, where that has too many', () => {
    const { shelf, create, here } = setUp({ maxRunsPerPeer: 1 });
    for (const [name, peer] of [
      ['a', 'eve'],
      ['b', 'ada'],
      ['c', 'ada'],
    ] as const)
      shelf.put(create(name, peer));
    expect(here('a', 'b', 'c')).toEqual([true, false, true]);
  });

  it('keeps nothing waiting where the limit is 0', () => {
    const { shelf, create } = setUp({ maxRuns: 0 });
    shelf.put(create('a'));
    expect(shelf.runCount).toBe(0);
  });

  it('takes room from those that wait, then from the oldest events of the run that grows', () => {
    const { shelf, create, tell, here } = setUp({ maxKeptBytes: 4 * EVENT_BYTES });
    const [waiting, reading] = [create('waiting', 'eve'), create('reading')];
    tell(waiting, 2);
    shelf.put(waiting);
    tell(reading, 2);
    expect(here('waiting')).toEqual([true]);
    tell(reading, 1);
    expect([...here('waiting'), reading.releasedNumber]).toEqual([false, 0]);
    tell(reading, 3);
    expect(reading.releasedNumber).toBe(2);
    expect(shelf.keptBytes).toBeLessThanOrEqual(4 * EVENT_BYTES);
  });

  it('takes room for one peer from that peer alone', () => {
    const { shelf, create, tell, here } = setUp({ maxKeptBytesPerPeer: 3 * EVENT_BYTES });
    const [other, own, reading] = [create('other', 'eve'), create('own'), create('reading')];
    tell(other, 3);
    tell(own, 1);
    shelf.put(other);
    shelf.put(own);
    tell(reading, 4);
    expect([...here('other', 'own'), reading.releasedNumber]).toEqual([true, false, 1]);
    expect(shelf.keptBytes).toBeLessThanOrEqual(6 * EVENT_BYTES);
  });

  it('gives back every byte', () => {
    const { shelf, create, tell } = setUp();
    const runs = ['a', 'b', 'c'].map((name) => create(name));
    for (const run of runs) tell(run, 5);
    expect(shelf.keptBytes).toBeGreaterThan(10_000);
    for (const run of runs) shelf.letGo(run);
    expect(shelf.keptBytes).toBe(0);
  });

  it('forgets a run whose end its owner acknowledges, and no other', () => {
    const { shelf, create, here } = setUp();
    const run = create('a');
    shelf.acknowledge('p:ada', 'a.1');
    run.complete();
    shelf.acknowledge('p:eve', 'a.1');
    shelf.acknowledge('p:ada', 'a.0');
    shelf.acknowledge('p:ada', 'nonsense');
    shelf.acknowledge('p:ada', 'b.1');
    expect(here('a')).toEqual([true]);
    shelf.acknowledge('p:ada', 'a.1');
    expect(here('a')).toEqual([false]);
  });

  it('lets go what waits for somebody whose rights are revoked', () => {
    const { shelf, create, here } = setUp();
    shelf.put(create('a'));
    shelf.put(create('b', 'p:eve'));
    shelf.revoke('p:eve');
    expect(here('a', 'b')).toEqual([true, false]);
  });

  it('lets everything go that waits when the server closes, and what would wait later', () => {
    const { clock, shelf, create } = setUp();
    const later = create('b');
    shelf.put(create('a'));
    shelf.close();
    shelf.put(later);
    expect([shelf.runCount, later.signal.aborted, clock.pendingCount]).toEqual([0, true, 0]);
  });
});
