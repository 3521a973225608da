import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { checkObservation } from './check-observation.js';
import type { ObservedItem, StreamObservation } from './delivery-record.js';

const STREAM = { name: 'ticks', first: 1, last: 9 };

const event = (number: number): ObservedItem => ({ type: 'event', number });
const gap = (reason: string, dropped?: number): ObservedItem => ({ type: 'gap', reason, dropped });
const live = (resumed: 'fresh' | 'recovered' | 'gap'): ObservedItem => ({ type: 'live', resumed });
const merged = (number: number, conflated: number): ObservedItem => ({ type: 'event', number, conflated });
const PACED = { mayConflate: true };
const interrupted: ObservedItem = { type: 'interrupted' };
const to9 = (from: number): ObservedItem[] => Array.from({ length: 10 - from }, (_, index) => event(from + index));

function kindsOf(items: readonly ObservedItem[], options: Partial<StreamObservation> = {}): string[] {
  return checkObservation({ client: 'c', stream: 'ticks', items, ...options }, STREAM).map(({ kind }) => kind);
}

describe('checkObservation', () => {
  it.each<[string, ObservedItem[], Partial<StreamObservation>]>([
    ['every event once', [live('fresh'), ...to9(1)], { startsAt: 1 }],
    ['a beginning in the middle', [live('fresh'), ...to9(4)], {}],
    ['a gap that does not count', [event(1), interrupted, live('gap'), gap('restarted'), ...to9(5)], {}],
    ['a gap that counts', [event(1), gap('overflow', 3), ...to9(5)], {}],
    ['gaps that add up', [event(1), gap('overflow', 1), gap('overflow', 2), ...to9(5)], {}],
    ['a gap where nothing is missing', [event(1), live('gap'), gap('restarted'), ...to9(2)], {}],
    ['gaps put together', [event(1), gap('restarted'), interrupted, live('gap'), ...to9(5)], {}],
    ['a recovery', [event(1), interrupted, live('recovered'), ...to9(2)], { startsAt: 1 }],
    ['events merged on purpose', [event(1), merged(6, 4), ...to9(7)], PACED],
    ['events merged behind a gap', [event(1), gap('overflow', 1), merged(6, 3), ...to9(7)], PACED],
    ['events merged behind a gap that does not count', [event(1), gap('restarted'), merged(6, 2), ...to9(7)], PACED],
    ['a new run', [...to9(1), live('gap'), gap('restarted'), ...to9(1)], { beginsAnew: true }],
    ['an end behind the last event', [...to9(1), { type: 'ended' }], {}],
    ['an end with an error', [event(1), { type: 'ended', code: 'CONFLICT' }], { mayFail: true }],
    ['a stream left on purpose', [event(1), event(2)], { mustReachLast: false }],
  ])('accepts %s', (_name, items, options) => expect(kindsOf(items, options)).toEqual([]));

  it.each<[string, string, ObservedItem[], Partial<StreamObservation>]>([
    ['lost', 'a missing event', [event(1), ...to9(3)], {}],
    ['lost', 'a missing beginning', to9(2), { startsAt: 1 }],
    ['lost', 'a fresh start behind a loss', [event(1), interrupted, live('fresh'), ...to9(3)], {}],
    ['falsely-recovered', 'a loss called recovered', [event(1), live('recovered'), ...to9(3)], {}],
    ['doubled', 'an event twice', [event(1), event(1), ...to9(2)], {}],
    ['out-of-order', 'a straggler', [event(1), gap('overflow', 1), event(3), event(2), ...to9(4)], {}],
    ['phantom', 'an event from nowhere', [...to9(1), event(10)], {}],
    ['gap-not-told', 'a gap that is only announced', [event(1), live('gap'), ...to9(2)], {}],
    ['gap-miscounted', 'a gap that counts too few', [event(1), gap('overflow', 1), ...to9(4)], {}],
    ['gap-miscounted', 'a gap that counts too many', [event(1), gap('overflow', 3), ...to9(4)], {}],
    ['conflated-unasked', 'events merged', [event(1), merged(6, 4), ...to9(7)], {}],
    ['conflation-miscounted', 'one merged event more', [event(1), merged(6, 5), ...to9(7)], PACED],
    ['conflation-miscounted', 'one merged event less', [event(1), merged(6, 3), ...to9(7)], PACED],
    ['conflation-miscounted', 'none merged', [event(1), merged(2, 0), ...to9(3)], PACED],
    [
      'conflation-miscounted',
      'a wrong gap before merged events',
      [event(1), gap('overflow', 2), merged(6, 3), ...to9(7)],
      PACED,
    ],
    [
      'conflation-miscounted',
      'more merged than a gap leaves',
      [event(1), gap('restarted'), merged(6, 5), ...to9(7)],
      PACED,
    ],
    ['lost', 'an event lost at a pace', [event(1), ...to9(3)], PACED],
    ['doubled', 'an event twice behind a gap', [...to9(1), live('gap'), gap('restarted'), event(9)], {}],
    ['after-end', 'an event behind the end', [...to9(1), { type: 'ended' }, live('fresh')], {}],
    ['ended-early', 'an end in the middle', [event(1), { type: 'ended' }], {}],
    ['failed', 'an end with an error', [event(1), { type: 'ended', code: 'CONFLICT' }], {}],
    ['stalled', 'silence', [event(1), event(2)], {}],
    ['stalled', 'a gap and silence', [event(1), live('gap'), gap('restarted')], {}],
    ['stalled', 'nothing at all', [], {}],
  ])('tells %s of %s', (kind, _name, items, options) => expect(kindsOf(items, options)).toEqual([kind]));

  it('tells of a stream that nobody published, and says in its sentence who saw what', () => {
    const observation = { client: 'c2', stream: 'other', items: [] };
    expect(checkObservation(observation, undefined)).toMatchObject([{ kind: 'unknown-stream' }]);
    const [violation] = checkObservation({ client: 'c2', stream: 'ticks', items: [event(1), ...to9(4)] }, STREAM);
    expect(violation?.sentence).toBe('c2 on ticks, item 1: 2 to 3 are missing before 4, and no gap says so.');
  });
});

/** A run in which every loss is counted, so that any change to it is a lie. */
const correctHistory = fc
  .array(
    fc.record({
      lostCount: fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, fc.integer({ min: 1, max: 5 })),
      mergedCount: fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, fc.integer({ min: 1, max: 5 })),
      isCutBefore: fc.boolean(),
    }),
    { minLength: 2, maxLength: 30 },
  )
  .map((steps) => {
    const items: ObservedItem[] = [live('fresh')];
    let number = 0;
    for (const { lostCount, mergedCount, isCutBefore } of steps) {
      if (isCutBefore) items.push(interrupted, live(lostCount > 0 ? 'gap' : 'recovered'));
      if (lostCount > 0) items.push(gap('trimmed', lostCount));
      number += lostCount + mergedCount + 1;
      items.push(mergedCount > 0 ? merged(number, mergedCount) : event(number));
    }
    return { items, last: number };
  });

const corruptions: Record<string, (items: ObservedItem[], at: number) => ObservedItem[]> = {
  drops: (items, at) => items.toSpliced(at, 1),
  doubles: (items, at) => items.toSpliced(at, 0, items[at] as ObservedItem),
  'moves to the end': (items, at) => [...items.toSpliced(at, 1), items[at] as ObservedItem],
  renames: (items, at) => items.with(at, renumber(items[at] as ObservedItem)),
  miscounts: (items, at) => items.with(at, recount(items[at] as ObservedItem)),
};

function renumber(item: ObservedItem): ObservedItem {
  if (item.type === 'event') return { ...item, number: item.number + 1 };
  return item.type === 'gap' ? gap(item.reason, (item.dropped ?? 0) + 1) : item;
}

function recount(item: ObservedItem): ObservedItem {
  if (item.type === 'event') return { ...item, conflated: (item.conflated ?? 0) + 1 };
  return item.type === 'gap' ? gap(item.reason, (item.dropped ?? 0) + 1) : item;
}

describe('checkObservation, over random runs', () => {
  const check = (items: readonly ObservedItem[], last: number): number =>
    checkObservation({ client: 'c', stream: 's', items, startsAt: 1, mayConflate: true }, { name: 's', first: 1, last })
      .length;

  it('accepts every run in which each loss is told', () => {
    fc.assert(fc.property(correctHistory, ({ items, last }) => check(items, last) === 0));
  });

  it.each(Object.keys(corruptions))('catches whoever %s an event or a gap of such a run', (name) => {
    fc.assert(
      fc.property(correctHistory, fc.nat(), ({ items, last }, chance) => {
        const places = items.flatMap(({ type }, index) => (type === 'event' || type === 'gap' ? [index] : []));
        const at = places[chance % places.length] as number;
        // The last event at the end is where it was.
        fc.pre(name !== 'moves to the end' || at < items.length - 1);
        return check(corruptions[name]?.(items, at) ?? [], last) > 0;
      }),
    );
  });
});
