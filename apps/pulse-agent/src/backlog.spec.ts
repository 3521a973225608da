import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { Backlog } from './backlog.js';

describe('Backlog', () => {
  it('hands out the oldest first, and keeps it until it is removed', () => {
    const backlog = new Backlog<string>(3);
    backlog.add('a');
    backlog.add('b');
    expect([backlog.oldest(), backlog.oldest()]).toEqual(['a', 'a']);
    backlog.remove('a');
    expect(backlog.oldest()).toBe('b');
  });

  it('drops the oldest at its bound, and says so', () => {
    const backlog = new Backlog<string>(2);
    expect([backlog.add('a'), backlog.add('b'), backlog.add('c')]).toEqual([false, false, true]);
    expect([backlog.oldest(), backlog.count]).toEqual(['b', 2]);
  });

  it('does not mind when what was sent has been dropped meanwhile', () => {
    const backlog = new Backlog<string>(1);
    backlog.add('a');
    backlog.add('b');
    backlog.remove('a');
    expect([backlog.oldest(), backlog.count]).toEqual(['b', 1]);
  });

  it('always holds the newest items, in order', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 20 }), fc.nat(100), (bound, added) => {
        const backlog = new Backlog<number>(bound);
        for (let item = 0; item < added; item++) backlog.add(item);
        const held: number[] = [];
        for (let item = backlog.oldest(); item !== undefined; item = backlog.oldest()) {
          held.push(item);
          backlog.remove(item);
        }
        expect(held).toEqual(Array.from({ length: added }, (_, item) => item).slice(-bound));
      }),
    );
  });
});
