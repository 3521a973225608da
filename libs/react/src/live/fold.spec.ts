import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { latest, tableBy, windowOf } from './fold.js';

describe('latest', () => {
  it('is nothing at first, and then the newest event', () => {
    const folding = latest<number>()();
    expect(folding.read()).toBeUndefined();
    folding.add(1);
    folding.add(2);
    expect(folding.read()).toBe(2);
  });
});

describe('windowOf', () => {
  it('is the newest events in order, whatever came before', () => {
    fc.assert(
      fc.property(fc.array(fc.nat()), fc.integer({ min: 1, max: 9 }), (events, size) => {
        const folding = windowOf<number>(size)();
        for (const event of events) folding.add(event);
        expect(folding.read()).toEqual(events.slice(-size));
      }),
    );
  });

  it('gives another array each time, and never changes one that it gave', () => {
    const folding = windowOf<number>(2)();
    folding.add(1);
    const before = folding.read();
    folding.add(2);
    expect(before).toEqual([1]);
    expect(folding.read()).not.toBe(before);
  });

  it.each([0, -1, 1.5, Number.NaN])('refuses the size %p', (size) => {
    expect(() => windowOf(size)).toThrow(`windowOf(${size}): the size must be a whole number of 1 or more.`);
  });

  it('begins anew for each subscription', () => {
    const fold = windowOf<number>(2);
    fold().add(1);
    expect(fold().read()).toEqual([]);
  });
});

interface Row {
  readonly id: string;
  readonly load: number;
  readonly isGone?: boolean;
}

describe('tableBy', () => {
  const row = (id: string, load: number): Row => ({ id, load });

  it('keeps the newest event of each key, in the order in which the keys came', () => {
    const folding = tableBy(({ id }: Row) => id)();
    for (const event of [row('b', 1), row('a', 2), row('b', 3)]) folding.add(event);
    expect([...folding.read().values()]).toEqual([row('b', 3), row('a', 2)]);
  });

  it('is what a plain map of the newest would be, with removals', () => {
    const events = fc.array(fc.record({ id: fc.constantFrom('a', 'b', 'c'), load: fc.nat(), isGone: fc.boolean() }));
    fc.assert(
      fc.property(events, (rows) => {
        const folding = tableBy<Row, string>(({ id }) => id, { isRemoved: ({ isGone }) => isGone === true })();
        const expected = new Map<string, Row>();
        for (const each of rows) {
          folding.add(each);
          if (each.isGone) expected.delete(each.id);
          else expected.set(each.id, each);
        }
        expect([...folding.read()]).toEqual([...expected]);
      }),
    );
  });

  it('lets go of the row that changed longest ago when there are too many', () => {
    const folding = tableBy(({ id }: Row) => id, { maxRows: 2 })();
    for (const event of [row('a', 1), row('b', 1), row('a', 2), row('c', 1)]) folding.add(event);
    expect([...folding.read().keys()]).toEqual(['a', 'c']);
  });

  it('keeps its rows over a gap, or lets them go', () => {
    const [keeping, clearing] = [tableBy(({ id }: Row) => id)(), tableBy(({ id }: Row) => id, { onGap: 'clear' })()];
    for (const folding of [keeping, clearing]) {
      folding.add(row('a', 1));
      folding.gap?.({ reason: 'restarted', dropped: undefined });
    }
    expect([keeping.read().size, clearing.read().size]).toEqual([1, 0]);
  });
});
